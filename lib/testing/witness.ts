import type { Assumptions } from '../journey';
import { clockTime } from '../report/transcript';
import type { Contact, Entry, FlowRun, SimulationResult, StepTaken, World } from '../simulate';

/** What checks look at: what happened to somebody so far. */
export interface Witness {
  /** As messages call them, e.g. `The customer of C1` or `ana`. */
  readonly who: string;
  /** In the order in which they started. */
  readonly contacts: readonly Contact[];
  /** The flows that ran, in the order in which they started. */
  readonly runs: readonly FlowRun[];
  /** What was heard, in order. */
  readonly heard: readonly Entry[];
  readonly world: World;
  readonly steps: readonly StepTaken[];
  readonly result: SimulationResult;
  readonly assumptions: Assumptions;
}

/** The key under which people and centres give what they saw. */
export const WITNESS = Symbol('witness');

/** Somebody (or a centre) whom expectations can be had of. */
export interface Watched {
  readonly [WITNESS]: Witness;
}

export const isWatched = (value: unknown): value is Watched =>
  typeof value === 'object' && value !== null && WITNESS in value;

/** When something happened, e.g. `0:42`. */
export const timeIn = ({ result }: Pick<Witness, 'result'>, at: number): string => clockTime(at - result.start);

/** The name of a contact in transcripts, e.g. `C1`. */
export const labelIn = ({ result }: Pick<Witness, 'result'>, contact: Contact): string =>
  `C${result.contacts.indexOf(contact) + 1}`;

/** How somebody is called inside a sentence. */
export const inside = (who: string): string => who.replace(/^The /, 'the ');
