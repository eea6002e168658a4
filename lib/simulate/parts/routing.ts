import { LIMITS } from '../../language';
import { agentOf, agentPart, type Contact, customerPart } from '../contact';
import { peekSettings, type RoutingStep } from '../contact-settings';
import type { Desk, Kernel } from '../kernel';
import { fitsRouting } from '../routing-criteria';
import type { WorldAgent, WorldQueue } from '../world';

const isWaiting = (contact: Contact): boolean => contact.state === 'queued' && agentOf(contact) === undefined;

export const waitingIn = (kernel: Kernel, queue: WorldQueue): number =>
  kernel.contacts.filter((contact) => isWaiting(contact) && contact.queue?.arn === queue.arn).length;

/** Puts a contact into its working queue: the queue flow plays, and an agent is looked for. */
export const enqueue = (kernel: Kernel, contact: Contact): void => {
  contact.state = 'queued';
  contact.enqueued = kernel.clock.now;
  kernel.note(contact, 'contact', `waits in queue "${contact.queue?.name}"`);
  kernel.play(contact, 'QUEUED', (end) => {
    if (end === 'disconnect' && contact.state === 'queued') kernel.end(contact, 'CONTACT_FLOW_DISCONNECT');
  });
  kernel.route();
  routeAsStepsExpire(kernel, contact);
};

export const leaveQueue = (kernel: Kernel, contact: Contact): void => {
  contact.state = 'connected';
  contact.dequeued = kernel.clock.now;
  for (const execution of [...contact.executions]) if (execution.run.flowType === 'CUSTOMER_QUEUE') execution.stop();
};

/** Whether an agent's routing profile serves a queue; the own queue of an agent is served by nobody else. */
export const serves = (agent: WorldAgent, queue: WorldQueue): boolean => {
  if (queue.agent !== undefined) return queue.agent === agent.arn;
  return agent.queues === 'every queue' || agent.queues.includes(queue.arn);
};

/** Priority first (1 is the highest), then who waits longest. */
const byUrgency = (a: Contact, b: Contact): number => a.priority - b.priority || waitsSince(a) - waitsSince(b);

const waitsSince = ({ enqueued, ageAdjustment }: Contact): number => (enqueued ?? 0) - ageAdjustment;

export const route = (kernel: Kernel): void => {
  for (const contact of kernel.contacts.filter(isWaiting).sort(byUrgency)) {
    const desk = [...kernel.desks.values()].find((each) => canTake(kernel, each, contact));
    if (desk) offer(kernel, contact, desk);
  }
};

const NO_STEPS: readonly RoutingStep[] = [];

const routingOf = (contact: Contact): readonly RoutingStep[] => peekSettings(contact)?.routing ?? NO_STEPS;

/** Whether an agent is free for a contact, serves its queue, and meets what its routing criteria ask for by now. */
const canTake = ({ clock }: Kernel, { agent, state }: Desk, contact: Contact): boolean => {
  if (state !== 'available' || contact.queue === null || !serves(agent, contact.queue)) return false;
  const waitedSeconds = (clock.now - (contact.enqueued ?? clock.now)) / 1000;
  return fitsRouting(agent, routingOf(contact), waitedSeconds);
};

/** Routing criteria ask for less as their steps expire, so the contact is looked at again each time. */
const routeAsStepsExpire = (kernel: Kernel, contact: Contact): void => {
  let total = 0;
  for (const { seconds } of routingOf(contact)) {
    if (seconds === null) return;
    total += seconds;
    kernel.clock.after(total * 1000, () => kernel.route());
  }
};

/** The contact rings at the agent, who accepts it or misses it. */
const offer = (kernel: Kernel, contact: Contact, desk: Desk): void => {
  desk.state = 'offered';
  desk.contact = contact;
  contact.parties.set(agentPart(contact), { name: desk.agent.name, agent: desk.agent });
  const { acceptsAfterSeconds = 3 } = desk.script;
  const byHand = acceptsAfterSeconds === 'by hand' || acceptsAfterSeconds > LIMITS.agentRingSeconds;
  kernel.clock.after((byHand ? LIMITS.agentRingSeconds : acceptsAfterSeconds) * 1000, () => {
    if (!isOffered(desk, contact)) return;
    if (byHand) loseAgent(kernel, contact, desk, 'misses the contact');
    else kernel.accept(contact, desk);
  });
};

const isOffered = (desk: Desk, contact: Contact): boolean =>
  desk.state === 'offered' && desk.contact === contact && contact.state === 'queued';

/** The agent takes what rings; false when nothing does. */
export const acceptOffer = (kernel: Kernel, desk: Desk): boolean => {
  if (desk.contact === null || !isOffered(desk, desk.contact)) return false;
  kernel.accept(desk.contact, desk);
  return true;
};

/** The agent refuses what rings; false when nothing does. */
export const rejectOffer = (kernel: Kernel, desk: Desk): boolean => {
  if (desk.contact === null || !isOffered(desk, desk.contact)) return false;
  loseAgent(kernel, desk.contact, desk, 'rejects the contact');
  return true;
};

/** The agent can be offered contacts from now on. */
export const becomesAvailable = (kernel: Kernel, desk: Desk): void => {
  if (desk.contact !== null) return;
  desk.state = 'available';
  kernel.route();
};

/** The agent gets no other contact for now, and this one waits for another agent. */
const loseAgent = (kernel: Kernel, contact: Contact, desk: Desk, how: string): void => {
  desk.state = 'missed';
  desk.contact = null;
  contact.parties.delete(agentPart(contact));
  kernel.note(contact, 'does', how, { who: desk.agent.name });
  kernel.route();
};

/** The agent whisper plays while the other party still waits in the queue. */
export const accept = (kernel: Kernel, contact: Contact, desk: Desk): void => {
  desk.state = 'busy';
  kernel.note(contact, 'does', 'accepts the contact', { who: desk.agent.name });
  if (contact.journey.calls === 'once accepted') return acceptCallback(kernel, contact);
  kernel.play(contact, 'ACCEPTED', (end) => {
    if (end === 'too long') return whisperTooLong(kernel, contact, desk);
    if (contact.state === 'queued') kernel.leaveQueue(contact);
    kernel.connect(contact);
  });
};

/** Whispers have two minutes: after that the agent is dropped, or the contact if the customer was the one who listened. */
const whisperTooLong = (kernel: Kernel, contact: Contact, desk: Desk): void => {
  if (contact.state !== 'queued') return kernel.end(contact, 'OTHER');
  loseAgent(kernel, contact, desk, 'is disconnected: the whisper took more than two minutes');
};

/** Agent-first callback: the agent is there, now the customer is called. */
const acceptCallback = (kernel: Kernel, contact: Contact): void => {
  kernel.leaveQueue(contact);
  let waitingFor = 2;
  const ready = (): void => {
    waitingFor--;
    if (waitingFor === 0) kernel.play(contact, 'ANSWERED', () => kernel.connect(contact));
  };
  const call = () => kernel.callCustomer(contact, ready);
  const atOnce = kernel.assumption('callbackDials') === 'onAccept';
  if (atOnce) call();
  kernel.play(contact, 'ACCEPTED', (end) => {
    if (end === 'too long') return kernel.end(contact, 'OTHER');
    if (!atOnce) call();
    ready();
  });
};

/** Calls the customer, who answers or does not, as the script says. */
export const callCustomer = (kernel: Kernel, contact: Contact, answered: () => void): void => {
  const { answersCalls, answersAfterSeconds } = contact.story;
  const number = contact.callbackNumber ?? contact.customerEndpoint?.Address ?? 'the customer';
  kernel.note(contact, 'contact', `calls ${number}`);
  kernel.clock.after(answersAfterSeconds * 1000, () => {
    if (contact.state === 'ended') return;
    if (!answersCalls) return kernel.end(contact, 'CUSTOMER_NEVER_ARRIVED');
    contact.connectedToSystem = kernel.clock.now;
    kernel.note(contact, 'does', 'answers the call', { who: contact.parties.get(customerPart(contact))?.name ?? null });
    answered();
  });
};

export const free = (kernel: Kernel, contact: Contact): void => {
  const desk = [...kernel.desks.values()].find((each) => each.contact === contact);
  if (!desk) return;
  desk.state = 'available';
  desk.contact = null;
  kernel.route();
};
