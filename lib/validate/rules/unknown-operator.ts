import { COMPARISON_OPERATORS, isComparisonOperator } from '../../language';
import { nearest } from '../../language/nearest';
import { flow, onErrors, step, when } from '../example-flow';
import { conditionOf } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Finding, Rule } from '../rule';
import { inEachAction, isKnown, type PlacedAction } from '../subject';

type Fault = Omit<Finding, 'path'>;

const unknown = (placed: PlacedAction, operator: unknown): Fault => {
  // Next-generation instances have operators whose spelling is unpublished: only a misspelling is surely wrong.
  const misspelt = typeof operator !== 'string' || nearest(operator, COMPARISON_OPERATORS) !== undefined;
  return { severity: misspelt ? 'error' : 'warning', ...MESSAGES.unknownOperator(placed, operator) };
};

const unlisted = (placed: PlacedAction, operator: string): Fault | undefined => {
  const operators: readonly string[] = (isKnown(placed) && placed.form.conditions?.operators) || [];
  if (operators.length === 0 || operators.includes(operator)) return undefined;
  return { severity: 'warning', ...MESSAGES.unlistedOperator(placed, operator, operators) };
};

function* faultsIn(placed: PlacedAction): Generator<Finding> {
  for (const [i, entry] of placed.conditions.entries()) {
    const { operator } = conditionOf(entry);
    if (hasPlaceholder(operator)) continue;
    const fault = isComparisonOperator(operator) ? unlisted(placed, operator) : unknown(placed, operator);
    if (fault !== undefined) yield { path: `Transitions.Conditions[${i}].Condition.Operator`, ...fault };
  }
}

const comparedWith = (operator: string) =>
  flow(
    step(
      'tries',
      'Compare',
      { ComparisonValue: '$.Attributes.tries' },
      { Conditions: when(operator, ['3']), Errors: onErrors(['NoMatchingCondition']) },
    ),
  );

export const unknownOperator: Rule = {
  name: 'unknown-operator',
  severity: 'error',
  evidence: 'documented',
  summary: 'A condition compares with something that is no operator, or that its action does not compare with.',
  examples: { failing: comparedWith('NumericLessThan'), passing: comparedWith('NumberLessThan') },
  find: inEachAction((placed) => (placed.conditions.length === 0 ? undefined : faultsIn(placed))),
};
