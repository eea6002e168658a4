import { exampleFlow, transfersTo } from '../example-flows';
import type { Link, PlacedFlow } from '../flow-set';
import { SET_MESSAGES } from '../messages';
import type { SetFinding, SetRule } from '../set-rule';

/** That a flow is no module and a module no flow is sure; which flows start new contacts is said of the designer only. */
const sureness = ({ role }: Link, { type }: PlacedFlow): Pick<SetFinding, 'severity' | 'evidence'> =>
  role === 'new contact' && type !== 'MODULE' ? { severity: 'warning', evidence: 'assumed' } : {};

const main = exampleFlow('a', 'Main line', 'CONTACT_FLOW', transfersTo('b'));

export const wrongTargetFlow: SetRule = {
  name: 'wrong-target-flow',
  severity: 'error',
  evidence: 'documented',
  summary: 'A transfer, a module block or a new contact names a flow of a type that cannot run there.',
  examples: {
    failing: { flows: [main, exampleFlow('b', 'Billing whisper', 'AGENT_WHISPER')] },
    passing: { flows: [main, exampleFlow('b', 'Billing', 'CONTACT_FLOW')] },
  },
  *find({ links }) {
    for (const link of links) {
      const { role, target, scopes, from, action, path, page } = link;
      if (role === 'hook' || target.kind !== 'found' || scopes.includes(target.flow.type)) continue;
      const message = SET_MESSAGES.wrongTargetFlow(link, target.flow);
      yield { flow: from, action: action.id, path, more: page, ...sureness(link, target.flow), ...message };
    }
  },
};
