import type { ErrorType } from '../language';
import type { WorldFlow } from './world';

/** How an execution of a flow ended. */
export type FlowEnd =
  /** End flow / Resume, or the end of a flow that may end without one. */
  | 'flow ended'
  /** Disconnect / hang up. */
  | 'disconnect'
  /** The contact went into a queue. */
  | 'queued'
  /** The contact left this flow for an agent, a third party or another contact. */
  | 'left'
  /** An error left no way to go on. */
  | 'failed'
  /** A whisper ran into its two minutes. */
  | 'too long'
  /** The agent or customer who heard it hung up. */
  | 'hung up'
  /** Stopped from outside: a queue flow when the contact leaves the queue, a hold flow when the hold ends. */
  | 'stopped';

/** A flow that waits for somebody to press or say something. */
export interface Listening {
  readonly kind: 'listen';
  /** Keys count when they are pressed, digits when they are entered, words when they are said. */
  readonly to: 'key' | 'digits' | 'words';
  /** How long the prompt takes, during which one may already answer. */
  readonly promptMilliseconds: number;
  /** How long silence is borne once the prompt has ended. */
  readonly patienceMilliseconds: number;
  readonly heard: (input: string) => Outcome;
  readonly silence: () => Outcome;
}

/** What a behaviour answers: where the flow goes from here. */
export type Outcome =
  | { readonly kind: 'next' }
  | { readonly kind: 'error'; readonly error: ErrorType; readonly because: string }
  /** The result that the conditions compare; without a match, NoMatchingCondition. */
  | { readonly kind: 'result'; readonly value: string }
  | { readonly kind: 'later'; readonly milliseconds: number; readonly resume: () => Outcome }
  | Listening
  /** Nothing more happens in this flow until something outside stops it. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'end'; readonly end: FlowEnd }
  | { readonly kind: 'flow'; readonly flow: WorldFlow }
  | { readonly kind: 'module'; readonly module: WorldFlow }
  | { readonly kind: 'return' };

export const NEXT: Outcome = { kind: 'next' };
export const IDLE: Outcome = { kind: 'idle' };

export const failed = (because: string, error: ErrorType = 'NoMatchingError'): Outcome => ({
  kind: 'error',
  error,
  because,
});
export const result = (value: string): Outcome => ({ kind: 'result', value });
export const ended = (end: FlowEnd): Outcome => ({ kind: 'end', end });
export const later = (milliseconds: number, resume: () => Outcome = () => NEXT): Outcome => ({
  kind: 'later',
  milliseconds,
  resume,
});
