import { exampleFlow, hooks } from '../example-flows';
import { SET_MESSAGES } from '../messages';
import type { SetRule } from '../set-rule';

const main = exampleFlow('a', 'Main line', 'CONTACT_FLOW', hooks('AgentWhisper', 'b'));

export const wrongHookFlow: SetRule = {
  name: 'wrong-hook-flow',
  severity: 'error',
  evidence: 'documented',
  summary: 'An event hook names a flow of a type that the event does not take.',
  examples: {
    failing: { flows: [main, exampleFlow('b', 'Queue music', 'CUSTOMER_QUEUE')] },
    passing: { flows: [main, exampleFlow('b', 'Billing whisper', 'AGENT_WHISPER')] },
  },
  *find({ links }) {
    for (const link of links) {
      const { role, target, scopes, from, action, path, page } = link;
      if (role !== 'hook' || target.kind !== 'found' || scopes.includes(target.flow.type)) continue;
      yield { flow: from, action: action.id, path, more: page, ...SET_MESSAGES.wrongHookFlow(link, target.flow) };
    }
  },
};
