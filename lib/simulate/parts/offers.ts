import { LIMITS } from '../../language';
import { agentPart, type Contact, type Offer } from '../contact';
import type { Desk } from '../desk';
import type { Kernel } from '../kernel';
import { callbackBreaksOff } from './callbacks';
import { connectAfter } from './calling';
import { dialAfterPreview } from './campaigns';
import { isAt, putOn, removeAgent } from './desks';
import { legEnds } from './transfers';

/** The contact rings at the agent, who accepts it or misses it. */
export const offer = (kernel: Kernel, contact: Contact, desk: Desk): void => {
  putOn(desk, contact, 'offered');
  contact.parties.set(agentPart(contact), { name: desk.agent.name, agent: desk.agent });
  contact.offers.push({ agent: desk.agent.name, start: kernel.clock.now, end: null, outcome: null });
  const { acceptsAfterSeconds = 3 } = desk.script;
  const ringsOut = acceptsAfterSeconds === 'by hand' || acceptsAfterSeconds > LIMITS.agentRingSeconds;
  kernel.clock.after((ringsOut ? LIMITS.agentRingSeconds : acceptsAfterSeconds) * 1000, () => {
    if (!isOffered(desk, contact)) return;
    if (ringsOut) miss(kernel, contact, desk, 'missed');
    else kernel.accept(contact, desk);
  });
};

const isOffered = (desk: Desk, contact: Contact): boolean =>
  contact.state === 'queued' && isAt(desk, contact, 'offered');

/** The last offer is answered; a contact that ended while it rang was abandoned. */
const closeOffer = (kernel: Kernel, contact: Contact, outcome: NonNullable<Offer['outcome']>): void => {
  const last = contact.offers.at(-1);
  if (last?.outcome !== null) return;
  last.outcome = outcome;
  last.end = kernel.clock.now;
};

/** The agent takes what rings. Gives whether it still rang. */
export const acceptOffer = (kernel: Kernel, desk: Desk, contact: Contact): boolean => {
  if (!isOffered(desk, contact)) return false;
  kernel.accept(contact, desk);
  return true;
};

/** The agent turns down what rings. Gives whether it still rang. */
export const rejectOffer = (kernel: Kernel, desk: Desk, contact: Contact): boolean => {
  if (!isOffered(desk, contact)) return false;
  miss(kernel, contact, desk, 'rejected');
  return true;
};

const SAID = { missed: 'misses the contact', rejected: 'rejects the contact' } as const;

const miss = (kernel: Kernel, contact: Contact, desk: Desk, outcome: keyof typeof SAID): void => {
  closeOffer(kernel, contact, shownAs(kernel, contact, outcome));
  loseAgent(kernel, contact, desk, SAID[outcome]);
  if (comesBack(kernel, contact)) legEnds(kernel, contact, 'OTHER');
};

const shownAs = (kernel: Kernel, { channel }: Contact, outcome: keyof typeof SAID): keyof typeof SAID =>
  outcome === 'rejected' && channel === 'VOICE' && kernel.assumption('rejectedCallShows') === 'MISSED'
    ? 'missed'
    : outcome;

/** Nobody else can accept a call that waits for one agent. */
const comesBack = (kernel: Kernel, { queue, parties }: Contact): boolean =>
  queue?.agent !== undefined && parties.has('SOURCE_AGENT') && kernel.assumption('missedTransfer') === 'comesBack';

/** The agent gets no other contact for now, and this one waits for another agent. */
const loseAgent = (kernel: Kernel, contact: Contact, desk: Desk, how: string): void => {
  removeAgent(kernel, desk, contact);
  putOn(desk, contact, 'missed');
  kernel.note(contact, 'does', how, { who: desk.agent.name });
  kernel.route();
};

/** The agent whisper plays while the other party still waits in the queue. */
export const accept = (kernel: Kernel, contact: Contact, desk: Desk): void => {
  putOn(desk, contact, 'connected');
  closeOffer(kernel, contact, 'accepted');
  kernel.note(contact, 'does', 'accepts the contact', { who: desk.agent.name });
  hangUpInWhisper(kernel, contact, desk);
  if (contact.journey.calls === 'once accepted') return acceptCallback(kernel, contact);
  if (contact.journey.calls === 'while dialling') return dialAfterPreview(kernel, contact);
  kernel.play(contact, 'ACCEPTED', (end) => {
    if (end === 'too long') return whisperTooLong(kernel, contact, desk);
    if (end === 'hung up') return loseWhispered(kernel, contact, desk, 'hangs up while the whisper plays');
    if (contact.state === 'queued') kernel.leaveQueue(contact);
    kernel.connect(contact);
  });
};

/** Whispers have two minutes: after that the agent is dropped, or the contact if the customer was the one who listened. */
const whisperTooLong = (kernel: Kernel, contact: Contact, desk: Desk): void => {
  if (contact.state !== 'queued') return kernel.end(contact, 'OTHER');
  loseWhispered(kernel, contact, desk, 'is disconnected: the whisper took more than two minutes');
};

/** The customer stays in the queue, to be offered to another agent (set-whisper-flow). */
const loseWhispered = (kernel: Kernel, contact: Contact, desk: Desk, how: string): void => {
  Object.assign(contact.offers.at(-1) ?? {}, { outcome: 'failed', end: kernel.clock.now });
  loseAgent(kernel, contact, desk, how);
};

const hangUpInWhisper = (kernel: Kernel, contact: Contact, { script }: Desk): void => {
  const seconds = script.hangsUpInWhisperAfterSeconds;
  if (seconds === undefined) return;
  kernel.clock.after(seconds * 1000, () => {
    for (const execution of [...contact.executions])
      if (execution.run.flowType === 'AGENT_WHISPER') execution.stop('hung up');
  });
};

/** Agent-first callback: the agent is there, now the customer is called. */
const acceptCallback = (kernel: Kernel, contact: Contact): void => {
  kernel.leaveQueue(contact);
  kernel.assumption('callbackShowsPending');
  let waitingFor = 2;
  const ready = (): void => {
    waitingFor--;
    if (waitingFor === 0) kernel.play(contact, 'ANSWERED', (end) => connectAfter(kernel, contact, end));
  };
  const call = () => kernel.callCustomer(contact, ready);
  const atOnce = kernel.assumption('callbackDials') === 'onAccept';
  if (atOnce) call();
  kernel.play(contact, 'ACCEPTED', (end) => {
    if (end === 'too long' || end === 'hung up') return callbackBreaksOff(kernel, contact, 'OTHER');
    if (!atOnce) call();
    ready();
  });
};
