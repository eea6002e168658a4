import { action, rawAction } from '../blocks/action';
import { setAttributes, setContactData, setFlowAttributes, tagContact, untagContact } from '../blocks/attributes';
import { lexBot } from '../blocks/bots';
import {
  atLeast,
  atMost,
  checkHours,
  checkQueueHours,
  compare,
  contains,
  distribute,
  endsWith,
  greaterThan,
  is,
  lessThan,
  share,
  startsWith,
  when,
} from '../blocks/branching';
import { createCallback, setCallbackNumber } from '../blocks/callbacks';
import { disconnect, endFlow, returnFromModule } from '../blocks/endings';
import { invoke, invokeModule } from '../blocks/functions';
import { setDisconnectFlow, setEventFlow, setHoldFlows, setQueueFlow, setWhispers } from '../blocks/hooks';
import { menu, storeInput } from '../blocks/input';
import { again, continueWith, goTo, label, loop } from '../blocks/loops';
import { missing } from '../blocks/missing';
import { named } from '../blocks/named';
import { loopPrompts, playPrompt } from '../blocks/prompts';
import { checkQueueStatus, checkStaffing, getMetrics } from '../blocks/queue-metrics';
import {
  adjustQueueTime,
  moveToQueue,
  setPriority,
  setWorkingQueue,
  transferToQueue,
  transferToWorkingQueue,
} from '../blocks/queues';
import {
  holdParticipant,
  setLogging,
  setRecording,
  setVoice,
  startMediaStreaming,
  stopMediaStreaming,
} from '../blocks/settings';
import { createTask, showView, wait } from '../blocks/tasks';
import { transferToAgent, transferToFlow, transferToPhoneNumber } from '../blocks/transfers';
import { withoutErrorBranch } from '../blocks/without-error-branch';
import * as flows from '../flow';
import {
  attribute,
  contact,
  external,
  flowAttribute,
  metrics,
  reference,
  segmentAttribute,
  slot,
  tag,
} from '../reference';

/** Everything that written code can call or read, by name. */
const WORDS: { readonly [name: string]: unknown } = {
  ...flows,
  action,
  adjustQueueTime,
  again,
  atLeast,
  atMost,
  attribute,
  checkHours,
  checkQueueHours,
  checkQueueStatus,
  checkStaffing,
  compare,
  contact,
  contains,
  continueWith,
  createCallback,
  createTask,
  disconnect,
  distribute,
  endFlow,
  endsWith,
  external,
  flowAttribute,
  getMetrics,
  goTo,
  greaterThan,
  holdParticipant,
  invoke,
  invokeModule,
  is,
  label,
  lessThan,
  lexBot,
  loop,
  loopPrompts,
  menu,
  metrics,
  missing,
  moveToQueue,
  named,
  playPrompt,
  rawAction,
  reference,
  returnFromModule,
  segmentAttribute,
  setAttributes,
  setCallbackNumber,
  setContactData,
  setDisconnectFlow,
  setEventFlow,
  setFlowAttributes,
  setHoldFlows,
  setLogging,
  setPriority,
  setQueueFlow,
  setRecording,
  setVoice,
  setWhispers,
  setWorkingQueue,
  share,
  showView,
  slot,
  startMediaStreaming,
  startsWith,
  stopMediaStreaming,
  storeInput,
  tag,
  tagContact,
  transferToAgent,
  transferToFlow,
  transferToPhoneNumber,
  transferToQueue,
  transferToWorkingQueue,
  untagContact,
  wait,
  when,
  withoutErrorBranch,
};

export const VOCABULARY: ReadonlyMap<string, unknown> = new Map(Object.entries(WORDS));
