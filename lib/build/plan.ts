import type { Json, JsonObject } from '../language/document';
import type { AnyBranch, AnyScript } from './step';

interface PlannedCondition {
  readonly operator: string;
  readonly operand: string;
  /** The condition as it stands on the wire, where it is not an operator with one text. */
  readonly wire?: Json;
}

/** One way out of an action other than its next one. */
export interface Way {
  /** How identifiers speak of this branch, e.g. `timeout`. */
  readonly name: string;
  /** Exactly one of `error` and `condition` is there. */
  readonly error?: string;
  readonly condition?: PlannedCondition;
  readonly to: AnyBranch;
  /** Where it goes when it falls off its end, if not on after the step: back to this action, or to the step that holds it. */
  readonly back?: 'self' | 'holder';
}

/**
 * What `NextAction` is: `follows` is the next step, `none` is for terminal actions, `open` leaves it out (loop prompts),
 * `copyOf` repeats the target of an error or operand, as the console does where every exit is a branch.
 */
export type Next = 'follows' | 'none' | 'open' | { readonly copyOf: string };

/** One action before it has a place. */
export interface ActionPlan {
  readonly type: string;
  /** The designer's name of the block: how the identifier begins. */
  readonly block: string;
  /** What tells it from others of its kind: how the identifier goes on. */
  readonly words: string;
  readonly parameters: JsonObject;
  readonly ways: readonly Way[];
  readonly next: Next;
  /** False where an error that may stay undeclared should stay so unless the step says otherwise. */
  readonly optionalCatchAll: boolean;
  /** Declares what `ways` say and nothing else, whatever its row demands. */
  readonly isExact?: true;
  /** A branch that falls off goes on with the next action of the same step, instead of the next step. */
  readonly joinsOwnStep?: true;
  /** What the designer shows beside the position. */
  readonly metadata?: JsonObject;
}

export type StepPlan = ActionsPlan | LabelPlan | GoToPlan | ContinuePlan | MissingPlan;

interface Origin {
  /** Holds a stack that is only formatted when asked for. */
  readonly written: Written;
}

export interface Written {
  readonly stack?: string;
}

export interface ActionsPlan extends Origin {
  readonly kind: 'actions';
  /** At least one; all but the last go on to the next. */
  readonly actions: readonly ActionPlan[];
  readonly uses: readonly object[];
  /** A display name that replaces block and words. */
  readonly name?: string;
}

export interface LabelPlan extends Origin {
  readonly kind: 'label';
  readonly label: string;
}

export interface GoToPlan extends Origin {
  readonly kind: 'goTo';
  readonly label: string;
}

/** Goes on with a script that is written once, however many lead to it. */
export interface ContinuePlan extends Origin {
  readonly kind: 'continue';
  readonly script: AnyScript;
}

/** Leads to an identifier that no action has. */
export interface MissingPlan extends Origin {
  readonly kind: 'missing';
  readonly identifier: string;
}
