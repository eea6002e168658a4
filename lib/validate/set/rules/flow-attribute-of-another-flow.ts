import { setBy } from '../attributes';
import { exampleFlow, says, step } from '../example-flows';
import { SET_MESSAGES } from '../messages';
import type { SetRule } from '../set-rule';

const sets = (type: string, key: string) =>
  exampleFlow('a', 'Main line', 'CONTACT_FLOW', step('Remember', type, { [key]: { tier: { Value: 'gold' } } }));

export const flowAttributeOfAnotherFlow: SetRule = {
  name: 'flow-attribute-of-another-flow',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A flow reads a flow attribute that only other flows set, which it never sees.',
  more: 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html',
  examples: {
    failing: {
      flows: [
        sets('UpdateFlowAttributes', 'FlowAttributes'),
        exampleFlow('b', 'Whisper', 'AGENT_WHISPER', says('A $.FlowAttributes.tier customer.')),
      ],
    },
    passing: {
      flows: [
        sets('UpdateContactAttributes', 'Attributes'),
        exampleFlow('b', 'Whisper', 'AGENT_WHISPER', says('A $.Attributes.tier customer.')),
      ],
    },
  },
  *find({ flows }) {
    const setters = setBy(flows, 'FlowAttributes');
    for (const flow of flows) {
      for (const read of flow.reads) {
        const [root, key = ''] = read.keys;
        const by = root === 'FlowAttributes' ? setters.get(key) : undefined;
        if (by === undefined || by.has(flow)) continue;
        const message = SET_MESSAGES.foreignFlowAttribute(read, key, [...by]);
        yield { flow, action: read.action.id, path: read.path, ...message };
      }
    }
  },
};
