import { flow, say } from '../example-flow';
import { isTraceable } from '../flow-facts/flow-graph';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

export const unreachableAction: Rule = {
  name: 'unreachable-action',
  severity: 'warning',
  evidence: 'observed',
  summary: 'No way through the flow comes to the action.',
  examples: {
    failing: flow(say('hello', 'Hello.'), say('lost', 'Nobody hears this.')),
    passing: flow(say('hello', 'Hello.', 'more'), say('more', 'Everybody hears this.')),
  },
  *find({ graph, actions }) {
    if (!isTraceable(graph)) return;
    for (const placed of actions) {
      if (graph.reached[placed.index] === 1) continue;
      yield foundIn(placed, { path: '', ...MESSAGES.unreachableAction(placed) });
    }
  },
};
