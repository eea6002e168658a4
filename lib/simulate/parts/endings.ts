import { journeyOf, runsDisconnectFlow, stagesAt } from '../../journey';
import { agentPart, type Contact, chainIsFull } from '../contact';
import type { Kernel } from '../kernel';
import type { Story } from '../story';
import { callbackBreaksOff, isHalfway } from './callbacks';
import { freeSourceAgent } from './desks';
import { tellGuide } from './guides';
import { followUpOf } from './next-contacts';

const close = (kernel: Kernel, contact: Contact, reason: string): void => {
  if (contact.state === 'ended') return;
  const { now } = kernel.clock;
  contact.state = 'ended';
  contact.disconnected = now;
  contact.disconnectReason = reason;
  if (contact.enqueued !== null && contact.dequeued === null) contact.dequeued = now;
  kernel.waiting.leave(contact, now);
  abandonOffer(contact, now);
  const pause = contact.pauses.at(-1);
  if (pause?.end === null) pause.end = now;
  for (const execution of [...contact.executions]) execution.stop();
  kernel.note(contact, 'contact', `ends: ${reason}`);
  if (contact.connectedToAgent !== null) tellGuide(kernel, contact, 'DisconnectAgentUI');
  freeSourceAgent(kernel, contact);
  kernel.agentLeaves(contact);
  for (const supervisor of contact.supervisors ?? []) kernel.end(supervisor, 'OTHER');
  if (contact.afterContactWork === null || contact.afterContactWork.end !== null) kernel.completed(contact);
};

/** It rang when the contact ended. */
const abandonOffer = (contact: Contact, now: number): void => {
  const last = contact.offers.at(-1);
  if (last?.outcome !== null) return;
  last.outcome = 'abandoned';
  last.end = now;
};

/** Ends a segment of a call that goes on elsewhere, so no disconnect flow runs. */
export const closeSegment = close;

/** Whether the customer is on this contact, or it is one that needs no customer on the line. */
const hasCustomer = ({ channel, parties }: Contact): boolean => channel === 'TASK' || parties.has('CUSTOMER');

/** Whether a contact that ends for this reason goes on with its disconnect flow. */
const goesOn = (kernel: Kernel, contact: Contact, reason: string): boolean => {
  if (contact.hooks.CustomerRemaining === undefined || chainIsFull(contact)) return false;
  if (runsDisconnectFlow(contact.channel, reason)) return hasCustomer(contact);
  return reason === 'CUSTOMER_DISCONNECT' && kernel.assumption('customerLeavingRunsDisconnectFlow') === 'yes';
};

/** Ends a contact; a disconnect flow runs if one is set and the customer is still there. */
export const end = (kernel: Kernel, contact: Contact, reason: string): void => {
  if (contact.state === 'ended') return;
  const disconnectFlow = goesOn(kernel, contact, reason);
  if (disconnectFlow && kernel.assumption('disconnectFlowContact') === 'sameContact')
    return runOnSameContact(kernel, contact, reason);
  close(kernel, contact, reason);
  if (disconnectFlow) runOnNewContact(kernel, contact, reason);
};

const followUp = (kernel: Kernel, contact: Contact): Contact =>
  kernel.create({ ...followUpOf(contact), method: 'DISCONNECT', queue: contact.queue });

const runOnNewContact = (kernel: Kernel, contact: Contact, reason: string): void => {
  const next = followUp(kernel, contact);
  if (reason === 'CUSTOMER_DISCONNECT') next.parties.delete('CUSTOMER');
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
  kernel.agentLeaves(contact);
  contact.agentLeft = kernel.clock.now;
  contact.parties.delete(agentPart(contact));
  kernel.playStage(contact, stage, (how) => {
    close(kernel, contact, reason);
    if (how === 'queued') kernel.enqueue(followUp(kernel, contact));
  });
};

/** Everything that the customer still takes part in ends with the customer, and so does a transfer that nobody has answered. */
export const customerHangsUp = (kernel: Kernel, story: Story): void => {
  for (const contact of story.contacts) {
    if (contact.state === 'ended' || isWaitingCallback(contact)) continue;
    if (!contact.parties.has('CUSTOMER') && !isPending(contact)) continue;
    if (staysWithoutCustomer(kernel, contact)) leaveToOthers(kernel, contact);
    else if (isHalfway(contact)) callbackBreaksOff(kernel, contact, 'CUSTOMER_DISCONNECT');
    else kernel.end(contact, 'CUSTOMER_DISCONNECT');
  }
};

/** A call that an agent transfers, and that nobody has answered yet. */
export const isPending = ({ state, parties, channel }: Contact): boolean =>
  channel === 'VOICE' && (state === 'flow' || state === 'queued') && parties.has('SOURCE_AGENT');

const isWaitingCallback = (contact: Contact): boolean =>
  contact.journey.calls === 'once accepted' && contact.connectedToSystem === null;

/** The leg of a transfer that everybody joined. */
const isConference = ({ state, talking, parties }: Contact): boolean =>
  state === 'connected' && talking.includes('SOURCE_AGENT') && parties.has('SOURCE_AGENT') && parties.has('CUSTOMER');

/** Of a multi-party call only the customer leaves, as long as agents are on it (multi-party-calls). */
const staysWithoutCustomer = (kernel: Kernel, contact: Contact): boolean =>
  isConference(contact) &&
  (kernel.world.world.multiParty === true || kernel.assumption('customerLeavingEndsConference') === 'no');

const leaveToOthers = (kernel: Kernel, contact: Contact): void => {
  contact.parties.delete('CUSTOMER');
  contact.talking = contact.talking.filter((party) => party !== 'CUSTOMER');
  kernel.note(contact, 'contact', 'goes on without the customer');
};
