import { agentOf, type Contact } from '../contact';
import type { RoutingStep } from '../contact-settings';
import { type Desk, isOpenFor } from '../desk';
import type { Kernel } from '../kernel';
import { fitsRouting } from '../routing-criteria';
import type { WorldAgent, WorldQueue, WorldRoute } from '../world';
import { callCustomerFirst } from './callbacks';
import { offer } from './offers';

/** Puts a contact into its working queue: the queue flow plays, and an agent is looked for. */
export const enqueue = (kernel: Kernel, contact: Contact): void => {
  contact.state = 'queued';
  contact.enqueued = kernel.clock.now;
  contact.dequeued = null;
  kernel.waiting.enter(contact);
  kernel.note(contact, 'contact', `waits in queue "${contact.queue?.name}"`);
  kernel.play(contact, 'QUEUED', (end) => {
    if (end === 'disconnect' && contact.state === 'queued') kernel.end(contact, 'CONTACT_FLOW_DISCONNECT');
  });
  kernel.route();
  routeAgainLater(kernel, contact);
};

export const leaveQueue = (kernel: Kernel, contact: Contact): void => {
  contact.state = 'connected';
  contact.dequeued = kernel.clock.now;
  kernel.waiting.leave(contact, kernel.clock.now);
  for (const execution of [...contact.executions]) if (execution.run.flowType === 'CUSTOMER_QUEUE') execution.stop();
};

/** Whether an agent's routing profile serves a queue; the own queue of an agent is served by nobody else. */
export const serves = (agent: WorldAgent, queue: WorldQueue): boolean => {
  if (queue.agent !== undefined) return queue.agent === agent.arn;
  return agent.queues === 'every queue' || agent.queues.includes(queue.arn);
};

const ANY_ROUTE = { priority: 1, delaySeconds: 0 };

/** How an agent's routing profile serves a queue on a channel; undefined where it does not. */
const routeTo = (
  { routes }: WorldAgent,
  { queue, channel }: Contact,
): Pick<WorldRoute, 'priority' | 'delaySeconds'> | undefined =>
  routes === undefined || queue?.agent !== undefined
    ? ANY_ROUTE
    : routes.find((route) => route.queue === queue?.arn && route.channels.includes(channel));

const waitsSince = ({ enqueued, ageAdjustment }: Contact): number => (enqueued ?? 0) - ageAdjustment;

interface Candidate {
  readonly contact: Contact;
  /** Of its queue, in the routing profile of the agent. */
  readonly queuePriority: number;
}

/** The priority of the queue first, then that of the contact (1 is the highest), then who waits longest. */
const byUrgency = (a: Candidate, b: Candidate): number =>
  a.queuePriority - b.queuePriority ||
  a.contact.priority - b.contact.priority ||
  waitsSince(a.contact) - waitsSince(b.contact);

const NO_STEPS: readonly RoutingStep[] = [];

const routingOf = ({ settings }: Contact): readonly RoutingStep[] => settings?.routing ?? NO_STEPS;

/** A contact as a candidate for an agent: there is room for it, its queue is served, its routing criteria are met by now. */
const candidateFor = ({ clock }: Kernel, desk: Desk, contact: Contact): Candidate | null => {
  const { agent } = desk;
  if (agentOf(contact) !== undefined || contact.queue === null || !serves(agent, contact.queue)) return null;
  if (!isOpenFor(desk, contact.channel)) return null;
  const waitedSeconds = (clock.now - (contact.enqueued ?? clock.now)) / 1000;
  const route = routeTo(agent, contact);
  if (route === undefined || waitedSeconds < route.delaySeconds) return null;
  return fitsRouting(agent, routingOf(contact), waitedSeconds) ? { contact, queuePriority: route.priority } : null;
};

const mostUrgentFor = (kernel: Kernel, desk: Desk): Contact | undefined => {
  let first: Candidate | undefined;
  for (const contact of kernel.waiting) {
    const candidate = candidateFor(kernel, desk, contact);
    if (candidate && (first === undefined || byUrgency(candidate, first) < 0)) first = candidate;
  }
  return first?.contact;
};

/** Who has the fewest contacts comes first, then who has had none for longest (channels-and-concurrency). */
const byIdleness = (a: Desk, b: Desk): number => a.work.length - b.work.length || a.idleSince - b.idleSince;

/** A contact that connects nobody has had its turn once somebody is free: the customer of a customer-first callback is called. */
const takeTurn = (kernel: Kernel, contact: Contact, desk: Desk): void =>
  contact.journey.connects.length === 0 ? callCustomerFirst(kernel, contact) : offer(kernel, contact, desk);

export const route = (kernel: Kernel): void => {
  for (;;) {
    if (kernel.waiting.size === 0) return;
    const free = [...kernel.desks.values()].filter(({ status }) => status === 'Available').sort(byIdleness);
    const found = free
      .map((desk) => ({ desk, contact: mostUrgentFor(kernel, desk) }))
      .find(({ contact }) => contact !== undefined);
    if (found?.contact === undefined) return;
    takeTurn(kernel, found.contact, found.desk);
  }
};

/** Routing criteria ask for less, and more agents count for a queue, as time goes on: the contact is looked at again then. */
const routeAgainLater = (kernel: Kernel, contact: Contact): void => {
  let total = 0;
  for (const { seconds } of routingOf(contact)) {
    if (seconds === null) break;
    total += seconds;
    kernel.clock.after(total * 1000, () => kernel.route());
  }
  const delays = [...kernel.desks.values()].map(({ agent }) => routeTo(agent, contact)?.delaySeconds ?? 0);
  for (const delay of new Set(delays)) if (delay > 0) kernel.clock.after(delay * 1000, () => kernel.route());
};
