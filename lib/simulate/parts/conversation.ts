import { agentOf, type Contact } from '../contact';
import type { Kernel } from '../kernel';
import type { Move } from '../scenario';
import { customerHangsUp } from './endings';
import { choose, isConsultation, legEnds } from './transfers';

/** Long enough to say what there is to say, where a script gives no time. */
const TALK_SECONDS = 30;

/** Both sides talk; then the people do what the script has them do next. */
export const connect = (kernel: Kernel, contact: Contact): void => {
  if (contact.state === 'ended') return;
  contact.state = 'connected';
  contact.connectedToAgent = kernel.clock.now;
  contact.talking = contact.journey.connects;
  const names = contact.journey.connects.map((party) => contact.parties.get(party)?.name).filter(Boolean);
  kernel.note(
    contact,
    'contact',
    names.length > 1 ? `${names.join(' and ')} talk` : `${names[0] ?? 'Nobody'} has the contact`,
  );
  kernel.nextMove(contact);
};

/** The next move of the script; without one everybody stays on the line, and the run ends there. */
export const nextMove = (kernel: Kernel, contact: Contact): void => {
  const move = contact.story.moves.shift();
  if (move === undefined) return;
  kernel.clock.after((move.afterSeconds ?? TALK_SECONDS) * 1000, () => {
    if (contact.state === 'ended' && move.does !== 'hangs up') return;
    perform(kernel, contact, move);
  });
};

const perform = (kernel: Kernel, contact: Contact, move: Move): void => {
  switch (move.does) {
    case 'transfers':
      return kernel.startTransfer(contact, move.to);
    case 'chooses':
      return choose(kernel, contact, move.choice);
    case 'hangs up':
      return hangUp(kernel, contact, move.who);
  }
};

const hangUp = (kernel: Kernel, contact: Contact, who: 'customer' | 'agent'): void => {
  if (who === 'customer') {
    kernel.note(contact, 'does', 'hangs up', { who: contact.parties.get('CUSTOMER')?.name ?? 'Customer' });
    return customerHangsUp(kernel, contact.story);
  }
  kernel.note(contact, 'does', 'hangs up', { who: agentOf(contact)?.name ?? null });
  // While two agents consult, the one who hangs up is the colleague, and the customer is still the other one's.
  if (isConsultation(contact) && !contact.parties.has('CUSTOMER')) return legEnds(kernel, contact, 'AGENT_DISCONNECT');
  kernel.end(contact, 'AGENT_DISCONNECT');
};
