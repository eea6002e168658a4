import { compare, flow, say, when } from '../example-flow';
import { conditionOf } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { inEachAction, type PlacedAction } from '../subject';

/** What a condition asks, as text; undefined where that cannot be said. */
const questionOf = ({ operator, operands }: ReturnType<typeof conditionOf>): string | undefined => {
  const [operand, ...others] = operands ?? [];
  return typeof operand === 'string' && others.length === 0 ? `${String(operator)} ${operand}` : undefined;
};

function* repetitionsIn(placed: PlacedAction): Generator<Finding> {
  const seen = new Set<string>();
  for (const [i, entry] of placed.conditions.entries()) {
    const condition = conditionOf(entry);
    const question = questionOf(condition);
    if (question === undefined) continue;
    if (seen.has(question)) {
      const path = `Transitions.Conditions[${i}]`;
      yield { path, ...MESSAGES.duplicateCondition(placed, condition.operator, condition.operands?.[0]) };
    }
    seen.add(question);
  }
}

const tier = compare('tier', '$.Attributes.tier', ['gold']);
const thanks = say('thanks', 'Thank you.');

const asking = (...operands: readonly string[]) =>
  flow(
    {
      ...tier,
      Transitions: {
        ...tier.Transitions,
        Conditions: operands.flatMap((operand, i) => when('Equals', [operand], i === 0 ? 'thanks' : 'end') ?? []),
      },
    },
    thanks,
  );

export const duplicateCondition: Rule = {
  name: 'duplicate-condition',
  severity: 'warning',
  evidence: 'documented',
  summary: 'An action asks the same twice, so that the second branch is never taken.',
  examples: { failing: asking('gold', 'gold'), passing: asking('gold', 'silver') },
  find: inEachAction((placed) => (placed.conditions.length < 2 ? undefined : repetitionsIn(placed))),
};
