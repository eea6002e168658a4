import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

export const duplicateIdentifier: Rule = {
  name: 'duplicate-identifier',
  severity: 'error',
  evidence: 'documented',
  summary: 'Two actions have the same identifier, so that transitions to it are ambiguous.',
  examples: {
    failing: flow(say('hello', 'Hello.'), say('hello', 'Goodbye.')),
    passing: flow(say('hello', 'Hello.', 'goodbye'), say('goodbye', 'Goodbye.')),
  },
  *find({ actions, byId }) {
    if (byId.size === actions.length) return;
    for (const placed of actions) {
      const first = byId.get(placed.id);
      if (first === undefined || first === placed) continue;
      yield foundIn(placed, { path: 'Identifier', ...MESSAGES.duplicateIdentifier(placed.id, first.path) });
    }
  },
};
