import { exampleFlow, transfersTo } from '../example-flows';
import type { Link, PlacedFlow } from '../flow-set';
import { SET_MESSAGES } from '../messages';
import type { SetRule } from '../set-rule';

const LOOKS_LIKE_ID = /^arn:|^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** An id says nothing while some flow of the set does not tell its own: that one may be meant. */
const isMissing = ({ target, value }: Link, everyArnIsKnown: boolean): boolean =>
  target.kind === 'absent' && (everyArnIsKnown || !LOOKS_LIKE_ID.test(value));

const knowsArn = ({ arn }: PlacedFlow): boolean => arn !== undefined;

const main = exampleFlow('a', 'Main line', 'CONTACT_FLOW', transfersTo('b'));

export const missingTargetFlow: SetRule = {
  name: 'missing-target-flow',
  severity: 'error',
  evidence: 'documented',
  summary: 'A transfer, a hook or a module names something that a set, which is said to be whole, does not have.',
  examples: {
    failing: { flows: [main, exampleFlow('c', 'Billing', 'CONTACT_FLOW')], context: { whole: true } },
    passing: { flows: [main, exampleFlow('b', 'Billing', 'CONTACT_FLOW')], context: { whole: true } },
  },
  *find({ flows, links, context }) {
    if (!context.whole) return;
    const everyArnIsKnown = flows.every(knowsArn);
    for (const link of links) {
      if (!isMissing(link, everyArnIsKnown)) continue;
      yield { flow: link.from, action: link.action.id, path: link.path, ...SET_MESSAGES.missingTarget(link) };
    }
  },
};
