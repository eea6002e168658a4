import { type ConsultationChoice, outcomeOf, PARTIES_ON_A_CALL, type Party } from '../../journey';
import type { Contact } from '../contact';
import type { Kernel } from '../kernel';
import { freeSourceAgent } from './desks';
import { closeSegment, isPending } from './endings';
import { hold } from './holding';
import { joinCustomer, leaveColdly, peopleOn } from './transfers';

/** The customer is on hold on the contact before, everybody else on the leg. */
const contactHolding = (leg: Contact, party: Party): Contact => (party === 'CUSTOMER' ? (leg.previous ?? leg) : leg);

/** The transfer came to nothing, so there is nothing to choose; the script goes on. */
const skipChoice = (kernel: Kernel, contact: Contact, button: string): void => {
  kernel.note(contact, 'contact', `has no consultation for which ${button} could be chosen`);
  kernel.nextMove(contact);
};

/** Source: multi-party-calls. */
const cannotSwap = (kernel: Kernel, leg: Contact): void => {
  const who = leg.parties.get('SOURCE_AGENT')?.name ?? null;
  kernel.note(leg, 'does', `cannot choose Swap: it takes exactly ${PARTIES_ON_A_CALL.standard} on the call`, { who });
  kernel.nextMove(leg);
};

/** Two agents are connected, and the customer is (or was) on the contact before. */
export const isConsultation = ({ state, parties, previous }: Contact): boolean =>
  state === 'connected' && parties.has('SOURCE_AGENT') && previous !== null;

/** The source agent, connected with the destination agent, chooses what becomes of the three. */
export const choose = (kernel: Kernel, leg: Contact, choice: ConsultationChoice): void => {
  const { button, talking, onHold, leaves } = outcomeOf(choice, leg.talking);
  if (leaves.includes('SOURCE_AGENT') && isPending(leg)) return leaveColdly(kernel, leg);
  if (!isConsultation(leg)) return skipChoice(kernel, leg, button);
  if (choice === 'SWAP' && peopleOn(leg).size > PARTIES_ON_A_CALL.standard) return cannotSwap(kernel, leg);
  const source = leg.parties.get('SOURCE_AGENT');
  kernel.note(leg, 'does', `chooses ${button}`, { who: source?.name ?? null });
  if (talking.includes('CUSTOMER')) joinCustomer(leg);
  leg.talking = talking.filter((party) => leg.parties.has(party));
  for (const party of talking) kernel.takeOffHold(contactHolding(leg, party), party);
  for (const party of onHold) hold(kernel, contactHolding(leg, party), party, choice);
  tellWhoTalks(kernel, leg);
  if (leaves.includes('SOURCE_AGENT')) leave(kernel, leg);
  kernel.nextMove(leg);
};

const talkersOf = ({ talking, parties }: Contact): readonly string[] =>
  talking.flatMap((party) => parties.get(party)?.name ?? []);

/** Whoever had joined before is still on the call. */
const joinedBefore = ({ previous, talking }: Contact): readonly string[] => {
  if (previous === null || !talking.includes('CUSTOMER') || !previous.talking.includes('SOURCE_AGENT')) return [];
  return [...talkersOf(previous), ...joinedBefore(previous)];
};

const tellWhoTalks = (kernel: Kernel, leg: Contact): void => {
  const everybody = [...new Set([...talkersOf(leg), ...joinedBefore(leg)])];
  const [one = 'Nobody'] = everybody;
  kernel.note(leg, 'contact', everybody.length > 1 ? `${everybody.join(', ')} talk` : `${one} is alone on the line`);
};

const leave = (kernel: Kernel, leg: Contact): void => {
  freeSourceAgent(kernel, leg);
  leg.parties.delete('SOURCE_AGENT');
  if (leg.previous) closeSegment(kernel, leg.previous, 'AGENT_DISCONNECT');
  if (!livesOn(leg)) kernel.end(leg, 'OTHER');
  kernel.route();
};

/** A call lives while the caller or an agent is on it: third parties are not left alone (multi-party-calls). */
const livesOn = ({ story }: Contact): boolean =>
  story.contacts.some(
    ({ state, parties }) =>
      state === 'connected' && [...parties].some(([party, { agent }]) => party === 'CUSTOMER' || agent !== undefined),
  );
