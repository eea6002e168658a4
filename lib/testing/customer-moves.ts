import type { Contact } from '../simulate';
import { writes } from '../simulate/parts/chats';
import { customerHangsUp } from '../simulate/parts/endings';
import { type Duration, secondsOf } from './duration';
import { ExpectationFailed } from './expectation-failed';
import { story } from './explain/question';
import { queuedBy } from './explain/queued-by';
import { PATIENCE } from './hearing';
import type { Line } from './line';
import { whereabouts } from './whereabouts';

/** Lets time pass until something holds of the customer. @throws ExpectationFailed where it does not come to pass */
export const comesToBe = async (
  line: Line,
  what: string,
  holds: () => boolean,
  within: Duration = PATIENCE,
  help: () => string = () => '',
): Promise<void> => {
  if (await line.play.until(holds, secondsOf(within))) return;
  const { play } = line;
  const sentence = `${line.who} was to ${what}, but ${whereabouts(line)}; ${play.whyNotLater()}.`;
  throw new ExpectationFailed(story(line.witness, sentence, help()));
};

export const isToBeQueuedFor = (line: Line, queue: string, within?: Duration): Promise<void> =>
  comesToBe(
    line,
    `wait in queue "${queue}"`,
    () => isQueuedFor(line, queue),
    within,
    () => queuedBy(line.witness, queue),
  );

const isQueuedFor = (line: Line, queue: string): boolean =>
  line.open.some((contact) => contact.state === 'queued' && contact.queue?.name === queue);

/** Whether a hold flow plays to the customer, or would if there were one. */
const isOnHold = (contact: Contact): boolean =>
  contact.executions.some(({ run }) => run.flowType === 'CUSTOMER_HOLD' && run.heardBy === 'CUSTOMER');

const talksTo = (contact: Contact, agent: string): boolean => {
  const { state, connectedToAgent, talking, parties, channel } = contact;
  if (state !== 'connected' || connectedToAgent === null || isOnHold(contact)) return false;
  const isSpoken = channel === 'VOICE' || channel === 'CHAT';
  if (isSpoken && !talking.includes('CUSTOMER')) return false;
  return talking.some((party) => party !== 'CUSTOMER' && parties.get(party)?.name === agent);
};

export const isConnectedTo = (line: Line, agent: string): boolean =>
  line.contacts.some((contact) => talksTo(contact, agent));

export const isHeld = (line: Line): boolean => line.open.some(isOnHold);

/** A callback of the chain for which the customer has picked up. */
export const hasBeenCalledBack = (line: Line): boolean =>
  line.contacts.some(({ method, connectedToSystem }) => method.startsWith('CALLBACK') && connectedToSystem !== null);

export const customerWrites = async (line: Line, text: string): Promise<void> => {
  const { play } = line;
  const chat = line.open.find(({ channel, connectedToAgent }) => channel === 'CHAT' && connectedToAgent !== null);
  if (chat === undefined)
    throw new ExpectationFailed(
      story(line.witness, `${line.who} was to write “${text}” to an agent, but ${whereabouts(line)}.`),
    );
  await play.after(0, () => writes(play.simulation, chat, 'customer', text));
};

export const hangsUp = async (line: Line): Promise<void> => {
  const { play } = line;
  await play.after(0, () => {
    const [contact] = line.open;
    if (contact === undefined || !contact.parties.has('CUSTOMER'))
      throw new ExpectationFailed(
        story(line.witness, `${line.who} was to hang up, but is not on the line: ${whereabouts(line)}.`),
      );
    play.simulation.note(contact, 'does', 'hangs up', { who: contact.parties.get('CUSTOMER')?.name ?? null });
    customerHangsUp(play.simulation, line.story);
  });
};
