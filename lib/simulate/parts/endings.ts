import { journeyOf, stagesAt } from '../../journey';
import { agentPart, type Contact } from '../contact';
import type { Kernel } from '../kernel';
import type { Story } from '../story';

const close = (kernel: Kernel, contact: Contact, reason: string): void => {
  if (contact.state === 'ended') return;
  contact.state = 'ended';
  contact.disconnected = kernel.clock.now;
  contact.disconnectReason = reason;
  if (contact.enqueued !== null && contact.dequeued === null) contact.dequeued = kernel.clock.now;
  for (const execution of [...contact.executions]) execution.stop();
  kernel.note(contact, 'contact', `ends: ${reason}`);
  kernel.free(contact);
};

/** Whether the customer is still on the line when a contact ends for this reason. */
const customerRemains = (contact: Contact, reason: string): boolean =>
  reason === 'AGENT_DISCONNECT' && (contact.channel === 'TASK' || contact.parties.has('CUSTOMER'));

/** Whether a contact that ends for this reason goes on with its disconnect flow. */
const goesOn = (kernel: Kernel, contact: Contact, reason: string): boolean => {
  if (contact.hooks.CustomerRemaining === undefined) return false;
  if (customerRemains(contact, reason)) return true;
  return reason === 'CUSTOMER_DISCONNECT' && kernel.assumption('customerLeavingRunsDisconnectFlow') === 'yes';
};

/** Ends a contact; a disconnect flow runs if one is set and the customer is still there. */
export const end = (kernel: Kernel, contact: Contact, reason: string): void => {
  if (contact.state === 'ended') return;
  const disconnectFlow = goesOn(kernel, contact, reason);
  if (disconnectFlow && kernel.assumption('disconnectFlowContact') === 'sameContact')
    return runOnSameContact(kernel, contact, reason);
  close(kernel, contact, reason);
  if (disconnectFlow) runOnNewContact(kernel, contact);
};

const followUp = (kernel: Kernel, contact: Contact): Contact =>
  kernel.create({
    method: 'DISCONNECT',
    channel: contact.channel,
    previous: contact,
    queue: contact.queue,
    customerEndpoint: contact.customerEndpoint,
    systemEndpoint: contact.systemEndpoint,
  });

const runOnNewContact = (kernel: Kernel, contact: Contact): void => {
  const next = followUp(kernel, contact);
  kernel.play(next, 'CUSTOMER_REMAINED', (how) => {
    if (how === 'queued') kernel.enqueue(next);
    else kernel.end(next, 'CONTACT_FLOW_DISCONNECT');
  });
};

/** The agent leaves; the contact ends when its disconnect flow has, or goes on as a new one in a queue. */
const runOnSameContact = (kernel: Kernel, contact: Contact, reason: string): void => {
  const { method, channel } = { method: 'DISCONNECT', channel: contact.channel };
  const journey = journeyOf(kernel.journeys, { method, channel });
  const [stage] = journey ? stagesAt(journey, 'CUSTOMER_REMAINED', kernel.assumptions()) : [];
  if (stage === undefined) return close(kernel, contact, reason);
  contact.parties.delete(agentPart(contact));
  kernel.free(contact);
  kernel.playStage(contact, stage, (how) => {
    close(kernel, contact, reason);
    if (how === 'queued') kernel.enqueue(followUp(kernel, contact));
  });
};

/** Everything that the customer still takes part in ends with the customer. */
export const customerHangsUp = (kernel: Kernel, story: Story): void => {
  for (const contact of kernel.contacts.filter((each) => each.story === story)) {
    if (contact.state === 'ended' || !contact.parties.has('CUSTOMER') || isWaitingCallback(contact)) continue;
    kernel.end(contact, 'CUSTOMER_DISCONNECT');
  }
};

const isWaitingCallback = (contact: Contact): boolean =>
  contact.journey.calls === 'once accepted' && contact.connectedToSystem === null;
