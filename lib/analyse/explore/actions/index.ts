import type { ActionType } from '../../../language';
import type { Turn } from '../turn';
import { ordinary, updateAttributes } from './attributes';
import { compare, loop } from './branching';
import {
  disconnectParticipant,
  endFlowExecution,
  endFlowModuleExecution,
  invokeFlowModule,
  transferToFlow,
} from './control';
import { invokeLambdaFunction } from './functions';
import { updateContactEventHooks } from './hooks';
import {
  createTask,
  startOutboundChatContact,
  startOutboundEmailContact,
  transferParticipantToThirdParty,
} from './new-contacts';
import {
  createCallbackContact,
  dequeueContactAndTransferToQueue,
  looksAtHours,
  looksAtQueue,
  transferContactToAgent,
  transferContactToQueue,
  updateContactTargetQueue,
} from './queues';

type Act = (turn: Turn) => void;

/** Actions of which more has to be known than which ways lead out of them. */
const ACTS: Readonly<Partial<Record<ActionType, Act>>> = {
  CheckHoursOfOperation: looksAtHours(ordinary),
  CheckMetricData: looksAtQueue(ordinary),
  Compare: compare,
  CreateCallbackContact: createCallbackContact,
  CreateTask: createTask,
  DequeueContactAndTransferToQueue: dequeueContactAndTransferToQueue,
  DisconnectParticipant: disconnectParticipant,
  EndFlowExecution: endFlowExecution,
  EndFlowModuleExecution: endFlowModuleExecution,
  GetMetricData: looksAtQueue(ordinary),
  InvokeFlowModule: invokeFlowModule,
  InvokeLambdaFunction: invokeLambdaFunction,
  Loop: loop,
  StartOutboundChatContact: startOutboundChatContact,
  StartOutboundEmailContact: startOutboundEmailContact,
  TransferContactToAgent: transferContactToAgent,
  TransferContactToQueue: transferContactToQueue,
  TransferParticipantToThirdParty: transferParticipantToThirdParty,
  TransferToFlow: transferToFlow,
  UpdateContactAttributes: updateAttributes,
  UpdateContactData: updateAttributes,
  UpdateContactEventHooks: updateContactEventHooks,
  UpdateContactTargetQueue: updateContactTargetQueue,
  UpdateFlowAttributes: updateAttributes,
};

/** A block that does not work on the channel of the contact, or has no effect there. */
const isOffChannel = ({ step, contact }: Turn): 'error' | 'no effect' | undefined => {
  const support = step.spec?.channels[contact.journey.channel];
  return support === 'works' ? undefined : support;
};

/** A module may run in any flow; a block that the running flow's type does not have leaves by its error branch. */
const isOffFlowType = ({ step: { spec }, frame }: Turn): boolean => {
  if (frame.caller === null || spec === undefined || spec.flowTypes.length === 1) return false;
  return !spec.flowTypes.includes(frame.root.program.flow.type);
};

/** On a call that nobody hears, prompts leave by their error branch. Source: play (admin guide). */
const isHeardByNobody = ({ step: { spec }, contact, frame }: Turn): boolean =>
  spec?.participant === 'listens' && contact.journey.channel === 'VOICE' && frame.play.stage.heardBy === null;

/** Everything that the action of a turn can lead to. */
export const act = (turn: Turn): void => {
  const off = isOffChannel(turn);
  if (off === 'error') return turn.fail('ChannelMismatch');
  if (isOffFlowType(turn) || isHeardByNobody(turn)) return turn.fail();
  if (off === 'no effect') return turn.onward();
  const type = turn.step.action.Type;
  const own = Object.hasOwn(ACTS, type) ? ACTS[type as ActionType] : undefined;
  (own ?? ordinary)(turn);
};
