import type { FlowRun } from './contact';

/** What kind of line a transcript entry makes. */
export type EntryKind =
  /** A flow says something to the party. */
  | 'hears'
  /** A party does something: presses a key, hangs up, accepts. */
  | 'does'
  /** A flow starts; `run` is the flow. */
  | 'starts'
  /** A branch is taken, a hook is set, a function is called. */
  | 'flow'
  /** Something happens to the contact: queued, connected, ended. */
  | 'contact';

/** One thing that happened, in the order in which it happened. */
export interface Entry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly contactId: string;
  readonly kind: EntryKind;
  /** The person it happened to or who did it; null where nobody is meant. */
  readonly who: string | null;
  readonly text: string;
  /** The flow that was running. */
  readonly run: FlowRun | null;
  /** The action that did it. */
  readonly action: string | null;
}
