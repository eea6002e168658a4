import type { World } from '../../../../lib/simulate';
import { flow, flowArn, hangUp, hoursArn, setQueue } from '../../script';
import { ANA } from '../../world';
import { big, chat, once, type Runs } from './setting';

const none = { before: [setQueue('Sales')], operator: 'NumberLessThan' };
const inbound = flow('Other', 'CONTACT_FLOW', [hangUp()]);
const OTHER: Partial<World> = { flows: [inbound] };
const metric = { MetricType: 'NumberOfContactsInQueue' };

/** Runs that together take every way out of every action type of the family. */
export const FLOW_CONTROL_RUNS: Runs = {
  CheckHoursOfOperation: ['Always', 'Closed', 'Nowhere'].map((name) =>
    once('CheckHoursOfOperation', { HoursOfOperationId: hoursArn(name) }, { operands: ['True', 'False'] }),
  ),
  CheckMetricData: [
    once('CheckMetricData', metric, { ...none, operands: ['1'] }),
    once('CheckMetricData', metric, { ...none, operands: ['0'] }),
    once('CheckMetricData', metric),
  ],
  CheckOutboundCallStatus: [
    ...(['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'] as const).map((callProgress) =>
      once('CheckOutboundCallStatus', {}, { world: { callProgress }, operands: [callProgress] }),
    ),
    once('CheckOutboundCallStatus'),
  ],
  CheckVoiceId: [
    ...[['Enrolled'], ['OptedOut']].map((operands) =>
      once(
        'CheckVoiceId',
        { CheckVoiceIdOption: 'enrollmentStatus' },
        {
          world: { voiceId: { enrollmentStatus: 'Enrolled' } },
          operands,
        },
      ),
    ),
    once('CheckVoiceId', { CheckVoiceIdOption: 'fraudDetection' }),
  ],
  Compare: ['VOICE', 'CHAT'].map((operand) =>
    once('Compare', { ComparisonValue: '$.Channel' }, { operands: [operand] }),
  ),
  DistributeByPercentage: ['101', '1'].map((operand) =>
    once('DistributeByPercentage', {}, { operator: 'NumberLessThan', operands: [operand] }),
  ),
  EndFlowExecution: [once('EndFlowExecution')],
  GetMetricData: [
    once('GetMetricData', {}, { before: [setQueue('Sales')], caller: { agents: [ANA] } }),
    once('GetMetricData', {}, { before: [setQueue('Sales')] }),
  ],
  Loop: ['1', '0', 'many'].map((LoopCount) =>
    once('Loop', { LoopCount }, { operands: ['ContinueLooping', 'DoneLooping'] }),
  ),
  StartVoiceIdStream: [{ voiceId: {} }, {}].map((world) => once('StartVoiceIdStream', {}, { world })),
  TransferToFlow: ['Other', 'Gone'].map((name) =>
    once('TransferToFlow', { ContactFlowId: flowArn(name) }, { world: OTHER }),
  ),
  UpdateFlowAttributes: ['small', big].map((Value) =>
    once('UpdateFlowAttributes', { FlowAttributes: { a: { Value } } }),
  ),
  UpdateFlowLoggingBehavior: [once('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' })],
  Wait: [
    once('Wait', { TimeLimitSeconds: '9' }, { caller: chat(), operands: ['WaitCompleted'] }),
    once('Wait', { TimeLimitSeconds: '9', Events: ['CustomerReturned'] }, { caller: chat('Hello?') }),
    once('Wait', { TimeLimitSeconds: '9', Events: ['BotParticipantDisconnected'] }, { caller: chat() }),
    once('Wait', { TimeLimitSeconds: 'long' }, { caller: chat() }),
  ],
};
