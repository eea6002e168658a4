import type { Contact } from '../simulate';
import type { Kernel } from '../simulate/kernel';
import { bargesIn, dropsTheAgent, monitors, stopsMonitoring } from '../simulate/parts/supervision';
import { refuse } from './agent-offers';
import type { Post } from './post';

type Supervise = (kernel: Kernel, contact: Contact, name: string) => void;

/** The contact that somebody listens to. */
const monitored = ({ play, who }: Post): Contact | undefined =>
  play.simulation.contacts.findLast(({ supervisors }) =>
    supervisors?.some(({ state, parties }) => state !== 'ended' && parties.get('SUPERVISOR')?.name === who),
  );

const MONITORED: readonly string[] = ['VOICE', 'CHAT'];

/** Listens to the call or chat of an agent. */
export const listensTo = async (post: Post, agent: string): Promise<void> => {
  const { play, who } = post;
  const contact = play.simulation.contacts.findLast(
    ({ state, channel, agent: served }) =>
      state === 'connected' && served?.name === agent && MONITORED.includes(channel),
  );
  if (contact === undefined) throw refuse(post, `${who} was to monitor ${agent}, who is on no call and in no chat.`);
  await play.after(0, () => monitors(play.simulation, contact, who));
  if (monitored(post) !== contact) throw refuse(post, `${who} cannot monitor ${agent}: enough supervisors listen.`);
};

const whileListening = async (post: Post, does: string, move: Supervise): Promise<void> => {
  const { play, who } = post;
  const contact = monitored(post);
  if (contact === undefined) throw refuse(post, `${who} was to ${does}, but monitors nobody: \`monitors(…)\` first.`);
  await play.after(0, () => move(play.simulation, contact, who));
};

export const barges = (post: Post): Promise<void> => whileListening(post, 'barge in', bargesIn);

export const drops = (post: Post): Promise<void> => whileListening(post, 'drop the agent', dropsTheAgent);

export const stopsListening = (post: Post): Promise<void> => whileListening(post, 'stop monitoring', stopsMonitoring);
