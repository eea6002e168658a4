import type { ActionType } from '../language/actions';

interface BlockNames {
  /** The functions that write it; `action` where the keys of the wire are not published. */
  readonly functions: readonly string[];
  readonly types: readonly ActionType[];
}

const RECORDING = 'UpdateContactRecordingAndAnalyticsBehavior';

/** The designer's blocks, the functions that write them, and the action types that they become. */
export const BLOCKS = {
  'Agentic CX': { functions: ['agenticCx'], types: ['ConnectParticipantWithAgenticCX'] },
  'Authenticate Customer': { functions: ['authenticateCustomer'], types: ['AuthenticateParticipant'] },
  'Call phone number': { functions: ['callPhoneNumber'], types: ['CompleteOutboundCall'] },
  Cases: { functions: ['createCase', 'getCase', 'updateCase'], types: ['CreateCase', 'GetCase', 'UpdateCase'] },
  'Change routing priority / age': {
    functions: ['setPriority', 'adjustQueueTime'],
    types: ['UpdateContactRoutingBehavior'],
  },
  'Check call progress': { functions: ['checkCallProgress'], types: ['CheckOutboundCallStatus'] },
  'Check contact attributes': { functions: ['when', 'compare', 'decide'], types: ['Compare'] },
  'Check hours of operation': { functions: ['checkHours', 'checkQueueHours'], types: ['CheckHoursOfOperation'] },
  'Check queue status': { functions: ['checkQueueStatus'], types: ['CheckMetricData'] },
  'Check staffing': { functions: ['checkStaffing'], types: ['CheckMetricData'] },
  'Check Voice ID': { functions: ['checkVoiceId'], types: ['CheckVoiceId'] },
  'Connect assistant': { functions: ['connectAssistant'], types: ['CreateWisdomSession', 'UpdateContactData'] },
  'Contact tags': { functions: ['tagContact', 'untagContact'], types: ['TagContact', 'UntagContact'] },
  'Create persistent contact association': {
    functions: ['createPersistentContactAssociation'],
    types: ['CreatePersistentContactAssociation'],
  },
  'Create task': { functions: ['createTask'], types: ['CreateTask'] },
  'Customer profiles': {
    functions: [
      'getCustomerProfile',
      'createCustomerProfile',
      'updateCustomerProfile',
      'associateContactToCustomerProfile',
      'getCustomerProfileObject',
      'getCalculatedAttributes',
    ],
    types: [
      'GetCustomerProfile',
      'CreateCustomerProfile',
      'UpdateCustomerProfile',
      'AssociateContactToCustomerProfile',
      'GetCustomerProfileObject',
      'GetCalculatedAttributesForCustomerProfile',
    ],
  },
  'Customer profiles (Check segment membership)': { functions: ['action'], types: ['CheckSegmentMembership'] },
  'Data Table': {
    functions: ['readDataTable', 'listDataTable', 'writeDataTable'],
    types: ['EvaluateDataTableValues', 'ListDataTableValues', 'UpsertDataTableValues'],
  },
  'Disconnect / hang up': { functions: ['disconnect'], types: ['DisconnectParticipant'] },
  'Distribute by percentage': { functions: ['distribute'], types: ['DistributeByPercentage'] },
  'End flow / Resume': { functions: ['endFlow'], types: ['EndFlowExecution'] },
  'Get customer input (DTMF)': { functions: ['menu'], types: ['GetParticipantInput'] },
  'Get customer input (Amazon Lex)': { functions: ['lexBot'], types: ['ConnectParticipantWithLexBot'] },
  'Get metrics': { functions: ['getMetrics'], types: ['GetMetricData'] },
  'Get stored content': { functions: ['getStoredContent'], types: ['LoadContactContent'] },
  'Hold customer or agent': { functions: ['holdParticipant'], types: ['UpdatePreviousContactParticipantState'] },
  'Interrupt agent': { functions: ['action'], types: ['RouteContactToAgent'] },
  'AWS Lambda function': { functions: ['invoke'], types: ['InvokeLambdaFunction'] },
  'Invoke module': { functions: ['invokeModule'], types: ['InvokeFlowModule'] },
  Loop: { functions: ['loop', 'again'], types: ['Loop'] },
  'Loop prompts': { functions: ['loopPrompts'], types: ['MessageParticipantIteratively'] },
  'Play prompt': { functions: ['playPrompt'], types: ['MessageParticipant'] },
  'Resume contact': { functions: ['resumeContact'], types: ['ResumeContact'] },
  Return: { functions: ['returnFromModule'], types: ['EndFlowModuleExecution'] },
  'Send message (SMS)': { functions: ['sendMessage'], types: ['StartOutboundChatContact'] },
  'Send message (email)': { functions: ['action'], types: ['StartOutboundEmailContact'] },
  'Send message (template)': { functions: ['action'], types: ['RenderMessageTemplate'] },
  'Set callback number': { functions: ['setCallbackNumber'], types: ['UpdateContactCallbackNumber'] },
  'Set contact attributes': {
    functions: ['setAttributes', 'setFlowAttributes', 'setContactData'],
    types: ['UpdateContactAttributes', 'UpdateFlowAttributes', 'UpdateContactData'],
  },
  'Set customer queue flow': { functions: ['setQueueFlow'], types: ['UpdateContactEventHooks'] },
  'Set disconnect flow': { functions: ['setDisconnectFlow'], types: ['UpdateContactEventHooks'] },
  'Set event flow': { functions: ['setEventFlow'], types: ['UpdateContactEventHooks'] },
  'Set hold flow': { functions: ['setHoldFlows'], types: ['UpdateContactEventHooks'] },
  'Set logging behavior': { functions: ['setLogging'], types: ['UpdateFlowLoggingBehavior'] },
  'Set recording and analytics behavior (previous version)': {
    functions: ['setRecordingPreviousVersion'],
    types: ['UpdateContactRecordingBehavior'],
  },
  'Set recording, analytics and processing behavior': {
    functions: ['setRecording', 'setChatAnalytics', 'setScreenRecording', 'setChatProcessing'],
    types: [RECORDING, 'UpdateContactMediaProcessing'],
  },
  'Set routing criteria': { functions: ['setRoutingCriteria'], types: ['UpdateContactRoutingCriteria'] },
  'Set touchtone buffer behavior': { functions: ['setTouchtoneBuffer'], types: ['GetParticipantInput'] },
  'Set Voice ID': { functions: ['setVoiceId'], types: ['UpdateContactData', 'StartVoiceIdStream'] },
  'Set voice': { functions: ['setVoice'], types: ['UpdateContactTextToSpeechVoice', 'UpdateContactData'] },
  'Set whisper flow': { functions: ['setWhispers'], types: ['UpdateContactEventHooks'] },
  'Set working queue': { functions: ['setWorkingQueue'], types: ['UpdateContactTargetQueue'] },
  'Show view': { functions: ['showView'], types: ['ShowView'] },
  'Start media streaming': { functions: ['startMediaStreaming'], types: ['UpdateContactMediaStreamingBehavior'] },
  'Stop media streaming': { functions: ['stopMediaStreaming'], types: ['UpdateContactMediaStreamingBehavior'] },
  'Store customer input': { functions: ['storeInput'], types: ['GetParticipantInput'] },
  'Transfer to agent': { functions: ['transferToAgent'], types: ['TransferContactToAgent'] },
  'Transfer to flow': { functions: ['transferToFlow'], types: ['TransferToFlow'] },
  'Transfer to phone number': { functions: ['transferToPhoneNumber'], types: ['TransferParticipantToThirdParty'] },
  'Transfer to queue': {
    functions: ['transferToQueue', 'transferToWorkingQueue'],
    types: ['UpdateContactTargetQueue', 'TransferContactToQueue'],
  },
  'Transfer to queue (inside a customer queue flow)': {
    functions: ['moveToQueue'],
    types: ['DequeueContactAndTransferToQueue'],
  },
  'Transfer to queue (callback)': { functions: ['createCallback'], types: ['CreateCallbackContact'] },
  Wait: { functions: ['wait'], types: ['Wait'] },
} as const satisfies Readonly<Record<string, BlockNames>>;

/** A type that no block of the designer writes and whose parameters are not published. */
export const TYPES_WITHOUT_BLOCK: readonly ActionType[] = ['CreateContact'];
