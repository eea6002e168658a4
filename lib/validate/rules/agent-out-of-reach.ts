import type { FlowScope } from '../../language';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

/** Flows that run while no agent is on the contact or chosen. Source: connect-attrib-list (admin guide). */
const WITHOUT_AGENT: ReadonlySet<FlowScope | undefined> = new Set([
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'QUEUE_TRANSFER',
] as const);

const PAGE = 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html';

export const agentOutOfReach: Rule = {
  name: 'agent-out-of-reach',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A reference asks for the agent in a type of flow where there is none yet.',
  examples: {
    failing: flow(say('hello', 'You will speak with $.Agent.FirstName.')),
    passing: flow(say('hello', 'You will speak with $.Attributes.adviser.')),
    context: { type: 'CONTACT_FLOW' },
  },
  *find({ reads, context: { type } }) {
    if (type === undefined || !WITHOUT_AGENT.has(type)) return;
    for (const { placed, place, keys, root } of reads) {
      if (root !== 'Agent') continue;
      const message = MESSAGES.agentOutOfReach(placed, `$.${keys.join('.')}`, type);
      yield foundIn(placed, { path: place.path, more: PAGE, ...message });
    }
  },
};
