/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const FLOW_LANGUAGE_VERSION = '2019-10-30';

/** A condition of a branch: the result of the action is compared with the operand. */
export interface WireCondition {
  readonly Operator: string;
  /** Every operator published so far takes one string. */
  readonly Operands: readonly string[];
}

export interface ConditionTransition {
  readonly NextAction: string;
  readonly Condition: WireCondition;
}

export interface ErrorTransition {
  readonly ErrorType: string;
  readonly NextAction: string;
}

/** Where a flow goes after an action; `{}` on terminal actions. */
export interface Transitions {
  readonly NextAction?: string;
  /** The order has no meaning. */
  readonly Errors?: readonly ErrorTransition[];
  /** In order; the first one that is true wins. */
  readonly Conditions?: readonly ConditionTransition[];
}

/** One action as it stands on the wire, of any type, known or not. */
export interface WireAction {
  readonly Identifier: string;
  readonly Type: string;
  /** Console exports leave it out on actions without parameters. */
  readonly Parameters?: JsonObject;
  readonly Transitions?: Transitions;
}

/** A flow or flow module in the Flow language; the API wants it serialised, see `write`. */
export interface FlowDocument {
  readonly Version: string;
  readonly StartAction: string;
  /** Read by the designer only. */
  readonly Metadata?: JsonObject;
  /** Modules: input, output and branches. Required (may be `{}`) when a module is created. */
  readonly Settings?: JsonObject;
  readonly Actions: readonly WireAction[];
}
