import { agentOf, type Contact } from '../contact';
import type { Kernel } from '../kernel';
import type { Move } from '../scenario';
import { sendFlow } from './agent-flows';
import { transferByApi } from './api-transfers';
import { watchBoth, writes } from './chats';
import { choose, isConsultation } from './consultations';
import { replies } from './emails';
import { customerHangsUp, isPending } from './endings';
import { tellGuide } from './guides';
import { hold } from './holding';
import { bargesIn, dropsTheAgent, monitors, stopsMonitoring } from './supervision';
import { pauseTask } from './tasks';
import { legEnds } from './transfers';

/** Long enough to say what there is to say, where a script gives no time. */
const TALK_SECONDS = 30;

/** Both sides talk; then the people do what the script has them do next. */
export const connect = (kernel: Kernel, contact: Contact): void => {
  if (contact.state === 'ended') return;
  contact.state = 'connected';
  contact.connectedToAgent = kernel.clock.now;
  contact.agent = agentOf(contact) ?? null;
  contact.talking = talkers(contact);
  if (contact.channel === 'CHAT') watchBoth(kernel, contact);
  const names = contact.talking.map((party) => contact.parties.get(party)?.name).filter(Boolean);
  kernel.note(
    contact,
    'contact',
    names.length > 1 ? `${names.join(' and ')} talk` : `${names[0] ?? 'Nobody'} has the contact`,
  );
  tellGuide(kernel, contact, 'DefaultAgentUI');
  kernel.nextMove(contact);
};

/** After a cold transfer the customer talks in place of the source agent. */
const talkers = ({ journey, customerPart }: Contact): Contact['talking'] =>
  customerPart === 'CUSTOMER'
    ? journey.connects.map((party) => (party === 'SOURCE_AGENT' ? 'CUSTOMER' : party))
    : journey.connects;

/** The next move of the script; without one everybody stays on the line, and the run ends there. */
export const nextMove = (kernel: Kernel, contact: Contact): void => {
  const move = contact.story.moves.shift();
  if (move === undefined) return;
  kernel.clock.after((move.afterSeconds ?? TALK_SECONDS) * 1000, () => {
    if (contact.state === 'ended' && move.does !== 'hangs up') return;
    perform(kernel, contact, move);
  });
};

/** What each move comes to; those that leave everybody where they are go on with the next one. */
const perform = (kernel: Kernel, contact: Contact, move: Move): void => {
  switch (move.does) {
    case 'transfers':
      return transfer(kernel, contact, move);
    case 'is transferred by the API':
      return transferByApi(kernel, contact, move);
    case 'chooses':
      return choose(kernel, contact, move.choice);
    case 'hangs up':
      return hangUp(kernel, contact, move.who);
    default:
      gesture(kernel, contact, move);
      return kernel.nextMove(contact);
  }
};

type Gesture = Exclude<Move, { readonly does: 'transfers' | 'is transferred by the API' | 'chooses' | 'hangs up' }>;

const gesture = (kernel: Kernel, contact: Contact, move: Gesture): void => {
  switch (move.does) {
    case 'holds':
      return holdCustomer(kernel, contact);
    case 'takes off hold':
      return takeBack(kernel, contact);
    case 'writes':
      return writes(kernel, contact, move.who, move.text);
    case 'sends a flow':
      return sendFlow(kernel, contact, move.quickConnect);
    case 'pauses':
      return void pauseTask(kernel, contact);
    case 'resumes':
      return kernel.resumeTask(contact);
    case 'replies':
      return replies(kernel, contact);
    case 'monitors':
      return monitors(kernel, contact, move.who);
    case 'barges in':
      return bargesIn(kernel, contact, move.who);
    case 'drops the agent':
      return dropsTheAgent(kernel, contact, move.who);
    case 'stops monitoring':
      return stopsMonitoring(kernel, contact, move.who);
  }
};

type Transfer = Extract<Move, { readonly does: 'transfers' }>;

const transfer = (kernel: Kernel, contact: Contact, move: Transfer): void => {
  const { to, leavesAfterSeconds, cancelsAfterSeconds } = move;
  kernel.startTransfer(contact, to);
  if (contact.channel !== 'VOICE') return;
  const leg = contact.story.contacts.findLast(({ previous }) => previous === contact);
  if (leg === undefined) return;
  const later = (seconds: number | undefined, what: () => void): void => {
    if (seconds !== undefined) kernel.clock.after(seconds * 1000, what);
  };
  later(leavesAfterSeconds, () => choose(kernel, leg, 'END_CALL'));
  later(cancelsAfterSeconds, () => cancel(kernel, leg));
};

/** On the leg the source agent plays the customer. */
const cancel = (kernel: Kernel, leg: Contact): void => {
  if (!isPending(leg)) return;
  kernel.note(leg, 'does', 'cancels the transfer', { who: leg.parties.get('SOURCE_AGENT')?.name ?? null });
  legEnds(kernel, leg, 'CUSTOMER_DISCONNECT');
};

/** Only calls have hold flows: elsewhere there is no such button. */
export const holdCustomer = (kernel: Kernel, contact: Contact): void => {
  if (contact.channel !== 'VOICE') return kernel.stop(`A ${contact.channel} contact cannot be put on hold.`);
  const who = agentOf(contact)?.name ?? null;
  if (isOthersParty(kernel, contact))
    return kernel.note(contact, 'does', 'cannot put the customer on hold, whom another agent brought in', { who });
  kernel.note(contact, 'does', 'puts the customer on hold', { who });
  hold(kernel, contact, 'CUSTOMER');
};

/** On a call of three, agents hold only whom they added; on a multi-party call anybody (three-party-multi-party-comparison). */
const isOthersParty = ({ world }: Kernel, contact: Contact): boolean =>
  isConsultation(contact) && world.world.multiParty !== true;

export const takeBack = (kernel: Kernel, contact: Contact): void => {
  kernel.note(contact, 'does', 'takes the customer off hold', { who: agentOf(contact)?.name ?? null });
  kernel.takeOffHold(contact, 'CUSTOMER');
};

const hangUp = (kernel: Kernel, contact: Contact, who: string): void => {
  if (who === 'customer') {
    kernel.note(contact, 'does', 'hangs up', { who: contact.parties.get('CUSTOMER')?.name ?? 'Customer' });
    customerHangsUp(kernel, contact.story);
    return othersGoOn(kernel, contact);
  }
  kernel.note(contact, 'does', 'hangs up', { who: agentOf(contact)?.name ?? null });
  agentHangsUp(kernel, contact);
};

/** Agents who are still on the line without the customer do what the script has them do. */
const othersGoOn = (kernel: Kernel, { story }: Contact): void => {
  const left = story.contacts.findLast(isConsultation);
  if (left) kernel.nextMove(left);
};

/** While two agents consult, the one who hangs up is the colleague, and the customer is still the other one's. */
export const agentHangsUp = (kernel: Kernel, contact: Contact): void => {
  if (isConsultation(contact) && !contact.parties.has('CUSTOMER')) return legEnds(kernel, contact, 'AGENT_DISCONNECT');
  kernel.end(contact, 'AGENT_DISCONNECT');
};
