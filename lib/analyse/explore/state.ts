import type { FlowSource } from '../../journey';
import type { CentreFlow } from '../centre';
import type { Facts } from '../facts/facts';
import type { Single } from '../facts/named';
import type { Exit } from '../flow/program';
import type { ContactKind } from './contact-kind';
import type { Place } from './place';

/** What people do, and what follows from nothing that stands in a flow. */
type Happening =
  | 'the contact starts'
  | 'the customer answers'
  | 'an agent accepts the contact'
  | 'the flow ends'
  | 'an agent transfers the contact'
  | 'an agent sends a flow'
  | 'an agent puts somebody on hold'
  | 'the hold ends'
  | 'an agent hangs up'
  | 'the customer hangs up'
  | 'the contact expires'
  | 'the flow ends the contact'
  | 'an agent pauses the task'
  | 'an agent resumes the task'
  | 'the whisper is cut off'
  | 'the queue flow goes on';

export interface Event {
  readonly what: Happening;
  /** The entry point, the quick connect, the flow or the party that is meant. */
  readonly about?: string;
}

/** A contact at a place, with the way by which it came there. */
export interface State {
  readonly contact: ContactKind;
  /** Null where nothing is followed any further. */
  readonly place: Place | null;
  readonly facts: Facts;
  readonly from: State | null;
  readonly by: Exit | Event;
  /** Ways of actions that were passed after that. */
  readonly through: readonly Exit[];
  /** How often an action failed on the way. */
  readonly failures: number;
  readonly length: number;
  /** Which of the contacts on the way it is, from 1 on. */
  readonly number: number;
  /** Whether contacts can go this way is not proven: something on it was told apart no longer, or is decided elsewhere. */
  readonly uncertain: boolean;
  /** An action fails on the way although nothing that is known makes it fail. */
  readonly outage: boolean;
}

/** A step on the way of a contact: from where, and by what. */
export interface Way {
  readonly from: State | null;
  readonly by: Exit | Event;
  /** A contact of its own starts with this step. */
  readonly starts?: true;
  /** Actions of which only one way leads to anything, and past which the way leads after that. */
  readonly through?: readonly Exit[];
  readonly uncertain?: boolean;
  readonly outage?: boolean;
}

/** The first state in which a flow runs at a stage: by the best way. */
export interface Arrival {
  readonly source: FlowSource;
  /** As a clause. */
  readonly why: string;
  readonly flow: Single<CentreFlow>;
  /** Another flow transferred to it. */
  readonly isTransferredTo?: boolean;
  readonly state: State;
}

const NO_EXITS: readonly Exit[] = [];

/** More than anything is long. */
const FAILURE = 1e6;
const UNCERTAINTY = 1e12;
const OUTAGE = 1e15;

/**
 * What a way costs: whether it takes an outage counts first, then whether it is proven, then how often an action fails on it,
 * then how long it is.
 */
export const costOf = ({ from, by, through = NO_EXITS, uncertain = false, outage = false }: Way): number => {
  const isUncertain = uncertain || from?.uncertain === true;
  const isOutage = outage || from?.outage === true;
  const failures = (from?.failures ?? 0) + (isFailure(by) ? 1 : 0);
  const unlikely = (isOutage ? OUTAGE : 0) + (isUncertain ? UNCERTAINTY : 0);
  return unlikely + failures * FAILURE + (from?.length ?? 0) + 1 + through.length;
};

const isFailure = (by: Exit | Event): boolean => 'fails' in by && by.fails;

export const stateAfter = (
  { from, by, starts, through = NO_EXITS, uncertain = false, outage = false }: Way,
  contact: ContactKind,
  place: Place | null,
  facts: Facts,
): State => ({
  contact,
  place,
  facts,
  from,
  by,
  failures: (from?.failures ?? 0) + (isFailure(by) ? 1 : 0),
  through,
  length: (from?.length ?? 0) + 1 + through.length,
  number: (from?.number ?? 0) + (starts ? 1 : 0),
  uncertain: uncertain || from?.uncertain === true,
  outage: outage || from?.outage === true,
});

const order = (a: State, b: State): number =>
  Number(a.outage) - Number(b.outage) ||
  Number(a.uncertain) - Number(b.uncertain) ||
  a.failures - b.failures ||
  a.length - b.length;

export const isBetter = (a: State, b: State): boolean => order(a, b) < 0;
