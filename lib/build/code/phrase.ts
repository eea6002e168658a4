import type { Json, JsonObject, WireAction, WireCondition } from '../../language/document';
import type { FlowScope } from '../../language/flow-type';
import type { BranchPlace, Code } from './code';

/** One way out of an action, with the action that it leads to. */
export interface Exit {
  readonly kind: 'condition' | 'error' | 'next';
  /** The error type, or the operand of an ordinary condition. */
  readonly label: string;
  readonly condition?: WireCondition;
  readonly target: number;
}

/** An action of the flow as recognisers see it. */
export interface Wire {
  readonly index: number;
  readonly action: WireAction;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly conditions: readonly Exit[];
  readonly errors: readonly Exit[];
  readonly next?: number;
  readonly scope: FlowScope;
  /** The catch-all that need not be written, since it leads where the flow sends errors anyway. */
  readonly implicit?: Exit;
  /** What the designer shows for a parameter. */
  readonly shown: (parameter: string) => string | undefined;
}

/** A way to write an action (or two that one step makes), if its parameters allow it. */
export type Phrase = (wire: Wire) => Code | undefined;

/** The same for an action and the one after it. */
export type PairPhrase = (first: Wire, second: Wire) => Code | undefined;

export const place = (target: number, more: Partial<BranchPlace> = {}): Code => ({ kind: 'branch', target, ...more });

/** The branch of an error, unless the flow's `onError` takes it. */
export const errorBranch = (wire: Wire, error: string): Code | undefined => {
  const exit = wire.errors.find(({ label }) => label === error);
  return exit === undefined || exit === wire.implicit ? undefined : place(exit.target);
};

export const onError = (wire: Wire): Code | undefined => errorBranch(wire, 'NoMatchingError');

/** The branch of a result of that name. */
export const resultBranch = (wire: Wire, operand: string, more: Partial<BranchPlace> = {}): Code | undefined => {
  const exit = wire.conditions.find(({ label }) => label === operand);
  return exit && place(exit.target, more);
};

export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** A whole number that a script writes as a number and the wire as its digits. */
export const integerOf = (value: Json | undefined): number | undefined =>
  typeof value === 'string' && /^(?:0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : undefined;

export const objectOf = (value: Json | undefined): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
