import type { ConsultationChoice } from '../journey';
import type { Contact } from '../simulate';
import type { Desk } from '../simulate/kernel';
import { acceptOffer, becomesAvailable, rejectOffer } from '../simulate/parts/routing';
import { choose, startTransfer } from '../simulate/parts/transfers';
import { type Duration, secondsOf } from './duration';
import { ExpectationFailed } from './expectation-failed';
import { story } from './explain/question';
import { PATIENCE } from './hearing';
import type { Post } from './post';

/** How long an agent lets an offer ring: as long as in a scenario. */
const RING_MILLISECONDS = 3_000;

const refuse = (post: Post, sentence: string): ExpectationFailed =>
  new ExpectationFailed(story(post.witness, sentence));

const STATES: Readonly<Record<Desk['state'], string>> = {
  offline: 'is not available',
  available: 'is available',
  offered: 'is offered a contact',
  busy: 'is busy',
  missed: 'has missed or rejected a contact and gets no other before `becomesAvailable()`',
};

const doing = ({ desk }: Post): string => (desk === null ? 'is not at work: `becomesAvailable()`' : STATES[desk.state]);

/** Whoever comes to work is available at once. */
export const startsWork = async (post: Post): Promise<void> => {
  const { play, who, acceptsAfterSeconds, desk } = post;
  if (desk?.contact) throw refuse(post, `${who} was to become available, but ${doing(post)}.`);
  if (desk === null) play.simulation.seat({ name: who, acceptsAfterSeconds });
  await play.after(0, () => {
    if (desk !== null) becomesAvailable(play.simulation, desk);
  });
};

const whenOffered = async (post: Post, does: string, within: Duration): Promise<Desk> => {
  const { play, who } = post;
  const isOffered = await play.until(() => post.desk?.state === 'offered', secondsOf(within));
  if (isOffered) return post.desk as Desk;
  throw refuse(
    post,
    `${who} was to ${does} a contact, but none is offered: ${who} ${doing(post)}; ${play.whyNotLater()}.`,
  );
};

/** Takes what rings; the whispers are still to come. */
export const picksUp = async (post: Post, within: Duration = PATIENCE): Promise<Contact> => {
  const desk = await whenOffered(post, 'accept', within);
  const contact = desk.contact as Contact;
  let isTaken = false;
  await post.play.after(RING_MILLISECONDS, () => {
    isTaken = acceptOffer(post.play.simulation, desk);
  });
  if (!isTaken) throw refuse(post, `${post.who} was to accept a contact, but it did not ring that long.`);
  return contact;
};

/** Takes what rings, and goes on until both talk. */
export const accepts = async (post: Post, within: Duration = PATIENCE): Promise<void> => {
  const contact = await picksUp(post, within);
  const { play, desk } = post;
  const isOver = () => contact.state === 'ended' || desk?.contact !== contact;
  await play.until(() => contact.connectedToAgent !== null || isOver(), secondsOf(PATIENCE));
  play.checkStopped();
  if (contact.connectedToAgent !== null) return;
  const label = play.labelOf(contact);
  const why = contact.state === 'ended' ? `it ended: ${contact.disconnectReason}` : play.whyNotLater();
  throw refuse(post, `${post.who} accepted ${label}, but was not connected: ${why}.`);
};

export const misses = async (post: Post, within: Duration = PATIENCE): Promise<void> => {
  const desk = await whenOffered(post, 'miss', within);
  await post.play.until(() => desk.state !== 'offered', secondsOf('1m'));
  if (desk.state !== 'missed') throw refuse(post, `${post.who} was to miss a contact, but ${doing(post)}.`);
};

export const rejects = async (post: Post, within: Duration = PATIENCE): Promise<void> => {
  const desk = await whenOffered(post, 'reject', within);
  let isRejected = false;
  await post.play.after(RING_MILLISECONDS, () => {
    isRejected = rejectOffer(post.play.simulation, desk);
  });
  if (!isRejected) throw refuse(post, `${post.who} was to reject a contact, but it did not ring that long.`);
};

/** The contact that the agent talks on. */
const connected = (post: Post, does: string): Contact => {
  const contact = post.desk?.contact;
  if (contact?.state === 'connected' && contact.connectedToAgent !== null) return contact;
  throw refuse(post, `${post.who} was to ${does}, but is on no contact: ${post.who} ${doing(post)}.`);
};

export const transfersTo = async (post: Post, quickConnect: string): Promise<void> => {
  const contact = connected(post, `transfer to "${quickConnect}"`);
  const { play } = post;
  await play.after(0, () => startTransfer(play.simulation, contact, quickConnect));
};

/** Somebody has to be on the other side before an agent can choose what becomes of the three. */
export const chooses = async (post: Post, choice: ConsultationChoice, does: string): Promise<void> => {
  const { play, who } = post;
  const leg = post.consultation;
  if (leg === undefined) throw refuse(post, `${who} was to ${does}, but consults nobody: \`transfersTo(…)\` first.`);
  await play.until(() => leg.connectedToAgent !== null || leg.state === 'ended', secondsOf(PATIENCE));
  play.checkStopped();
  if (leg.state === 'ended')
    throw refuse(post, `${who} was to ${does}, but the transfer ended: ${leg.disconnectReason}.`);
  if (leg.connectedToAgent === null)
    throw refuse(post, `${who} was to ${does}, but nobody has answered the transfer; ${play.whyNotLater()}.`);
  await play.after(0, () => choose(play.simulation, leg, choice));
};

export const hangsUp = async (post: Post): Promise<void> => {
  if (post.consultation?.connectedToAgent) return chooses(post, 'END_CALL', 'hang up');
  const contact = connected(post, 'hang up');
  const { simulation } = post.play;
  await post.play.after(0, () => {
    simulation.note(contact, 'does', 'hangs up', { who: post.who });
    simulation.end(contact, 'AGENT_DISCONNECT');
  });
};
