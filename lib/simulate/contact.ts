import type { EventHook, FlowSource, InitiationMethod, Journey, JourneyVariant, Party } from '../journey';
import { type Channel, type FlowScope, LIMITS } from '../language';
import type { ContactSettings } from './contact-settings';
import type { Execution } from './execution';
import type { Story } from './story';
import type { WorldAgent, WorldQueue } from './world';

/** One flow that ran on a contact. */
export interface FlowRun {
  readonly flowType: FlowScope;
  readonly name: string;
  readonly arn: string;
  /** Null where nobody was there to hear it. */
  heardBy: Party | null;
  readonly source: FlowSource;
  /** Why this flow and no other, as a clause. */
  readonly why: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  end: number | null;
}

/** A person who takes part in a contact. */
export interface Participant {
  readonly name: string;
  readonly agent?: WorldAgent;
}

export interface Endpoint {
  readonly Address: string;
  readonly Type: string;
}

/** A contact that rang at an agent. */
export interface Offer {
  /** User name. */
  readonly agent: string;
  readonly start: number;
  /** Null while it rings. */
  end: number | null;
  /** `failed` where the agent accepted, and something went wrong before both talked. */
  outcome: 'accepted' | 'missed' | 'rejected' | 'abandoned' | 'failed' | null;
}

/** A time during which something lasts; the end is null while it does. */
export interface Spell {
  readonly start: number;
  end: number | null;
}

interface Retries {
  readonly left: number;
  readonly delaySeconds: number;
}

type ContactState = 'flow' | 'queued' | 'connected' | 'ended';

/** How the contact reached the centre: what `entry point` means for it. */
interface EntryPoint {
  readonly name: string;
  readonly flow?: string;
}

/** One contact: what Connect would keep a contact record of. Times are milliseconds since the epoch. */
export interface Contact {
  readonly id: string;
  readonly method: InitiationMethod;
  readonly channel: Channel;
  readonly variant: JourneyVariant;
  readonly journey: Journey;
  readonly previous: Contact | null;
  readonly initial: Contact | null;
  /** The contact that this one was made from without continuing its chain. */
  readonly related: Contact | null;
  readonly initiated: number;
  next: Contact | null;
  state: ContactState;
  /** User-defined attributes; contacts with the same initial contact share them. */
  readonly attributes: Map<string, string>;
  readonly hooks: Partial<Record<EventHook, string>>;
  /** What Set contact attributes (system) and Set voice wrote: Name, Description, LanguageCode, CustomerId … */
  readonly data: Map<string, string>;
  /** Null while there are none. */
  tags: Map<string, string> | null;
  /** What blocks set that decides no journey; null while none did. */
  settings: ContactSettings | null;
  readonly runs: FlowRun[];
  /** What the people on the chain of this contact do. */
  readonly story: Story;
  readonly executions: Execution[];
  readonly parties: Map<Party, Participant>;
  readonly entryPoint?: EntryPoint;
  readonly quickConnect?: EntryPoint;
  queue: WorldQueue | null;
  /** The agent whom an agent quick connect names; `$.Agent` in its transfer flow. */
  targetAgent: WorldAgent | null;
  priority: number;
  /** Milliseconds by which the contact counts as having waited longer. */
  ageAdjustment: number;
  /** Who plays the customer's part: the source agent on the leg of a transferred call, until that agent leaves. */
  customerPart: Party;
  /** Who talks with whom once connected. */
  talking: readonly Party[];
  customerEndpoint: Endpoint | null;
  systemEndpoint: Endpoint | null;
  callbackNumber: string | null;
  /** The outbound campaign that dials; null where none does. */
  readonly campaign: string | null;
  /** What is left to try, where the customer of a callback does not answer. */
  retries: Retries | null;
  /** When the agent accepted a call that is dialled after a preview, and when the preview ended. */
  preview: Spell | null;
  enqueued: number | null;
  dequeued: number | null;
  /** In the order in which they rang. */
  readonly offers: Offer[];
  connectedToSystem: number | null;
  connectedToAgent: number | null;
  /** The agent whom it was connected to, although that agent may have left. */
  agent: WorldAgent | null;
  /** When that agent left, where it was before the contact ended. */
  agentLeft: number | null;
  afterContactWork: Spell | null;
  /** While an agent has paused the task. */
  readonly pauses: Spell[];
  /** Contacts of supervisors who listen to this one; null while there are none. */
  supervisors: Contact[] | null;
  disconnected: number | null;
  disconnectReason: string | null;
}

/** The segment attribute `connect:Subtype` of an ordinary contact, where AWS names one. */
export const SUBTYPES: Readonly<Partial<Record<Channel, string>>> = {
  VOICE: 'connect:Telephony',
  CHAT: 'connect:Chat',
};

/** The party that plays the agent's part on a contact. */
export const agentPart = (contact: Contact): Party =>
  contact.journey.connects.includes('DESTINATION_AGENT') ? 'DESTINATION_AGENT' : 'AGENT';

/** The agent whom a contact is connected (or about to be connected) to. */
export const agentOf = (contact: Contact): WorldAgent | undefined => contact.parties.get(agentPart(contact))?.agent;

/** The chain of contacts up to this one, oldest first. */
const chainOf = (contact: Contact): readonly Contact[] => {
  const chain: Contact[] = [];
  for (let link: Contact | null = contact; link !== null; link = link.previous) chain.unshift(link);
  return chain;
};

/** Whether a chain has no room for so many contacts more after this one. */
export const chainIsFull = (contact: Contact, more = 1): boolean =>
  chainOf(contact).length + more > LIMITS.contactChain;
