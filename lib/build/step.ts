import type { FlowScope } from '../language/flow-type';
import type { StepPlan } from './plan';

declare const LEGAL_IN: unique symbol;
declare const ENDS: unique symbol;

/** Where a step keeps what it will become; nothing outside this folder reads it. */
export const PLAN = Symbol('plan');

/** A step after which the script goes on; `T` are the flow types (or MODULE) it may stand in. */
export interface Step<in T extends FlowScope> {
  readonly [PLAN]: StepPlan;
  readonly [LEGAL_IN]?: (scope: T) => void;
  readonly [ENDS]?: undefined;
}

/** A step after which nothing comes: it can only be the last one of a script. */
export interface End<in T extends FlowScope> {
  readonly [PLAN]: StepPlan;
  readonly [LEGAL_IN]?: (scope: T) => void;
  readonly [ENDS]: true;
}

/** A step of either kind, in whatever flow it may stand. */
export type AnyStep = Step<never> | End<never>;

/**
 * Steps in the order in which they run. Only the last one may end the flow.
 *
 * The third form lets constants without an annotation through (`const sorry = [playPrompt('Sorry.'), disconnect()]` is
 * an array, not a tuple); there a step after the end is found when the flow is built.
 */
export type Script<T extends FlowScope> =
  | readonly []
  | readonly [...Step<T>[], Step<T> | End<T>]
  | (readonly (Step<T> | End<T>)[] & { readonly 0?: never });

/** The steps of a script whatever its type: what this folder works with inside. */
export type AnyScript = readonly AnyStep[];

/** A way back to the step whose branch it is; see `again`. */
export interface Again<in T extends FlowScope> {
  readonly times: number | string;
  readonly first: AnyScript;
  /** What runs when all attempts are used up. */
  readonly last: AnyScript;
  /** Which of its two conditions the loop names first; it makes no difference but to the document. */
  readonly doneFirst?: boolean;
  readonly [LEGAL_IN]?: (scope: T) => void;
}

/** Where a step can lead besides its next one. */
export type Branch<T extends FlowScope> = Script<T> | Again<T>;

export type AnyBranch = AnyScript | Again<never>;

export const isScript = (branch: AnyBranch): branch is AnyScript => Array.isArray(branch);

/** What a step does when nothing more special happened; without it the flow's own `onError` takes over. */
export interface OnError<T extends FlowScope> {
  readonly onError?: Branch<T>;
}
