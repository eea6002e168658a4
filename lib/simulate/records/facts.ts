import { INITIATION_METHODS, isKnownInitiationMethod } from '../../journey';
import { agentOf, type Contact } from '../contact';
import { peekSettings } from '../contact-settings';
import type { Entry } from '../journal';
import type { SimulationResult } from '../simulation';
import type { World, WorldAgent } from '../world';

/** A contact that rang at an agent. */
export interface Offer {
  /** User name. */
  readonly agent: string;
  /** Null where the run does not tell when it began to ring. */
  readonly start: number | null;
  readonly end: number;
  readonly outcome: 'accepted' | 'missed' | 'rejected' | 'abandoned';
}

/** A time during which somebody waits, e.g. on hold; the end is null while it lasts. */
export interface Spell {
  readonly start: number;
  readonly end: number | null;
}

/** Facts that a contact may carry itself; what it does not carry is derived from its flows and the transcript. */
export interface TrackedFacts {
  readonly offers?: readonly Offer[];
  /** The customer on hold. */
  readonly customerHolds?: readonly Spell[];
  readonly afterContactWork?: Spell | null;
  /** When the agent left, where that is before the contact ended. */
  readonly agentLeft?: number | null;
  /** The agent whom the contact was connected to, although that agent may have left. */
  readonly agent?: WorldAgent | null;
}

export type TrackedContact = Contact & TrackedFacts;

/** Whether a contact continues the chain of the one before; others are only related to it. */
const continuesChain = ({ method, previous }: Contact): boolean =>
  previous !== null && (!isKnownInitiationMethod(method) || INITIATION_METHODS[method].follows === 'chain');

/** What the transcript says that an agent did with an offer. */
const OUTCOMES: Readonly<Record<string, Offer['outcome']>> = {
  'accepts the contact': 'accepted',
  'misses the contact': 'missed',
  'rejects the contact': 'rejected',
};

const offersIn = (transcript: readonly Entry[]): ReadonlyMap<string, readonly Offer[]> => {
  const offers = new Map<string, Offer[]>();
  for (const { kind, text, who, contactId, at } of transcript) {
    const outcome = kind === 'does' && Object.hasOwn(OUTCOMES, text) ? OUTCOMES[text] : undefined;
    if (outcome === undefined || who === null) continue;
    const offer: Offer = { agent: who, start: null, end: at, outcome };
    const known = offers.get(contactId);
    if (known) known.push(offer);
    else offers.set(contactId, [offer]);
  }
  return offers;
};

const firstFollowers = (contacts: readonly Contact[]): ReadonlyMap<string, Contact> => {
  const followers = new Map<string, Contact>();
  for (const contact of contacts) {
    const { previous } = contact;
    if (previous !== null && continuesChain(contact) && !followers.has(previous.id))
      followers.set(previous.id, contact);
  }
  return followers;
};

/** An offer that nobody answered before the contact ended leaves the agent on it. */
const abandoned = (contact: Contact, known: readonly Offer[]): readonly Offer[] => {
  const agent = agentOf(contact);
  const { enqueued, disconnected } = contact;
  if (!agent || enqueued === null || disconnected === null || known.some(({ outcome }) => outcome === 'accepted'))
    return [];
  return [{ agent: agent.name, start: null, end: disconnected, outcome: 'abandoned' }];
};

/** What records, events and streams are rendered from, looked up once for all contacts of a run. */
export class RunFacts {
  readonly #offers: ReadonlyMap<string, readonly Offer[]>;
  readonly #followers: ReadonlyMap<string, Contact>;

  constructor(
    readonly result: SimulationResult,
    readonly world: World,
  ) {
    this.#offers = offersIn(result.transcript);
    this.#followers = firstFollowers(result.contacts);
  }

  offers(contact: TrackedContact): readonly Offer[] {
    if (contact.offers) return contact.offers;
    const known = this.#offers.get(contact.id) ?? [];
    return [...known, ...abandoned(contact, known)];
  }

  /** The contact before in the chain. */
  previous(contact: Contact): Contact | null {
    return continuesChain(contact) ? contact.previous : null;
  }

  /** The contact that this one was made from without continuing its chain. */
  related(contact: Contact): Contact | null {
    return continuesChain(contact) ? null : (contact.previous ?? peekSettings(contact)?.related ?? null);
  }

  /** The contact after in the chain; the first, where several were started from this one. */
  next(contact: Contact): Contact | null {
    return this.#followers.get(contact.id) ?? null;
  }

  /** The first contact of the chain; null on the first itself. */
  initial(contact: Contact): Contact | null {
    let first: Contact | null = null;
    for (let link = this.previous(contact); link !== null; link = this.previous(link)) first = link;
    return first;
  }

  /** The agent whom the contact was connected to; null where it never came to that. */
  agent(contact: TrackedContact): WorldAgent | null {
    if (contact.connectedToAgent === null) return null;
    return contact.agent ?? agentOf(contact) ?? this.#acceptedBy(contact);
  }

  #acceptedBy(contact: TrackedContact): WorldAgent | null {
    const offer = this.offers(contact).find(({ outcome }) => outcome === 'accepted');
    return this.world.agents.find(({ name }) => name === offer?.agent) ?? null;
  }

  /** When the agent was done talking; null while that lasts. */
  agentLeft({ agentLeft, disconnected }: TrackedContact): number | null {
    return agentLeft ?? disconnected;
  }

  /** The customer on hold while connected to the agent. */
  holds(contact: TrackedContact): readonly Spell[] {
    const from = contact.connectedToAgent;
    if (from === null) return [];
    const until = this.agentLeft(contact);
    return (contact.customerHolds ?? holdFlows(contact)).flatMap((spell) => clipped(spell, from, until));
  }

  /** An agent who left before the contact ended, and is not told to have worked on, was done at once. */
  afterContactWork({ afterContactWork, agentLeft, disconnected }: TrackedContact): Spell | null {
    if (afterContactWork) return afterContactWork;
    const leftBefore = agentLeft != null && (disconnected === null || agentLeft < disconnected);
    return leftBefore ? { start: agentLeft, end: agentLeft } : null;
  }

  /** When nothing more happens to the contact; null while it goes on. */
  completed(contact: TrackedContact): number | null {
    const { disconnected } = contact;
    const work = this.afterContactWork(contact);
    if (work === null || disconnected === null) return disconnected;
    return work.end === null ? null : Math.max(work.end, disconnected);
  }
}

const holdFlows = ({ runs }: Contact): readonly Spell[] =>
  runs.filter(({ flowType, heardBy }) => flowType === 'CUSTOMER_HOLD' && heardBy === 'CUSTOMER');

const clipped = ({ start, end }: Spell, from: number, until: number | null): readonly Spell[] => {
  const first = Math.max(start, from);
  const last = end === null || (until !== null && until < end) ? until : end;
  return last !== null && last < first ? [] : [{ start: first, end: last }];
};
