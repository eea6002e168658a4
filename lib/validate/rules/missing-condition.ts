import type { ConditionSpec } from '../../language';
import { flow, onErrors, step, when } from '../example-flow';
import { conditionOf } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { rowEvidence } from '../row-evidence';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

const PATH = 'Transitions.Conditions';

const operandsOf = ({ conditions }: KnownAction): readonly unknown[] =>
  conditions.flatMap((entry) => conditionOf(entry).operands ?? []);

function* missingOperands(placed: KnownAction, spec: ConditionSpec): Generator<Finding> {
  const operands = operandsOf(placed);
  // A value that is filled in later may be the one that seems to be missing.
  if (operands.some(hasPlaceholder)) return;
  const problem = `Invalid Action property value. Path: ${placed.path}.${PATH}`;
  for (const operand of spec.required ?? []) {
    if (operands.includes(operand)) continue;
    yield { path: PATH, problem, ...rowEvidence(placed.spec), ...MESSAGES.missingCondition(placed, operand, spec) };
  }
}

function* missingIn(placed: KnownAction, spec: ConditionSpec): Generator<Finding> {
  if (spec.atLeastOne === true && placed.conditions.length === 0) {
    // The service's path lacks the index here.
    const problem = `Action is missing required property. Path: ${PATH}`;
    yield { path: PATH, problem, evidence: 'observed', ...MESSAGES.missingConditions(placed, spec) };
  }
  yield* missingOperands(placed, spec);
}

const hours = (...results: readonly string[]) =>
  flow(
    step(
      'open',
      'CheckHoursOfOperation',
      {},
      { Conditions: when('Equals', results), Errors: onErrors(['NoMatchingError']) },
    ),
  );

export const missingCondition: Rule = {
  name: 'missing-condition',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action lacks a condition that it must have.',
  examples: { failing: hours('True'), passing: hours('True', 'False') },
  find: inEachKnownAction((placed) => {
    const { conditions: spec } = placed.form;
    if (spec === null || (spec.atLeastOne === undefined && spec.required === undefined)) return undefined;
    return missingIn(placed, spec);
  }),
};
