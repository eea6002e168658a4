import { flow, onErrors, say, step, when } from '../example-flow';
import { conditionOf, isNumeric } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { inEachOf, type PlacedAction } from '../subject';

const TYPE = 'DistributeByPercentage';

/** The draw is 1 to 100, so that "less than 101" is always true. */
const HIGHEST = 101;
const LOWEST = 2;

function* faultsIn(placed: PlacedAction): Generator<Finding> {
  let before = LOWEST - 1;
  for (const [i, entry] of placed.conditions.entries()) {
    const [operand] = conditionOf(entry).operands ?? [];
    if (!isNumeric(operand)) continue;
    const threshold = Number(operand);
    const path = `Transitions.Conditions[${i}].Condition.Operands`;
    if (threshold > HIGHEST) yield { path, ...MESSAGES.percentageOver(placed, operand) };
    if (threshold <= before) yield { path, ...MESSAGES.percentageNotGrowing(placed, operand, before) };
    before = Math.max(before, threshold);
  }
}

const distribute = (...thresholds: readonly string[]) =>
  flow(
    step(
      'draw',
      TYPE,
      {},
      { Conditions: when('NumberLessThan', thresholds, 'survey'), Errors: onErrors(['NoMatchingCondition']) },
    ),
    say('survey', 'Please take part in our survey.'),
  );

export const wrongPercentage: Rule = {
  name: 'wrong-percentage',
  severity: 'warning',
  evidence: 'observed',
  summary: 'The thresholds of a distribution by percentage do not grow, or go over 100 %.',
  examples: { failing: distribute('31', '21'), passing: distribute('21', '51') },
  find: inEachOf((subject) => subject.ofType(TYPE), faultsIn),
};
