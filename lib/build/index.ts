export {
  type AnswerField,
  type AnswerFields,
  type Answers,
  answers,
  type FunctionHandle,
  lambdaFunction,
  number,
  oneOf,
  type ResultOf,
  text,
} from './answers';
export { BLOCKS, TYPES_WITHOUT_BLOCK } from './block-names';
export { type ActionBranches, action, type GivenParameters, rawAction } from './blocks/action';
export { agenticCx } from './blocks/agentic-cx';
export { allowing } from './blocks/allowing';
export type { RedactionEntity } from './blocks/analytics';
export { connectAssistant } from './blocks/assistant';
export { setAttributes, setContactData, setFlowAttributes, tagContact, untagContact } from './blocks/attributes';
export { lexBot } from './blocks/bots';
export {
  atLeast,
  atMost,
  type Case,
  type Cases,
  checkHours,
  checkQueueHours,
  compare,
  contains,
  decide,
  distribute,
  endsWith,
  greaterThan,
  is,
  lessThan,
  type Share,
  share,
  startsWith,
  when,
} from './blocks/branching';
export { createCallback, setCallbackNumber } from './blocks/callbacks';
export { createCase, getCase, updateCase } from './blocks/cases';
export { authenticateCustomer, createPersistentContactAssociation, sendMessage } from './blocks/chats';
export { getStoredContent, resumeContact } from './blocks/content';
export {
  associateContactToCustomerProfile,
  createCustomerProfile,
  getCustomerProfile,
  updateCustomerProfile,
} from './blocks/customer-profiles';
export { listDataTable, readDataTable, writeDataTable } from './blocks/data-tables';
export { disconnect, endFlow, returnFromModule } from './blocks/endings';
export { type FunctionRef, invoke, invokeModule } from './blocks/functions';
export { setDisconnectFlow, setEventFlow, setHoldFlows, setQueueFlow, setWhispers } from './blocks/hooks';
export { type MenuBranches, menu, type StoreInputOptions, storeInput } from './blocks/input';
export { again, continueWith, goTo, label, loop } from './blocks/loops';
export { missing } from './blocks/missing';
export { named } from './blocks/named';
export { callPhoneNumber, checkCallProgress } from './blocks/outbound-calls';
export { getCalculatedAttributes, getCustomerProfileObject } from './blocks/profile-objects';
export { loopPrompts, type Prompt, playPrompt } from './blocks/prompts';
export { checkQueueStatus, checkStaffing, getMetrics } from './blocks/queue-metrics';
export {
  adjustQueueTime,
  moveToQueue,
  type QueueOrAgent,
  setPriority,
  setWorkingQueue,
  transferToQueue,
  transferToWorkingQueue,
} from './blocks/queues';
export { setChatAnalytics, setChatProcessing, setRecording, setScreenRecording } from './blocks/recording';
export { setRecordingPreviousVersion } from './blocks/recording-previous-version';
export { allOf, type Need, preferredAgents, proficiency, setRoutingCriteria } from './blocks/routing-criteria';
export { holdParticipant, setLogging, setVoice, startMediaStreaming, stopMediaStreaming } from './blocks/settings';
export { createTask, showView, wait } from './blocks/tasks';
export { setTouchtoneBuffer } from './blocks/touchtone-buffer';
export { transferToAgent, transferToFlow, transferToPhoneNumber } from './blocks/transfers';
export { checkVoiceId, setVoiceId } from './blocks/voice-id';
export { withoutErrorBranch } from './blocks/without-error-branch';
export * from './flow';
export { FlowBuildError } from './flow-build-error';
export type {
  Agent,
  AgentRef,
  Assistant,
  AssistantRef,
  Bot,
  BotRef,
  DataTable,
  DataTableRef,
  FlowHandle,
  FlowRef,
  Hours,
  HoursRef,
  Module,
  ModuleRef,
  PhoneNumber,
  PhoneNumberRef,
  PromptHandle,
  PromptRef,
  Queue,
  QueueRef,
  View,
  ViewRef,
} from './handles';
export { type ModuleContract, moduleContract } from './module-contract';
export {
  agenticVariable,
  assistantSession,
  attribute,
  capabilities,
  caseField,
  contact,
  contactReference,
  customer,
  dataTableRows,
  dataTableValue,
  external,
  externalToolResult,
  flowAttribute,
  lambdaInvocationId,
  lambdaResult,
  lex,
  loopState,
  mediaStream,
  metrics,
  type ProfileField,
  type Reference,
  reference,
  segmentAttribute,
  sipHeader,
  slot,
  tag,
  view,
} from './reference';
export type { Again, Branch, End, OnError, Script, Step } from './step';
export type { Value, Values } from './value';
