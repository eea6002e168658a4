import { flow, ON_ERROR, say, step, when } from '../example-flow';
import { conditionOf } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn, type PlacedAction, type Subject } from '../subject';

const TYPE = 'Wait';

/** The branch that runs while the wait goes on. Its spelling is unpublished; the designer calls it Continue. */
const isContinue = (operand: unknown): boolean => typeof operand === 'string' && /continue/i.test(operand);

const continuations = (waits: readonly PlacedAction[]): readonly string[] =>
  waits.flatMap(({ conditions }) =>
    conditions.filter((entry) => conditionOf(entry).operands?.some(isContinue)).map(({ NextAction }) => NextAction),
  );

/** The waits that some Continue branch comes to. */
const nestedIn = ({ byId, graph, actions }: Subject, starts: readonly string[]): readonly PlacedAction[] => {
  const seen = new Set<number>();
  const open = starts.flatMap((id) => byId.get(id)?.index ?? []);
  const nested: PlacedAction[] = [];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const placed = actions[at] as PlacedAction;
    if (placed.type === TYPE) nested.push(placed);
    else for (const { to } of graph.edges[at] ?? []) open.push(to);
  }
  return nested;
};

const wait = (id: string, NextAction: string, branch: string) =>
  step(
    id,
    TYPE,
    { TimeLimitSeconds: '60' },
    {
      NextAction,
      Conditions: [...(when('Equals', ['WaitCompleted']) ?? []), ...(when('Equals', ['Continue'], branch) ?? [])],
      ...ON_ERROR,
    },
  );

export const nestedWait: Rule = {
  name: 'nested-wait',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A Wait stands in the Continue branch of a Wait.',
  examples: {
    failing: flow(wait('wait', 'end', 'more'), say('more', 'We are still here.', 'again'), wait('again', 'end', 'end')),
    passing: flow(wait('wait', 'end', 'more'), say('more', 'We are still here.')),
  },
  *find(subject) {
    const waits = subject.ofType(TYPE);
    const starts = waits.length === 0 ? [] : continuations(waits);
    if (starts.length === 0) return;
    for (const placed of nestedIn(subject, starts)) yield foundIn(placed, { path: '', ...MESSAGES.nestedWait(placed) });
  },
};
