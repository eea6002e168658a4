import { hookInheritance, type Journey, journeyOf } from '../../journey';
import type { Contact } from '../contact';
import type { Kernel, NewContact } from '../kernel';
import { randomUuid } from '../random';
import type { Story } from '../story';
import type { WorldQueue } from '../world';

/** Priority of a contact for which no block set one. */
const DEFAULT_PRIORITY = 5;

const inherits = (kernel: Kernel, method: string): boolean => {
  const assumption = hookInheritance(method);
  return assumption !== undefined && kernel.assumption(assumption) === 'yes';
};

const journeyFor = (kernel: Kernel, { method, channel, variant = null }: NewContact): Journey => {
  const journey = journeyOf(kernel.journeys, { method, channel, variant });
  if (journey) return journey;
  throw new Error(`The rulebook has no journey for ${method} on ${channel}${variant ? ` (${variant})` : ''}.`);
};

/** More come of one only where flows lead round and round: each contact takes its time and its memory. */
const MOST_CONTACTS = 1000;

/** The story of a new contact. One that a flow started counts for the contact of that flow. */
const storyFor = (kernel: Kernel, { story, previous, related }: NewContact): Story => {
  const own = story ?? previous?.story ?? kernel.newStory();
  if (related && related.story !== own) own.root ??= related.story.root ?? related.story;
  const root = own.root ?? own;
  root.begun++;
  if (root.begun > MOST_CONTACTS)
    kernel.stop(
      `More than ${MOST_CONTACTS} contacts came of one. Its flows start contacts (tasks, callbacks, disconnect flows …) that lead to these flows again.`,
    );
  return own;
};

/** A related contact begins with a copy of the attributes; what is written later stays where it is written (tasks). */
const ownAttributes = ({ related, attributes }: NewContact): Map<string, string> => {
  const own = new Map(related?.attributes);
  for (const name in attributes) own.set(name, attributes[name] as string);
  return own;
};

/** A contact as the rulebook wants it: its journey, its place in the chain, the hooks it takes over. */
export const create = (kernel: Kernel, facts: NewContact): Contact => {
  const { method, channel, variant = null, previous = null } = facts;
  const journey = journeyFor(kernel, facts);
  const contact: Contact = {
    id: randomUuid(kernel.random),
    method,
    channel,
    variant,
    journey,
    previous,
    initial: previous === null ? null : (previous.initial ?? previous),
    related: facts.related ?? null,
    initiated: kernel.clock.now,
    next: null,
    state: 'flow',
    attributes: previous?.attributes ?? ownAttributes(facts),
    hooks: previous && inherits(kernel, method) ? { ...previous.hooks } : {},
    data: previous ? new Map(previous.data) : new Map(),
    tags: previous?.tags ? new Map(previous.tags) : null,
    settings: null,
    runs: [],
    story: storyFor(kernel, facts),
    executions: [],
    parties: new Map(),
    entryPoint: facts.entryPoint,
    quickConnect: facts.quickConnect,
    queue: facts.queue ?? null,
    targetAgent: facts.targetAgent ?? null,
    priority: facts.priority ?? DEFAULT_PRIORITY,
    ageAdjustment: 0,
    customerPart: journey.connects.includes('SOURCE_AGENT') ? 'SOURCE_AGENT' : 'CUSTOMER',
    talking: [],
    customerEndpoint: facts.customerEndpoint ?? null,
    systemEndpoint: facts.systemEndpoint ?? null,
    callbackNumber: facts.callbackNumber ?? null,
    campaign: facts.campaign ?? null,
    retries: null,
    preview: null,
    enqueued: null,
    dequeued: null,
    offers: [],
    connectedToSystem: null,
    connectedToAgent: null,
    agent: null,
    agentLeft: null,
    afterContactWork: null,
    pauses: [],
    supervisors: null,
    disconnected: null,
    disconnectReason: null,
  };
  if (previous && previous.next === null) previous.next = contact;
  takeCustomerAlong(contact);
  kernel.began(contact);
  kernel.note(contact, 'contact', `starts: ${method}, ${channel}${previous ? `, after ${previous.id}` : ''}`);
  return contact;
};

const CUSTOMER = { name: 'Customer' };

/**
 * Tasks and emails have nobody on the line; on the leg of a transfer the source agent plays the customer's part; a
 * supervisor's contact is the supervisor's own.
 */
const takeCustomerAlong = (contact: Contact): void => {
  const spoken = contact.channel === 'VOICE' || contact.channel === 'CHAT';
  const supervises = contact.journey.connects.includes('SUPERVISOR');
  if (spoken && !supervises && contact.customerPart === 'CUSTOMER') contact.parties.set('CUSTOMER', CUSTOMER);
};

/** What a contact that follows another one has of it. */
export const followUpOf = (contact: Contact) => ({
  channel: contact.channel,
  previous: contact,
  customerEndpoint: contact.customerEndpoint,
  systemEndpoint: contact.systemEndpoint,
});

/** The waiting contact ends where it is and goes on as a new one in the other queue. */
export const moveToQueue = (kernel: Kernel, contact: Contact, queue: WorldQueue): void => {
  const { now } = kernel.clock;
  contact.dequeued = now;
  kernel.waiting.leave(contact, now);
  contact.state = 'ended';
  contact.disconnected = now;
  contact.disconnectReason = 'CONTACT_FLOW_DISCONNECT';
  kernel.note(contact, 'contact', `moves to queue "${queue.name}"`);
  for (const execution of [...contact.executions]) if (execution.run.flowType !== 'CUSTOMER_QUEUE') execution.stop();
  kernel.agentLeaves(contact);
  const moved = kernel.create({ ...followUpOf(contact), method: 'QUEUE_TRANSFER', queue, priority: contact.priority });
  kernel.completed(contact);
  kernel.clock.after(0, () => kernel.enqueue(moved));
};
