import type { FlowScope } from '../../../language';
import { setBy } from '../attributes';
import { exampleFlow, says, step } from '../example-flows';
import type { PlacedFlow, ReadValue } from '../flow-set';
import { SET_MESSAGES } from '../messages';
import type { SetRule } from '../set-rule';

/** Flows that run beside or after another one, which is where their attributes come from. */
const LATER: ReadonlySet<FlowScope> = new Set([
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
]);

/** The first read of each contact attribute; what the service itself sets is left out. */
const attributesReadIn = ({ reads }: PlacedFlow): ReadonlyMap<string, ReadValue> => {
  const firsts = new Map<string, ReadValue>();
  for (const read of reads) {
    const [root, key = ''] = read.keys;
    if (root === 'Attributes' && !key.startsWith('connect_') && !firsts.has(key)) firsts.set(key, read);
  }
  return firsts;
};

const main = exampleFlow(
  'a',
  'Main line',
  'CONTACT_FLOW',
  step('Remember', 'UpdateContactAttributes', { Attributes: { tier: 'gold' }, TargetContact: 'Current' }),
);

export const attributeSetNowhere: SetRule = {
  name: 'attribute-set-nowhere',
  severity: 'note',
  evidence: 'documented',
  summary: 'A whisper, hold or queue flow reads a contact attribute that no flow of the set sets.',
  more: 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html',
  examples: {
    failing: { flows: [main, exampleFlow('b', 'Whisper', 'AGENT_WHISPER', says('A $.Attributes.teir customer.'))] },
    passing: { flows: [main, exampleFlow('b', 'Whisper', 'AGENT_WHISPER', says('A $.Attributes.tier customer.'))] },
  },
  *find({ flows }) {
    // Without the flows that run before, nothing can be said.
    if (!flows.some(({ type }) => type === 'CONTACT_FLOW')) return;
    const setters = setBy(flows, 'Attributes');
    for (const flow of flows) {
      if (!LATER.has(flow.type)) continue;
      for (const [key, read] of attributesReadIn(flow)) {
        if (setters.has(key)) continue;
        const message = SET_MESSAGES.attributeSetNowhere(read, key);
        yield { flow, action: read.action.id, path: read.path, ...message };
      }
    }
  },
};
