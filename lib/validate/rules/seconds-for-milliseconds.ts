import { flow, onErrors, say, step, when } from '../example-flow';
import { conditionOf, isNumeric } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { inEachOf, type PlacedAction } from '../subject';

const TYPE = 'CheckMetricData';
const IN_MILLISECONDS = 'OldestContactInQueueAgeSeconds';
const SECOND = 1000;

function* faultsIn(placed: PlacedAction): Generator<Finding> {
  if (placed.parameters.MetricType !== IN_MILLISECONDS) return;
  for (const [i, entry] of placed.conditions.entries()) {
    const [operand] = conditionOf(entry).operands ?? [];
    if (!isNumeric(operand) || Number(operand) <= 0 || Number(operand) >= SECOND) continue;
    const path = `Transitions.Conditions[${i}].Condition.Operands`;
    yield { path, ...MESSAGES.secondsForMilliseconds(placed, operand) };
  }
}

const olderThan = (age: string) =>
  flow(
    step(
      'age',
      TYPE,
      { MetricType: IN_MILLISECONDS },
      {
        Conditions: when('NumberGreaterThan', [age], 'long'),
        Errors: onErrors(['NoMatchingError', 'NoMatchingCondition']),
      },
    ),
    say('long', 'The wait is long at present.'),
  );

export const secondsForMilliseconds: Rule = {
  name: 'seconds-for-milliseconds',
  severity: 'warning',
  evidence: 'observed',
  summary: 'The age of the oldest contact is compared with less than a second; it counts in milliseconds.',
  examples: { failing: olderThan('300'), passing: olderThan('300000') },
  find: inEachOf((subject) => subject.ofType(TYPE), faultsIn),
};
