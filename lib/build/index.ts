export * from './answers';
export { type ActionBranches, action, type GivenParameters, rawAction } from './blocks/action';
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
export { disconnect, endFlow, returnFromModule } from './blocks/endings';
export { type FunctionRef, invoke, invokeModule } from './blocks/functions';
export { setDisconnectFlow, setEventFlow, setHoldFlows, setQueueFlow, setWhispers } from './blocks/hooks';
export { type MenuBranches, menu, type StoreInputOptions, storeInput } from './blocks/input';
export { again, goTo, label, loop } from './blocks/loops';
export { named } from './blocks/named';
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
export {
  holdParticipant,
  setLogging,
  setRecording,
  setVoice,
  startMediaStreaming,
  stopMediaStreaming,
} from './blocks/settings';
export { createTask, showView, wait } from './blocks/tasks';
export { transferToAgent, transferToFlow, transferToPhoneNumber } from './blocks/transfers';
export * from './flow';
export { FlowBuildError } from './flow-build-error';
export type {
  Agent,
  AgentRef,
  Bot,
  BotRef,
  FlowHandle,
  FlowRef,
  Hours,
  HoursRef,
  Module,
  ModuleRef,
  PromptHandle,
  PromptRef,
  Queue,
  QueueRef,
  View,
  ViewRef,
} from './handles';
export type { Reference } from './reference';
export {
  attribute,
  contact,
  external,
  flowAttribute,
  metrics,
  reference,
  segmentAttribute,
  slot,
  tag,
} from './reference';
export type { Again, Branch, End, OnError, Script, Step } from './step';
export type { Value, Values } from './value';
