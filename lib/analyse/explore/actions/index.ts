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
import { standingOf } from './standing';

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

/** Everything that the action of a turn can lead to. */
export const act = (turn: Turn): void => {
  const standing = standingOf(turn.step, turn.frame);
  if (standing.kind === 'fails') return turn.fail(standing.branch);
  if (standing.kind === 'has no effect') return turn.onward();
  const type = turn.step.action.Type;
  const own = Object.hasOwn(ACTS, type) ? ACTS[type as ActionType] : undefined;
  (own ?? ordinary)(turn);
};
