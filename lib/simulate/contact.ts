import type { EventHook, FlowSource, InitiationMethod, Journey, JourneyVariant, Party } from '../journey';
import type { Channel, FlowScope } from '../language';
import type { Execution } from './execution';
import type { Story } from './story';
import type { WorldAgent, WorldQueue } from './world';

/** One flow that ran on a contact. */
export interface FlowRun {
  readonly flowType: FlowScope;
  readonly name: string;
  readonly arn: string;
  /** Null where nobody was there to hear it. */
  readonly heardBy: Party | null;
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

type ContactState = 'flow' | 'queued' | 'connected' | 'ended';

/** How the contact reached the centre: what `entry point` means for it. */
interface EntryPoint {
  readonly name: string;
  readonly flow?: string;
}

/** One contact: what Connect would keep a contact record of. */
export interface Contact {
  readonly id: string;
  readonly method: InitiationMethod;
  readonly channel: Channel;
  readonly variant: JourneyVariant;
  readonly journey: Journey;
  readonly previous: Contact | null;
  readonly initial: Contact | null;
  readonly initiated: number;
  next: Contact | null;
  state: ContactState;
  /** User-defined attributes; contacts with the same initial contact share them. */
  readonly attributes: Map<string, string>;
  readonly hooks: Partial<Record<EventHook, string>>;
  /** What Set contact attributes (system) and Set voice wrote: Name, Description, LanguageCode, CustomerId … */
  readonly data: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly runs: FlowRun[];
  /** What the people on the chain of this contact do. */
  readonly story: Story;
  readonly executions: Set<Execution>;
  readonly parties: Map<Party, Participant>;
  readonly entryPoint?: EntryPoint;
  readonly quickConnect?: EntryPoint;
  queue: WorldQueue | null;
  /** The agent whom an agent quick connect names; `$.Agent` in its transfer flow. */
  targetAgent: WorldAgent | null;
  priority: number;
  /** Milliseconds by which the contact counts as having waited longer. */
  ageAdjustment: number;
  /** Who talks with whom once connected. */
  talking: readonly Party[];
  customerEndpoint: Endpoint | null;
  systemEndpoint: Endpoint | null;
  callbackNumber: string | null;
  enqueued: number | null;
  dequeued: number | null;
  connectedToSystem: number | null;
  connectedToAgent: number | null;
  disconnected: number | null;
  disconnectReason: string | null;
}

/** The segment attribute `connect:Subtype` of an ordinary contact, where AWS names one. */
export const SUBTYPES: Readonly<Partial<Record<Channel, string>>> = {
  VOICE: 'connect:Telephony',
  CHAT: 'connect:Chat',
};

/** The party that plays the customer's part on a contact: the source agent on the leg of a transferred call. */
export const customerPart = (contact: Contact): Party =>
  contact.journey.connects.includes('SOURCE_AGENT') ? 'SOURCE_AGENT' : 'CUSTOMER';

/** The party that plays the agent's part on a contact. */
export const agentPart = (contact: Contact): Party =>
  contact.journey.connects.includes('DESTINATION_AGENT') ? 'DESTINATION_AGENT' : 'AGENT';

/** The agent whom a contact is connected (or about to be connected) to. */
export const agentOf = (contact: Contact): WorldAgent | undefined => contact.parties.get(agentPart(contact))?.agent;

/** The chain of contacts up to this one, oldest first. */
export const chainOf = (contact: Contact): readonly Contact[] => {
  const chain: Contact[] = [];
  for (let link: Contact | null = contact; link !== null; link = link.previous) chain.unshift(link);
  return chain;
};
