import { isEventHook } from '../../journey';
import { type ActionType, isActionType, type JsonObject } from '../../language';

/** The kind of block that a flow log names; some actions are written by several blocks. */
type LoggedAs = string | ((parameters: JsonObject) => string);

const STAFFING: ReadonlySet<unknown> = new Set([
  'NumberOfAgentsAvailable',
  'NumberOfAgentsStaffed',
  'NumberOfAgentsOnline',
]);

/** Hooks that have a block of their own are logged as Set contact flow, except the disconnect flow. */
const hook = ({ EventHooks }: JsonObject): string => {
  const [name = ''] = Object.keys((EventHooks ?? {}) as JsonObject);
  if (name === 'CustomerRemaining') return 'SetDisconnectFlow';
  const isOther = ['DisconnectAgentUI', 'PauseContact', 'ResumeContact'].includes(name) || !isEventHook(name);
  return isOther ? 'SetEventHook' : 'SetContactFlow';
};

const participantInput = (parameters: JsonObject): string => {
  if (parameters.EnableDTMFBuffer !== undefined) return 'GetParticipantInput';
  return parameters.StoreInput === 'True' ? 'StoreUserInput' : 'GetUserInput';
};

/**
 * What flow logs call the actions whose block has another name there. The names are those of the format in which flows
 * were exported before 2020, and an open list: an action without an entry is taken to be logged under its own name.
 *
 * Source: contact-flow-log-data, logs published by others, old exports.
 */
const LOGGED_AS: Readonly<Partial<Record<ActionType, LoggedAs>>> = {
  CheckMetricData: ({ MetricType }) => (STAFFING.has(MetricType) ? 'CheckStaffing' : 'CheckQueueStatus'),
  Compare: 'CheckAttribute',
  EndFlowExecution: 'Resume',
  StartVoiceIdStream: 'SetVoiceId',
  TransferToFlow: 'Transfer',
  UpdateFlowAttributes: 'SetFlowAttributes',
  UpdateFlowLoggingBehavior: 'SetLoggingBehavior',
  CompleteOutboundCall: 'Dial',
  CreateWisdomSession: 'SetWisdomAssistant',
  DequeueContactAndTransferToQueue: 'Transfer',
  EndFlowModuleExecution: 'ReturnFromFlowModule',
  StartOutboundChatContact: 'SendMessage',
  StartOutboundEmailContact: 'SendMessage',
  TransferContactToAgent: 'Transfer',
  TransferContactToQueue: 'Transfer',
  UpdateContactAttributes: 'SetAttributes',
  UpdateContactData: 'SetContactData',
  UpdateContactEventHooks: hook,
  UpdateContactMediaStreamingBehavior: ({ MediaStreamingState }) =>
    MediaStreamingState === 'Disabled' ? 'StopMediaStreaming' : 'StartMediaStreaming',
  UpdateContactRecordingAndAnalyticsBehavior: 'SetRecordingBehavior',
  UpdateContactRecordingBehavior: 'SetRecordingBehavior',
  UpdateContactRoutingBehavior: 'ChangeRoutingPriority',
  UpdateContactRoutingCriteria: 'SetRoutingCriteria',
  UpdateContactTargetQueue: 'SetQueue',
  UpdateContactTextToSpeechVoice: 'SetVoice',
  ConnectParticipantWithLexBot: 'GetUserInput',
  DisconnectParticipant: 'Disconnect',
  GetParticipantInput: participantInput,
  MessageParticipant: 'PlayPrompt',
  MessageParticipantIteratively: 'LoopPrompts',
  TransferParticipantToThirdParty: 'Transfer',
  CreateCallbackContact: 'CreateCallback',
  InvokeLambdaFunction: 'InvokeExternalResource',
};

/** The `ContactFlowModuleType` of an action. */
export const loggedAs = (type: string, parameters: JsonObject): string => {
  const logged = isActionType(type) ? LOGGED_AS[type] : undefined;
  return typeof logged === 'function' ? logged(parameters) : (logged ?? type);
};
