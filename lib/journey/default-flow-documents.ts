import { FLOW_LANGUAGE_VERSION, type FlowDocument, type WireAction } from '../language';
import type { DefaultFlowName } from './default-flows';

const MUSIC_PROMPT = 'prompt/hold-music';
const BEEP_PROMPT = 'prompt/beep';

/** What the default flows name as prompts: every instance has its own. */
export const DEFAULT_FLOW_PROMPTS = [MUSIC_PROMPT, BEEP_PROMPT] as const;

const flow = (...actions: WireAction[]): FlowDocument => ({
  Version: FLOW_LANGUAGE_VERSION,
  StartAction: actions[0]?.Identifier ?? '',
  Metadata: {},
  Actions: actions,
});

const loop = (...messages: { readonly Text?: string; readonly SSML?: string; readonly PromptId?: string }[]) =>
  flow({
    Identifier: 'loop',
    Type: 'MessageParticipantIteratively',
    Parameters: { Messages: messages.map((message) => ({ ...message })) },
    Transitions: { Errors: [], Conditions: [] },
  });

const say = (id: string, text: string, next: string): WireAction => ({
  Identifier: id,
  Type: 'MessageParticipant',
  Parameters: { Text: text },
  Transitions: { NextAction: next, Errors: [{ ErrorType: 'NoMatchingError', NextAction: next }] },
});

const end: WireAction = { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} };
const hangUp: WireAction = { Identifier: 'hang-up', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

const toQueue: WireAction = {
  Identifier: 'queue',
  Type: 'TransferContactToQueue',
  Parameters: {},
  Transitions: {
    NextAction: 'failed',
    Errors: [
      { ErrorType: 'QueueAtCapacity', NextAction: 'failed' },
      { ErrorType: 'NoMatchingError', NextAction: 'failed' },
    ],
  },
};

const agentTransfer = flow(
  say('announce', 'We are transferring the call now.', 'agent'),
  {
    Identifier: 'agent',
    Type: 'UpdateContactTargetQueue',
    Parameters: { AgentId: '$.Agent.ARN' },
    Transitions: { NextAction: 'queue', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'failed' }] },
  },
  toQueue,
  say('failed', 'The transfer did not succeed.', 'hang-up'),
  hangUp,
);

const queueTransfer = flow(
  {
    Identifier: 'hours',
    Type: 'CheckHoursOfOperation',
    Parameters: {},
    Transitions: {
      NextAction: 'closed',
      Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'failed' }],
      Conditions: [
        { NextAction: 'staffed', Condition: { Operator: 'Equals', Operands: ['True'] } },
        { NextAction: 'closed', Condition: { Operator: 'Equals', Operands: ['False'] } },
      ],
    },
  },
  {
    Identifier: 'staffed',
    Type: 'CheckMetricData',
    Parameters: { MetricType: 'NumberOfAgentsStaffed' },
    Transitions: {
      NextAction: 'failed',
      Errors: [
        { ErrorType: 'NoMatchingError', NextAction: 'failed' },
        { ErrorType: 'NoMatchingCondition', NextAction: 'nobody' },
      ],
      Conditions: [{ NextAction: 'announce', Condition: { Operator: 'NumberGreaterThan', Operands: ['0'] } }],
    },
  },
  say('announce', 'The call is being transferred.', 'queue'),
  toQueue,
  say('closed', 'This queue is closed at present.', 'hang-up'),
  say('nobody', 'Nobody is working in this queue at present.', 'hang-up'),
  say('failed', 'The transfer did not succeed.', 'hang-up'),
  hangUp,
);

/**
 * What the default flows do on an instance that nobody has edited, in our own words: the same actions in the same order as
 * in an exported instance (2025-12), other texts, and stand-ins for the two library prompts, whose ARNs differ by instance.
 */
export const DEFAULT_FLOW_DOCUMENTS: Readonly<Record<DefaultFlowName, FlowDocument>> = {
  'Default agent hold': loop({ SSML: '<speak>The call is on hold.<break time="10s"/></speak>' }),
  'Default agent transfer': agentTransfer,
  'Default agent whisper': flow(say('name', '$.Queue.Name', 'end'), end),
  'Default customer hold': loop({ PromptId: MUSIC_PROMPT }),
  'Default customer queue': loop(
    { Text: 'Thank you for calling. We will take your call as soon as someone is free.' },
    { PromptId: MUSIC_PROMPT },
  ),
  'Default customer whisper': flow(
    {
      Identifier: 'beep',
      Type: 'MessageParticipant',
      Parameters: { PromptId: BEEP_PROMPT },
      Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
    },
    end,
  ),
  'Default outbound': flow(
    {
      Identifier: 'not-recorded',
      Type: 'UpdateContactRecordingBehavior',
      Parameters: { RecordingBehavior: { RecordedParticipants: [] } },
      Transitions: { NextAction: 'tell' },
    },
    say('tell', 'This call is not recorded.', 'end'),
    end,
  ),
  'Default queue transfer': queueTransfer,
};
