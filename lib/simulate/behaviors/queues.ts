import { LIMITS } from '../../language';
import { chainOf } from '../contact';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { ended, failed, NEXT } from '../outcome';
import type { WorldQueue } from '../world';
import { type Behavior, missing } from './behavior';

/** Every agent has a queue of their own. */
const agentQueue = (execution: Execution, id: string): WorldQueue | undefined => {
  const agent = execution.kernel.world.agent(id);
  if (!agent) return undefined;
  return { arn: `${agent.arn}/queue`, name: agent.name, agent: agent.arn, maxContacts: 10 };
};

/** The queue that a block names, or the working queue. */
export const queueOf = (step: LinkedStep, execution: Execution): WorldQueue | undefined => {
  const { QueueId, AgentId } = step.parameters;
  const { kernel, contact } = execution;
  if (AgentId !== undefined) return agentQueue(execution, execution.text(AgentId));
  if (QueueId !== undefined) return kernel.world.queue(execution.text(QueueId));
  return contact.queue ?? undefined;
};

export const isFull = ({ kernel }: Execution, queue: WorldQueue): boolean =>
  queue.maxContacts !== undefined && kernel.waitingIn(queue) >= queue.maxContacts;

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
  if (chainOf(contact).length >= LIMITS.contactChain) return failed(`a chain holds ${LIMITS.contactChain} contacts`);
  if (isFull(execution, queue)) return failed(`queue "${queue.name}" is full`, 'QueueAtCapacity');
  kernel.moveToQueue(contact, queue);
  return ended('left');
};

/** Whoever is busy does not get the contact: it ends. */
const transferContactToAgent: Behavior = (_step, { contact, kernel }) => {
  if (contact.targetAgent === null) return failed('no agent was chosen');
  if (kernel.desks.get(contact.targetAgent.name)?.state !== 'available') return ended('disconnect');
  contact.queue = {
    arn: `${contact.targetAgent.arn}/queue`,
    name: contact.targetAgent.name,
    agent: contact.targetAgent.arn,
  };
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
