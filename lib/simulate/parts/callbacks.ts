import { LIMITS } from '../../language';
import type { Contact } from '../contact';
import type { CallbackRequest, Kernel, NewContact } from '../kernel';
import { deskOf, removeAgent } from './desks';
import { followUpOf } from './next-contacts';

const AGENT_FIRST = 'CALLBACK';
const CUSTOMER_FIRST = 'CALLBACK_CUSTOMER_FIRST_QUEUED';
const CUSTOMER_FIRST_CALL = 'CALLBACK_CUSTOMER_FIRST_DIALED';

const requested = (contact: Contact, { queue, creationFlow }: CallbackRequest): Omit<NewContact, 'method'> => ({
  ...followUpOf(contact),
  queue,
  entryPoint: { name: 'the callback', ...(creationFlow && { flow: creationFlow }) },
  callbackNumber: contact.callbackNumber ?? contact.customerEndpoint?.Address ?? null,
  priority: contact.priority,
});

/** The number that the customer will see. */
const callerId = (kernel: Kernel, { queue }: CallbackRequest): Pick<NewContact, 'systemEndpoint'> => {
  if (kernel.assumption('callbackSystemEndpoint') === 'notFilled') return { systemEndpoint: null };
  return { systemEndpoint: { Address: queue.outboundCallerId ?? 'anonymous', Type: 'TELEPHONE_NUMBER' } };
};

/** The callback is a contact of its own from now on; the one that asked for it may end. */
export const createCallback = (kernel: Kernel, contact: Contact, request: CallbackRequest): void => {
  const customerFirst = kernel.world.world.customerFirstCallbackFlow !== undefined;
  const callback = kernel.create({
    ...requested(contact, request),
    ...(!customerFirst && callerId(kernel, request)),
    method: customerFirst ? CUSTOMER_FIRST : AGENT_FIRST,
  });
  const retries = { left: request.attempts - 1, delaySeconds: request.retryDelaySeconds };
  callback.retries = customerFirst ? null : retries;
  kernel.clock.inBackground(LIMITS.callbackExpirySeconds * 1000, () => expire(kernel, callback));
  if (customerFirst) kernel.clock.after(request.delaySeconds * 1000, () => runCreationFlow(kernel, callback, 0));
  else runCreationFlow(kernel, callback, request.delaySeconds);
};

/** With a creation flow the delay is left out: the flow is where to wait (interactions-createcallbackcontact). */
const runCreationFlow = (kernel: Kernel, callback: Contact, delaySeconds: number): void =>
  kernel.play(callback, 'CREATED', (end) => {
    if (end === null) enqueueAfterDelay(kernel, callback, delaySeconds);
    else if (end === 'queued') kernel.enqueue(callback);
    else kernel.end(callback, 'CONTACT_FLOW_DISCONNECT');
  });

const enqueueAfterDelay = (kernel: Kernel, callback: Contact, delaySeconds: number): void => {
  if (callback.method === AGENT_FIRST && delaySeconds > 0) kernel.assumption('callbackQueueDuration');
  kernel.clock.after(delaySeconds * 1000, () => enqueueIfWanted(kernel, callback));
};

/** It may have been ended while it waited for its delay. */
const enqueueIfWanted = (kernel: Kernel, callback: Contact): void => {
  if (callback.state !== 'ended') kernel.enqueue(callback);
};

/** A callback that nobody took in seven days is given up. */
const expire = (kernel: Kernel, callback: Contact): void => {
  if (callback.state !== 'connected') kernel.end(callback, 'EXPIRED');
};

const triesLeft = (left: number): string => (left === 1 ? 'for the last time' : `${left} times more at most`);

/** The callback waits and is queued again, as often as it was asked for. Gives whether there are attempts left. */
export const retryLater = (kernel: Kernel, callback: Contact, why: string): boolean => {
  const { retries } = callback;
  if (retries === null || retries.left <= 0) return false;
  callback.retries = { ...retries, left: retries.left - 1 };
  callback.state = 'flow';
  callback.connectedToSystem = null;
  Object.assign(callback.offers.at(-1) ?? {}, { outcome: 'failed', end: kernel.clock.now });
  const desk = deskOf(kernel, callback);
  if (desk) removeAgent(kernel, desk, callback);
  kernel.note(callback, 'contact', `${why}, and tried again in ${retries.delaySeconds} s (${triesLeft(retries.left)})`);
  kernel.clock.after(retries.delaySeconds * 1000, () => enqueueIfWanted(kernel, callback));
  kernel.route();
  return true;
};

/** Accepted by an agent, and both do not talk yet. */
export const isHalfway = ({ journey, state, connectedToSystem, connectedToAgent }: Contact): boolean =>
  journey.calls === 'once accepted' && state === 'connected' && connectedToSystem !== null && connectedToAgent === null;

/** Something went wrong between the agent who accepted and the two who talk (failed-callback-attempt). */
export const callbackBreaksOff = (kernel: Kernel, callback: Contact, reason: string): void => {
  for (const execution of [...callback.executions]) execution.stop('hung up');
  const again = (callback.retries?.left ?? 0) > 0 && kernel.assumption('callbackRetries') === 'everyFailure';
  if (!again || !retryLater(kernel, callback, 'is broken off')) kernel.end(callback, reason);
};

/** The turn of a customer-first callback has come: the customer is called before any agent is offered the call. */
export const callCustomerFirst = (kernel: Kernel, queued: Contact): void => {
  kernel.leaveQueue(queued);
  const { queue, callbackNumber, priority } = queued;
  const flow = kernel.world.world.customerFirstCallbackFlow;
  const call = kernel.create({
    ...followUpOf(queued),
    method: CUSTOMER_FIRST_CALL,
    queue,
    callbackNumber,
    priority,
    entryPoint: { name: 'the customer-first callback', ...(flow && { flow }) },
  });
  kernel.end(queued, 'CONTACT_FLOW_DISCONNECT');
  kernel.callCustomer(call, () => kernel.runEntryFlow(call));
};
