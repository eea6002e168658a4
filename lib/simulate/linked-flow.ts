import {
  type ActionForm,
  type ActionSpec,
  type ComparisonOperator,
  type ErrorType,
  type FlowDocument,
  formOf,
  isActionType,
  isComparisonOperator,
  type JsonObject,
  specOf,
  type WireAction,
} from '../language';
import { BEHAVIORS } from './behaviors';
import type { Behavior } from './behaviors/behavior';

/** A condition of a step: the first that is met gives the step that comes next. */
interface LinkedCondition {
  readonly operator: ComparisonOperator;
  readonly operand: string;
  readonly target: LinkedStep | undefined;
}

/** An action with its ways out resolved to steps. */
export interface LinkedStep {
  readonly action: WireAction;
  readonly parameters: JsonObject;
  /** Undefined for a type that the language does not know. */
  readonly spec: ActionSpec | undefined;
  readonly form: ActionForm | undefined;
  /** Undefined for a type that is not simulated. */
  readonly behavior: Behavior | undefined;
  next: LinkedStep | undefined;
  conditions: readonly LinkedCondition[];
  readonly errors: Map<ErrorType | string, LinkedStep | undefined>;
}

export interface LinkedFlow {
  readonly start: LinkedStep | undefined;
}

const toStep = (action: WireAction): LinkedStep => {
  const spec = specOf(action.Type);
  const parameters = action.Parameters ?? {};
  return {
    action,
    parameters,
    spec,
    form: spec && formOf(spec, parameters),
    behavior: isActionType(action.Type) ? BEHAVIORS[action.Type] : undefined,
    next: undefined,
    conditions: [],
    errors: new Map(),
  };
};

const link = (step: LinkedStep, steps: ReadonlyMap<string, LinkedStep>): void => {
  const { NextAction, Conditions = [], Errors = [] } = step.action.Transitions ?? {};
  step.next = NextAction === undefined ? undefined : steps.get(NextAction);
  step.conditions = Conditions.flatMap(({ Condition, NextAction: target }) =>
    isComparisonOperator(Condition?.Operator)
      ? [{ operator: Condition.Operator, operand: String(Condition.Operands?.[0] ?? ''), target: steps.get(target) }]
      : [],
  );
  for (const { ErrorType, NextAction: target } of Errors) step.errors.set(ErrorType, steps.get(target));
};

const linked = new WeakMap<FlowDocument, LinkedFlow>();

/** The steps of a document, linked once and kept as long as the document is. */
export const linkFlow = (document: FlowDocument): LinkedFlow => {
  const known = linked.get(document);
  if (known) return known;
  const steps = new Map(document.Actions.map((action) => [action.Identifier, toStep(action)]));
  for (const step of steps.values()) link(step, steps);
  const flow = { start: steps.get(document.StartAction) };
  linked.set(document, flow);
  return flow;
};
