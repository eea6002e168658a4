import { enabled, queueOrAgent } from './contact-modules';
import { type Converter, present, result, type Way } from './draft';
import { NOTES } from './notes';
import type { OldModule } from './old-export';
import type { OldParameters } from './old-parameters';
import { keyedValues } from './participant-modules';
import { referenceOf } from './references';

const required = (
  parameters: OldParameters,
  parameter: string,
  value: string | undefined,
  otherwise: string,
): string => {
  if (value === undefined) parameters.note(NOTES.missingValue(parameter, otherwise));
  return value ?? otherwise;
};

const checkAttribute: Converter = ({ parameters }) => {
  const namespace = parameters.text('Namespace') ?? 'User Defined';
  const key = parameters.text('Attribute') ?? '';
  return {
    type: 'Compare',
    parameters: { ComparisonValue: referenceOf(namespace, key, parameters.note) },
    nextCopies: 'NoMatchingCondition',
  };
};

const invokeLambda: Converter = ({ parameters }) => ({
  type: 'InvokeLambdaFunction',
  parameters: present({
    LambdaFunctionARN: parameters.resource('LambdaFunctionARN', 'FunctionArn') ?? '',
    InvocationTimeLimitSeconds: required(
      parameters,
      'InvocationTimeLimitSeconds',
      seconds(parameters, parameters.text('TimeLimit')),
      '3',
    ),
    LambdaInvocationAttributes: keyedValues(parameters, 'Parameter'),
  }),
});

const MOST_SECONDS = 999;

/** Functions run for eight seconds at most, so that a number in the thousands can only be milliseconds. */
const seconds = (parameters: OldParameters, given: string | undefined): string | undefined => {
  const value = Number(given);
  if (given === undefined || !(value > MOST_SECONDS)) return given;
  if (value % 1000 !== 0) parameters.note(NOTES.milliseconds('InvocationTimeLimitSeconds', value));
  return String(Math.ceil(value / 1000));
};

const transferToFlow: Converter = ({ parameters }) => ({
  type: 'TransferToFlow',
  parameters: { ContactFlowId: parameters.resource('ContactFlowId', 'ContactFlowId', 'ContactFlow') ?? '' },
  leavesFlow: true,
});

const createCallback: Converter = ({ parameters }) => ({
  type: 'CreateCallbackContact',
  parameters: present({
    ...queueOrAgent(parameters),
    InitialCallDelaySeconds: required(
      parameters,
      'InitialCallDelaySeconds',
      parameters.text('InitialDelaySeconds'),
      '1',
    ),
    MaximumConnectionAttempts: required(
      parameters,
      'MaximumConnectionAttempts',
      parameters.text('MaxRetryAttempts'),
      '1',
    ),
    RetryDelaySeconds: required(parameters, 'RetryDelaySeconds', parameters.text('RetryDelaySeconds'), '600'),
    ContactFlowId: parameters.resource('ContactFlowId', 'ContactFlowId'),
  }),
});

const setLogging: Converter = ({ parameters }) => ({
  type: 'UpdateFlowLoggingBehavior',
  parameters: {
    FlowLoggingBehavior: required(
      parameters,
      'FlowLoggingBehavior',
      enabled(parameters.text('LoggingBehavior')),
      'Enabled',
    ),
  },
});

const SOMEBODY: Way = { operator: 'NumberGreaterThan', operand: '0' };

const checkStaffing: Converter = ({ parameters }) => ({
  type: 'CheckMetricData',
  parameters: {
    MetricType: `NumberOfAgents${required(parameters, 'MetricType', parameters.text('Status'), 'Staffed')}`,
    ...queueOrAgent(parameters),
  },
  ways: { True: SOMEBODY, False: { error: 'NoMatchingCondition' } },
});

const AGE = 'OldestContactInQueueAgeSeconds';
const SIZE = 'NumberOfContactsInQueue';

/** `CheckQueueTime` is in exports; for the size of the queue only its name in the designer is known. */
export const queueMetricOf = (branch: string): string | undefined => {
  if (/^CheckQueue(?:Time|Age)/i.test(branch)) return AGE;
  return /^CheckQueue/i.test(branch) ? SIZE : undefined;
};

const metricIn = ({ branches }: OldModule): string =>
  branches.map(({ condition }) => queueMetricOf(condition)).find((metric) => metric !== undefined) ?? SIZE;

const checkQueueStatus: Converter = ({ module, parameters }) => ({
  type: 'CheckMetricData',
  parameters: { MetricType: metricIn(module), ...queueOrAgent(parameters) },
});

const CHANNELS: Readonly<Record<string, string>> = { VOICE: 'Voice', CHAT: 'Chat' };

const getMetricData: Converter = ({ parameters }) => {
  const channel = parameters.text('Channel', 'QueueChannel');
  const known = channel !== undefined && Object.hasOwn(CHANNELS, channel.toUpperCase());
  return {
    type: 'GetMetricData',
    parameters: present({
      ...queueOrAgent(parameters),
      QueueChannel: known ? CHANNELS[channel.toUpperCase()] : channel,
    }),
  };
};

const checkHours: Converter = ({ parameters }) => ({
  type: 'CheckHoursOfOperation',
  parameters: present({
    HoursOfOperationId: parameters.resource('HoursOfOperationId', 'Hours', 'HoursOfOperation', 'HoursOfOperationId'),
  }),
  ways: { True: result('True'), False: result('False') },
});

const loop: Converter = ({ parameters }) => ({
  type: 'Loop',
  parameters: { LoopCount: required(parameters, 'LoopCount', parameters.text('LoopCount'), '1') },
  ways: { Looping: result('ContinueLooping'), Complete: result('DoneLooping') },
});

const wait: Converter = ({ parameters }) => {
  const returns = parameters.text('InterruptOnCustomerReturn')?.toLowerCase() === 'true';
  return {
    type: 'Wait',
    parameters: present({
      TimeLimitSeconds: required(parameters, 'TimeLimitSeconds', parameters.text('TimeoutSeconds', 'Timeout'), '60'),
      Events: returns ? ['CustomerReturned'] : undefined,
    }),
    ways: { Timeout: result('WaitCompleted'), CustomerReturn: result('CustomerReturned') },
  };
};

const VOICE_ID_RESULTS = [
  'Authenticated',
  'NotAuthenticated',
  'Inconclusive',
  'NotEnrolled',
  'OptedOut',
  'Enrolled',
  'HighRisk',
  'LowRisk',
] as const;

const checkVoiceId: Converter = ({ parameters }) => ({
  type: 'CheckVoiceId',
  parameters: {
    CheckVoiceIdOption: required(
      parameters,
      'CheckVoiceIdOption',
      parameters.text('CheckVoiceIdOption', 'CheckSecurityStatusOption'),
      'voiceAuthentication',
    ),
  },
  ways: Object.fromEntries(VOICE_ID_RESULTS.map((name) => [name, result(name)])),
});

const startVoiceId: Converter = () => ({ type: 'StartVoiceIdStream' });

export const FLOW_CONTROL_MODULES: Readonly<Record<string, Converter>> = {
  CheckAttribute: checkAttribute,
  InvokeExternalResource: invokeLambda,
  'Transfer/Flow': transferToFlow,
  CreateCallback: createCallback,
  SetLoggingBehavior: setLogging,
  CheckStaffing: checkStaffing,
  CheckQueueStatus: checkQueueStatus,
  GetMetricData: getMetricData,
  CheckHoursOfOperation: checkHours,
  Loop: loop,
  Wait: wait,
  Resume: () => ({ type: 'EndFlowExecution' }),
  SetVoiceId: startVoiceId,
  SetSecurityBehavior: startVoiceId,
  CheckVoiceId: checkVoiceId,
  CheckSecurityStatus: checkVoiceId,
};
