import { LIMITS } from '../../language';
import { agentQueue } from '../agent-queue';
import { chainIsFull } from '../contact';
import { agentState, contactIn } from '../desk';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { ended, failed, NEXT } from '../outcome';
import { completeWork } from '../parts/desks';
import type { WorldQueue } from '../world';
import { type Behavior, missing } from './behavior';

/** The queue that a block names, or the working queue. */
export const queueOf = (step: LinkedStep, execution: Execution): WorldQueue | undefined => {
  const { QueueId, AgentId } = step.parameters;
  const { kernel, contact } = execution;
  if (AgentId !== undefined) {
    const agent = kernel.world.agent(execution.text(AgentId));
    return agent && agentQueue(agent);
  }
  if (QueueId !== undefined) return kernel.world.queue(execution.text(QueueId));
  return contact.queue ?? undefined;
};

export const isFull = ({ kernel }: Execution, queue: WorldQueue): boolean =>
  queue.maxContacts !== undefined && kernel.waiting.waitingIn(queue.arn) >= queue.maxContacts;

const updateContactTargetQueue: Behavior = (step, execution) => {
  const queue = queueOf(step, execution);
  if (!queue) return missing('queue', execution.text(step.parameters.QueueId ?? step.parameters.AgentId));
  execution.contact.queue = queue;
  return NEXT;
};

const transferContactToQueue: Behavior = (_step, execution) => {
  const { queue } = execution.contact;
  if (queue === null) return failed('the contact has no working queue');
  if (isFull(execution, queue)) return failed(`queue "${queue.name}" is full`, 'QueueAtCapacity');
  return ended('queued');
};

const dequeueContactAndTransferToQueue: Behavior = (step, execution) => {
  const { contact, kernel } = execution;
  const queue = queueOf(step, execution);
  if (!queue) return failed('there is no such queue');
  if (contact.state !== 'queued') return failed('the contact is not in a queue');
  if (chainIsFull(contact)) return failed(`a chain holds ${LIMITS.contactChain} contacts`);
  if (isFull(execution, queue)) return failed(`queue "${queue.name}" is full`, 'QueueAtCapacity');
  kernel.moveToQueue(contact, queue);
  return ended('left');
};

/** Whoever is on a contact does not get this one, which ends; work after a contact is broken off (transfer-to-agent-block). */
const transferContactToAgent: Behavior = (_step, { contact, kernel }) => {
  const { targetAgent } = contact;
  if (targetAgent === null) return failed('no agent was chosen');
  const desk = kernel.desks.get(targetAgent.name);
  const finished = desk && contactIn(desk, 'afterContactWork');
  if (desk && finished) completeWork(kernel, desk, finished);
  if (desk === undefined || agentState(desk) !== 'available') return ended('disconnect');
  contact.queue = agentQueue(targetAgent);
  return ended('queued');
};

const updateContactRoutingBehavior: Behavior = (step, { contact }) => {
  const { QueuePriority: priority, QueueTimeAdjustmentSeconds: seconds, RoutingProficiencies: list } = step.parameters;
  // What else the undocumented form holds is unknown; an empty one asks for nothing.
  if (list !== undefined && (typeof list !== 'object' || list === null || Object.keys(list).length === 0))
    return failed('no proficiency is named');
  if (priority !== undefined) contact.priority = Number(priority);
  if (seconds !== undefined) contact.ageAdjustment += Number(seconds) * 1000;
  return NEXT;
};

export const QUEUE_BEHAVIORS = {
  UpdateContactTargetQueue: updateContactTargetQueue,
  TransferContactToQueue: transferContactToQueue,
  DequeueContactAndTransferToQueue: dequeueContactAndTransferToQueue,
  TransferContactToAgent: transferContactToAgent,
  UpdateContactRoutingBehavior: updateContactRoutingBehavior,
} satisfies Record<string, Behavior>;
