import type { ActionType } from './index';

/**
 * Names that look like action types and are none, with the types that are meant: names of designer blocks, of the old
 * console export, of other tools, and two that the documentation itself misspells (`UnTagContact`, `UpdateRoutingCriteria`).
 *
 * The service answers `Invalid Action type`. Source: live checks of 2026-06 to 2026-09, `invalid-type-names.json`; whether
 * the service also refuses `UpdateRoutingCriteria` is not proven, but no flow that it accepted carries that name.
 */
export const REFUSED_NAMES: Readonly<Record<string, readonly ActionType[]>> = {
  UnTagContact: ['UntagContact'],
  PlayPrompt: ['MessageParticipant'],
  GetUserInput: ['GetParticipantInput', 'ConnectParticipantWithLexBot'],
  StoreUserInput: ['GetParticipantInput'],
  SetWorkingQueue: ['UpdateContactTargetQueue'],
  SetQueue: ['UpdateContactTargetQueue'],
  SetCallbackNumber: ['UpdateContactCallbackNumber'],
  SetContactAttributes: ['UpdateContactAttributes'],
  SetAttributes: ['UpdateContactAttributes'],
  SetRecordingBehavior: ['UpdateContactRecordingBehavior'],
  SetRecordingAndAnalyticsBehavior: ['UpdateContactRecordingAndAnalyticsBehavior'],
  SetLoggingBehavior: ['UpdateFlowLoggingBehavior'],
  SetVoice: ['UpdateContactTextToSpeechVoice'],
  CheckAttribute: ['Compare'],
  CheckCondition: ['Compare'],
  CheckValue: ['Compare'],
  Condition: ['Compare'],
  CheckStaffing: ['CheckMetricData'],
  CheckQueueStatus: ['CheckMetricData'],
  Distribute: ['DistributeByPercentage'],
  StartMediaStreaming: ['UpdateContactMediaStreamingBehavior'],
  StopMediaStreaming: ['UpdateContactMediaStreamingBehavior'],
  TransferToQueue: ['TransferContactToQueue'],
  TransferToAgent: ['TransferContactToAgent', 'UpdateContactTargetQueue', 'TransferContactToQueue'],
  TransferToPhoneNumber: ['TransferParticipantToThirdParty'],
  TransferToThirdParty: ['TransferParticipantToThirdParty'],
  TransferContactToFlow: ['TransferToFlow'],
  Disconnect: ['DisconnectParticipant'],
  EndFlow: ['DisconnectParticipant', 'EndFlowExecution'],
  ReturnFromFlowModule: ['EndFlowModuleExecution'],
  InvokeAPI: ['InvokeLambdaFunction'],
  InvokeExternalResource: ['InvokeLambdaFunction'],
  GetParticipantWithLexV2Bot: ['ConnectParticipantWithLexBot'],
  InvokeAgentAction: ['ConnectParticipantWithLexBot'],
  InvokeBedrockAgent: ['ConnectParticipantWithLexBot'],
  PutCustomerProfile: ['UpdateCustomerProfile'],
  UpdateCustomerProfileObject: [],
  UpdateContactRoutingData: ['UpdateContactRoutingCriteria'],
  UpdateContactTextToSpeechManner: ['UpdateContactTextToSpeechVoice'],
  HoldParticipant: ['UpdatePreviousContactParticipantState'],
  Trigger: [],
  EntryPoint: [],
  Start: [],
  UpdateRoutingCriteria: ['UpdateContactRoutingCriteria'],
};
