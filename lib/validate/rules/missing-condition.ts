import type { ConditionSpec } from '../../language';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { rowEvidence } from '../row-evidence';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

const PATH = 'Transitions.Conditions';

const operandsOf = ({ conditions }: KnownAction): readonly unknown[] =>
  conditions.flatMap(({ Condition }) => Condition?.Operands ?? []);

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

export const missingCondition: Rule = {
  name: 'missing-condition',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action lacks a condition that it must have.',
  find: inEachKnownAction(function* (placed) {
    const { conditions: spec } = placed.form;
    if (spec === null) return;
    if (spec.atLeastOne === true && placed.conditions.length === 0) {
      // The service's path lacks the index here.
      const problem = `Action is missing required property. Path: ${PATH}`;
      yield { path: PATH, problem, evidence: 'observed', ...MESSAGES.missingConditions(placed, spec) };
    }
    yield* missingOperands(placed, spec);
  }),
};
