import type { ConsultationChoice } from '../journey';
import type { Channel } from '../language';
import type { Contact } from '../simulate';
import { contactIn } from '../simulate/desk';
import { writes } from '../simulate/parts/chats';
import { choose } from '../simulate/parts/consultations';
import { agentHangsUp, holdCustomer, takeBack } from '../simulate/parts/conversation';
import { completeWork } from '../simulate/parts/desks';
import { replies } from '../simulate/parts/emails';
import { isOnHold } from '../simulate/parts/holding';
import { isPaused, pauseTask, resumeTask } from '../simulate/parts/tasks';
import { peopleOn, roomOn, startTransfer } from '../simulate/parts/transfers';
import { doing, refuse } from './agent-offers';
import { secondsOf } from './duration';
import { PATIENCE } from './hearing';
import type { Post } from './post';

/** The contact that the agent talks (writes, works) on; of several the one turned to, else the one that came last. */
const connected = (post: Post, does: string): Contact => {
  const contact = post.current;
  if (contact?.state === 'connected' && contact.connectedToAgent !== null) return contact;
  throw refuse(post, `${post.who} was to ${does}, but is on no contact: ${post.who} ${doing(post)}.`);
};

const onChannel = (post: Post, does: string, channel: Channel): Contact => {
  const contact = connected(post, does);
  if (contact.channel === channel) return contact;
  throw refuse(post, `${post.who} was to ${does}, but is on a ${contact.channel} contact.`);
};

export const transfersTo = async (post: Post, quickConnect: string): Promise<void> => {
  const { play } = post;
  const contact = connected(post, `transfer to "${quickConnect}"`);
  const room = roomOn(play.simulation);
  if (contact.channel === 'VOICE' && peopleOn(contact).size >= room)
    throw refuse(post, `${post.who} was to transfer to "${quickConnect}", but the call holds ${room} people already.`);
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

/** Before anybody has answered the transfer it is a cold one: the customer waits in the agent's place. */
export const leaves = async (post: Post): Promise<void> => {
  const leg = post.consultation;
  if (leg === undefined)
    throw refuse(post, `${post.who} was to leave the call, but consults nobody: \`transfersTo(…)\` first.`);
  await post.play.after(0, () => choose(post.play.simulation, leg, 'END_CALL'));
};

/** The colleague of a consultation, or else the customer. */
export const holds = async (post: Post): Promise<void> => {
  if (post.consultation) return chooses(post, 'HOLD_DESTINATION_AGENT', 'hold the colleague');
  const call = onChannel(post, 'put the customer on hold', 'VOICE');
  await post.play.after(0, () => holdCustomer(post.play.simulation, call));
};

export const takesOffHold = async (post: Post): Promise<void> => {
  const call = onChannel(post, 'take the customer off hold', 'VOICE');
  if (!isOnHold(call)) throw refuse(post, `${post.who} was to take the customer off hold, who is not on hold.`);
  await post.play.after(0, () => takeBack(post.play.simulation, call));
};

export const hangsUp = async (post: Post): Promise<void> => {
  if (post.consultation?.connectedToAgent) return chooses(post, 'END_CALL', 'hang up');
  const contact = connected(post, 'hang up');
  const { simulation } = post.play;
  await post.play.after(0, () => {
    simulation.note(contact, 'does', 'hangs up', { who: post.who });
    agentHangsUp(simulation, contact);
  });
};

export const completesWork = async (post: Post): Promise<void> => {
  const { desk, play } = post;
  const contact = desk === null ? undefined : contactIn(desk, 'afterContactWork');
  if (desk === null || contact === undefined)
    throw refuse(post, `${post.who} was to complete the work after a contact, but ${doing(post)}.`);
  await play.after(0, () => void completeWork(play.simulation, desk, contact));
};

export const agentWrites = async (post: Post, text: string): Promise<void> => {
  const chat = onChannel(post, `write “${text}”`, 'CHAT');
  await post.play.after(0, () => writes(post.play.simulation, chat, 'agent', text));
};

export const pauses = async (post: Post): Promise<void> => {
  const task = onChannel(post, 'pause the task', 'TASK');
  await post.play.after(0, () => void pauseTask(post.play.simulation, task));
};

export const resumes = async (post: Post): Promise<void> => {
  const task = post.contacts.findLast(isPaused);
  if (task === undefined) throw refuse(post, `${post.who} was to resume a task, but has paused none.`);
  await post.play.after(0, () => resumeTask(post.play.simulation, task));
};

export const repliesToEmail = async (post: Post): Promise<void> => {
  const email = onChannel(post, 'reply to an email', 'EMAIL');
  await post.play.after(0, () => replies(post.play.simulation, email));
};
