import type { Contact } from '../simulate';
import { type AgentState, agentState, contactIn, type Desk } from '../simulate/desk';
import { chooseStatus, isAt } from '../simulate/parts/desks';
import { acceptOffer, rejectOffer } from '../simulate/parts/offers';
import { type Duration, secondsOf } from './duration';
import { ExpectationFailed } from './expectation-failed';
import { story } from './explain/question';
import { PATIENCE } from './hearing';
import type { Post } from './post';

/** How long an agent lets an offer ring: as long as in a scenario. */
const RING_MILLISECONDS = 3_000;

export const refuse = (post: Post, sentence: string): ExpectationFailed =>
  new ExpectationFailed(story(post.witness, sentence));

const STATES: Readonly<Record<AgentState, string>> = {
  offline: 'is not available',
  available: 'is available',
  offered: 'is offered a contact',
  busy: 'is busy',
  missed: 'has missed or rejected a contact and gets no other before `becomesAvailable()`',
  afterContactWork: 'works after a contact: `completesWork()`',
  unavailable: 'is in a status in which nothing is offered',
};

export const doing = ({ desk }: Post): string =>
  desk === null ? 'is not at work: `becomesAvailable()`' : STATES[agentState(desk)];

const IDLE: readonly AgentState[] = ['offline', 'available', 'missed', 'unavailable'];

/** Whoever comes to work is available at once. */
export const startsWork = async (post: Post): Promise<void> => {
  const { play, desk } = post;
  if (desk !== null && !IDLE.includes(agentState(desk)))
    throw refuse(post, `${post.who} was to become available, but ${doing(post)}.`);
  if (desk === null) play.simulation.seat(post.script);
  await play.after(0, () => {
    if (desk !== null) chooseStatus(play.simulation, desk, 'Available');
  });
};

/** Contacts go on; no other is offered. */
export const changesStatus = async (post: Post, status: string): Promise<void> => {
  const { play, desk } = post;
  if (desk === null) throw refuse(post, `${post.who} was to be in status ${status}, but ${doing(post)}.`);
  await play.after(0, () => chooseStatus(play.simulation, desk, status));
};

interface Ringing {
  readonly desk: Desk;
  readonly contact: Contact;
}

const ringing = ({ desk }: Post): Ringing | undefined => {
  const contact = desk === null ? undefined : contactIn(desk, 'offered');
  return desk && contact ? { desk, contact } : undefined;
};

const whenOffered = async (post: Post, does: string, within: Duration): Promise<Ringing> => {
  const { play, who } = post;
  await play.until(() => ringing(post) !== undefined, secondsOf(within));
  const offered = ringing(post);
  if (offered) return offered;
  throw refuse(
    post,
    `${who} was to ${does} a contact, but none is offered: ${who} ${doing(post)}; ${play.whyNotLater()}.`,
  );
};

/** Takes what rings; the whispers are still to come. */
export const picksUp = async (post: Post, within: Duration = PATIENCE): Promise<Contact> => {
  const { desk, contact } = await whenOffered(post, 'accept', within);
  let isTaken = false;
  await post.play.after(RING_MILLISECONDS, () => {
    isTaken = acceptOffer(post.play.simulation, desk, contact);
  });
  if (!isTaken) throw refuse(post, `${post.who} was to accept a contact, but it did not ring that long.`);
  return contact;
};

/** Takes what rings, and goes on until both talk. */
export const accepts = async (post: Post, within: Duration = PATIENCE): Promise<void> => {
  const contact = await picksUp(post, within);
  const { play } = post;
  const isOver = () => contact.state === 'ended' || (post.desk !== null && !isAt(post.desk, contact, 'connected'));
  await play.until(() => contact.connectedToAgent !== null || isOver(), secondsOf(PATIENCE));
  play.checkStopped();
  if (contact.connectedToAgent !== null) return;
  const label = play.labelOf(contact);
  const why = contact.state === 'ended' ? `it ended: ${contact.disconnectReason}` : play.whyNotLater();
  throw refuse(post, `${post.who} accepted ${label}, but was not connected: ${why}.`);
};

export const misses = async (post: Post, within: Duration = PATIENCE): Promise<void> => {
  const { desk, contact } = await whenOffered(post, 'miss', within);
  await post.play.until(() => !isAt(desk, contact, 'offered'), secondsOf('1m'));
  if (!isAt(desk, contact, 'missed')) throw refuse(post, `${post.who} was to miss a contact, but ${doing(post)}.`);
};

export const rejects = async (post: Post, within: Duration = PATIENCE): Promise<void> => {
  const { desk, contact } = await whenOffered(post, 'reject', within);
  let isRejected = false;
  await post.play.after(RING_MILLISECONDS, () => {
    isRejected = rejectOffer(post.play.simulation, desk, contact);
  });
  if (!isRejected) throw refuse(post, `${post.who} was to reject a contact, but it did not ring that long.`);
};
