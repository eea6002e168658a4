import {
  type ActionForm,
  type ActionSpec,
  type ComparisonOperator,
  type ConditionTransition,
  type ErrorType,
  type FlowDocument,
  formOf,
  isComparisonOperator,
  type JsonObject,
  specOf,
  type Transitions,
  type WireAction,
} from '../../language';
import type { CentreFlow } from '../centre';
import { readsOf, type Write, writesOf } from './reads-and-writes';

/** A way out of an action. */
export interface Exit {
  readonly step: Step;
  /** `next`, `end`, an error type, or operator and operand, e.g. `Equals 1`. */
  readonly label: string;
  /** The action did not do what it is for. */
  readonly fails: boolean;
  /** Where it leads; null out of the flow, or nowhere. */
  readonly to: Step | null;
}

/** A way that is taken when the result of the action meets a condition. */
export interface ConditionExit extends Exit {
  readonly operator: ComparisonOperator;
  readonly operand: string;
}

const NO_PARAMETERS: JsonObject = {};
const NOTHING: Transitions = {};
const NO_EXITS: readonly never[] = [];

/** An action with its ways out. */
export class Step {
  readonly parameters: JsonObject;
  /** Undefined for a type that the language does not know. */
  readonly spec: ActionSpec | undefined;
  readonly form: ActionForm | undefined;
  next: Exit | null = null;
  conditions: readonly ConditionExit[] = NO_EXITS;
  errors: readonly Exit[] = NO_EXITS;
  /** Success that leaves the flow. */
  readonly end: Exit;
  private kept: readonly Write[] | undefined;
  private read: readonly string[] | undefined;

  constructor(
    readonly flow: CentreFlow,
    readonly action: WireAction,
    readonly index: number,
  ) {
    this.parameters = action.Parameters ?? NO_PARAMETERS;
    this.spec = specOf(action.Type);
    this.form = this.spec && formOf(this.spec, this.parameters);
    this.end = { step: this, label: 'end', fails: false, to: null };
  }

  /** Paths of the references that it reads in order to decide. */
  get reads(): readonly string[] {
    this.read ??= readsOf(this);
    return this.read;
  }

  /** What it keeps for later. */
  get writes(): readonly Write[] {
    this.kept ??= writesOf(this);
    return this.kept;
  }
}

/** A flow or module, linked. */
export interface Program {
  readonly flow: CentreFlow;
  readonly start: Step | null;
  readonly steps: readonly Step[];
}

/** The catch-all: what the other error branches name are results like any other. */
const CATCH_ALL: ErrorType = 'NoMatchingError';

type Steps = ReadonlyMap<string, Step>;

const exit = (step: Step, label: string, target: string, steps: Steps): Exit => ({
  step,
  label,
  fails: label === CATCH_ALL,
  to: steps.get(target) ?? null,
});

const conditionExit = (
  step: Step,
  { Condition, NextAction }: ConditionTransition,
  steps: Steps,
): readonly ConditionExit[] => {
  const { Operator: operator, Operands } = Condition ?? {};
  if (!isComparisonOperator(operator)) return NO_EXITS;
  const operand = String(Operands?.[0] ?? '');
  const to = steps.get(NextAction) ?? null;
  return [{ step, label: `${operator} ${operand}`, fails: false, to, operator, operand }];
};

const link = (step: Step, steps: Steps): void => {
  const { NextAction, Conditions = NO_EXITS, Errors = NO_EXITS } = step.action.Transitions ?? NOTHING;
  if (NextAction !== undefined) step.next = exit(step, 'next', NextAction, steps);
  if (Errors.length > 0)
    step.errors = Errors.map(({ ErrorType, NextAction: target }) => exit(step, ErrorType, target, steps));
  if (Conditions.length > 0) step.conditions = Conditions.flatMap((entry) => conditionExit(step, entry, steps));
};

const programs = new WeakMap<FlowDocument, Program>();

/** The actions of a flow with their ways out, linked once and kept as long as the document is. */
export const programOf = (flow: CentreFlow): Program => {
  const known = programs.get(flow.document);
  if (known?.flow === flow) return known;
  const steps = flow.document.Actions.map((action, index) => new Step(flow, action, index));
  const byIdentifier = new Map(steps.map((step) => [step.action.Identifier, step]));
  for (const step of steps) link(step, byIdentifier);
  const program = { flow, start: byIdentifier.get(flow.document.StartAction) ?? null, steps };
  programs.set(flow.document, program);
  return program;
};

/**
 * Whether `NextAction` is only a copy of another way out: success leaves the flow, or the conditions and what catches the
 * rest of them leave nothing over. A participant may answer in a way that no condition names.
 */
const nextIsCopy = ({ spec, form, conditions, errors }: Step): boolean => {
  if (spec?.leavesFlow) return true;
  if (conditions.length === 0) return false;
  const only = form?.conditions?.only === true;
  if (only && spec?.participant === 'answers') return false;
  return only || errors.some(({ label }) => label === 'NoMatchingCondition');
};

/** The ways of an action that surely fails: the branch that is named, else the catch-all, else whatever there is. */
export const waysOfFailure = ({ errors }: Step, named?: string): readonly Exit[] => {
  const by = (label: string | undefined) => errors.filter((each) => each.label === label);
  return [by(named), by(CATCH_ALL)].find((found) => found.length > 0) ?? errors;
};

/** The way on that success takes; null where there is none. Prompts that loop need no way on, and never take it. */
export const wayOn = (step: Step): Exit | null =>
  step.spec?.next === 'optional' || nextIsCopy(step) ? null : step.next;
