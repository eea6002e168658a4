import { type Exit, exitsOf, LIMITS } from '../../language';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';
import { inEachOf, type Subject } from '../subject';
import { quote } from '../wording';

/** How the sentence calls the transition; what is malformed is called by its place. */
const wayOf = ({ kind, label, path }: Exit): string => {
  if (kind === 'next') return 'NextAction';
  if (kind === 'error' && typeof label === 'string') return `the branch for ${quote(label)}`;
  return path.split('.')[1] ?? path;
};

/** Comparing each of very many bad targets with very many identifiers would take too long. */
const offered = (byId: Subject['byId']): Iterable<string> => (byId.size > 2 * LIMITS.actionsPerFlow ? [] : byId.keys());

export const danglingTarget: Rule = {
  name: 'dangling-target',
  severity: 'error',
  evidence: 'documented',
  summary: 'A transition leads to an identifier that no action has.',
  examples: { failing: flow(say('hello', 'Hello.', 'ned')), passing: flow(say('hello', 'Hello.', 'end')) },
  find: inEachOf(
    ({ graph }) => graph.dangling,
    function* (placed, { byId }) {
      const { next: NextAction, errors: Errors, conditions: Conditions } = placed;
      for (const exit of exitsOf({ ...placed.action, Transitions: { NextAction, Errors, Conditions } })) {
        if (byId.has(exit.target) || hasPlaceholder(exit.target)) continue;
        yield { path: exit.path, ...MESSAGES.danglingTarget(placed, wayOf(exit), exit.target, offered(byId)) };
      }
    },
  ),
};
