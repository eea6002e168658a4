import type { Channel } from '../language';
import type { Contact } from './contact';
import type { AgentScript } from './scenario';
import type { WorldAgent } from './world';

/** A contact at an agent, as routing counts it. */
export interface Work {
  readonly contact: Contact;
  state: 'offered' | 'connected' | 'paused' | 'afterContactWork' | 'missed';
}

/** An agent at work. */
export interface Desk {
  readonly agent: WorldAgent;
  readonly script: AgentScript;
  /** `Offline`, `Available`, or a status of the centre's own, such as `Lunch`, in which nothing is offered. */
  status: string;
  readonly work: Work[];
  /** Since when the agent has had no contact. */
  idleSince: number;
}

/** What an agent is doing, as the real-time metrics have it. */
export type AgentState =
  | 'offline'
  | 'available'
  | 'offered'
  | 'busy'
  | 'missed'
  | 'afterContactWork'
  /** In a status of the centre's own: non-productive time. */
  | 'unavailable';

const has = ({ work }: Desk, state: Work['state']): boolean => work.some((each) => each.state === state);

export const agentState = (desk: Desk): AgentState => {
  if (desk.status === 'Offline') return 'offline';
  if (has(desk, 'missed')) return 'missed';
  if (has(desk, 'offered')) return 'offered';
  if (has(desk, 'connected')) return 'busy';
  if (has(desk, 'afterContactWork')) return 'afterContactWork';
  return desk.status === 'Available' ? 'available' : 'unavailable';
};

export const workOn = ({ work }: Desk, contact: Contact): Work | undefined =>
  work.find((each) => each.contact === contact);

/** The contact that is in a state at a desk; the one that came last, where there are several. */
export const contactIn = ({ work }: Desk, state: Work['state']): Contact | undefined =>
  work.findLast((each) => each.state === state)?.contact;

/** How many contacts of a channel an agent handles at once, and whether others may come meanwhile. */
export interface ChannelCapacity {
  readonly contacts: number;
  /** Whether contacts of other channels are offered to whoever is on one of this. @default false */
  readonly acrossChannels?: boolean;
}

const takesSlot = ({ state }: Work): boolean => state !== 'paused';

/** One contact at a time, of any channel, where nothing else is said. */
const hasRoomFor = ({ agent, work }: Desk, channel: Channel): boolean => {
  const { concurrency } = agent;
  const taken = work.filter(takesSlot);
  if (concurrency === undefined) return taken.length === 0;
  const others = taken.filter(({ contact }) => contact.channel !== channel);
  const most = concurrency[channel]?.contacts ?? 0;
  return (
    taken.length - others.length < most && others.every(({ contact }) => concurrency[contact.channel]?.acrossChannels)
  );
};

/** Whether an agent can be offered a contact of a channel now. A missed contact has to be cleared first. */
export const isOpenFor = (desk: Desk, channel: Channel): boolean =>
  desk.status === 'Available' && !has(desk, 'missed') && hasRoomFor(desk, channel);
