import { hookInheritance, journeyOf } from '../../journey';
import { type Contact, customerPart } from '../contact';
import type { CallbackRequest, Kernel, NewContact } from '../kernel';
import { randomUuid } from '../random';
import { storyOf } from '../story';
import type { WorldQueue } from '../world';

/** Priority of a contact for which no block set one. */
const DEFAULT_PRIORITY = 5;

const inherits = (kernel: Kernel, method: string): boolean => {
  const assumption = hookInheritance(method);
  return assumption !== undefined && kernel.assumption(assumption) === 'yes';
};

/** A contact as the rulebook wants it: its journey, its place in the chain, the hooks it takes over. */
export const create = (kernel: Kernel, facts: NewContact): Contact => {
  const { method, channel, variant = null, previous = null, attributes = {} } = facts;
  const journey = journeyOf(kernel.journeys, { method, channel, variant });
  if (!journey)
    throw new Error(`The rulebook has no journey for ${method} on ${channel}${variant ? ` (${variant})` : ''}.`);
  const contact: Contact = {
    id: randomUuid(kernel.random),
    method,
    channel,
    variant,
    journey,
    previous,
    initial: previous === null ? null : (previous.initial ?? previous),
    initiated: kernel.clock.now,
    next: null,
    state: 'flow',
    attributes: previous?.attributes ?? new Map(Object.entries(attributes)),
    hooks: previous && inherits(kernel, method) ? { ...previous.hooks } : {},
    data: new Map(previous?.data),
    tags: new Map(previous?.tags),
    runs: [],
    story: facts.story ?? previous?.story ?? storyOf(),
    executions: new Set(),
    parties: new Map(),
    entryPoint: facts.entryPoint,
    quickConnect: facts.quickConnect,
    queue: facts.queue ?? null,
    targetAgent: facts.targetAgent ?? null,
    priority: facts.priority ?? DEFAULT_PRIORITY,
    ageAdjustment: 0,
    talking: [],
    customerEndpoint: facts.customerEndpoint ?? null,
    systemEndpoint: facts.systemEndpoint ?? null,
    callbackNumber: facts.callbackNumber ?? null,
    enqueued: null,
    dequeued: null,
    connectedToSystem: null,
    connectedToAgent: null,
    disconnected: null,
    disconnectReason: null,
  };
  if (previous && previous.next === null) previous.next = contact;
  kernel.contacts.push(contact);
  takeCustomerAlong(contact);
  kernel.note(contact, 'contact', `starts: ${method}, ${channel}${previous ? `, after ${previous.id}` : ''}`);
  return contact;
};

const CUSTOMER = { name: 'Customer' };

/** Tasks and emails have nobody on the line, and on the leg of a transfer the source agent plays the customer's part. */
const takeCustomerAlong = (contact: Contact): void => {
  const spoken = contact.channel === 'VOICE' || contact.channel === 'CHAT';
  if (spoken && customerPart(contact) === 'CUSTOMER') contact.parties.set('CUSTOMER', CUSTOMER);
};

/** The callback is a contact of its own from now on; the one that asked for it may end. */
export const createCallback = (kernel: Kernel, contact: Contact, request: CallbackRequest): void => {
  const { queue, delaySeconds, creationFlow } = request;
  const callback = kernel.create({
    method: 'CALLBACK',
    channel: contact.channel,
    previous: contact,
    queue,
    entryPoint: { name: 'the callback', ...(creationFlow && { flow: creationFlow }) },
    customerEndpoint: contact.customerEndpoint,
    systemEndpoint: contact.systemEndpoint,
    callbackNumber: contact.callbackNumber ?? contact.customerEndpoint?.Address ?? null,
    priority: contact.priority,
  });
  kernel.play(callback, 'CREATED', (end) => {
    if (end === null) kernel.clock.after(delaySeconds * 1000, () => enqueueIfWanted(kernel, callback));
    else if (end === 'queued') kernel.enqueue(callback);
    else kernel.end(callback, 'CONTACT_FLOW_DISCONNECT');
  });
};

/** It may have been ended while it waited for its delay. */
const enqueueIfWanted = (kernel: Kernel, callback: Contact): void => {
  if (callback.state !== 'ended') kernel.enqueue(callback);
};

/** The waiting contact ends where it is and goes on as a new one in the other queue. */
export const moveToQueue = (kernel: Kernel, contact: Contact, queue: WorldQueue): void => {
  contact.state = 'ended';
  contact.dequeued = kernel.clock.now;
  contact.disconnected = kernel.clock.now;
  contact.disconnectReason = 'CONTACT_FLOW_DISCONNECT';
  kernel.note(contact, 'contact', `moves to queue "${queue.name}"`);
  for (const execution of [...contact.executions]) if (execution.run.flowType !== 'CUSTOMER_QUEUE') execution.stop();
  kernel.free(contact);
  const moved = kernel.create({
    method: 'QUEUE_TRANSFER',
    channel: contact.channel,
    previous: contact,
    queue,
    customerEndpoint: contact.customerEndpoint,
    systemEndpoint: contact.systemEndpoint,
    priority: contact.priority,
  });
  kernel.clock.after(0, () => kernel.enqueue(moved));
};
