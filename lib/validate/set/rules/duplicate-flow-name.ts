import { exampleFlow } from '../example-flows';
import type { PlacedFlow } from '../flow-set';
import { SET_MESSAGES } from '../messages';
import type { SetRule } from '../set-rule';

/** Modules have names of their own, apart from those of flows. */
const keyOf = ({ name, type }: PlacedFlow): string => `${type === 'MODULE' ? 'module' : 'flow'} ${name}`;

export const duplicateFlowName: SetRule = {
  name: 'duplicate-flow-name',
  severity: 'error',
  evidence: 'documented',
  summary: 'Two flows, or two modules, have the same name.',
  more: 'https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html',
  examples: {
    failing: { flows: [exampleFlow('a', 'Main line', 'CONTACT_FLOW'), exampleFlow('b', 'Main line', 'CONTACT_FLOW')] },
    passing: { flows: [exampleFlow('a', 'Main line', 'CONTACT_FLOW'), exampleFlow('b', 'Main line', 'MODULE')] },
  },
  *find({ flows }) {
    const firsts = new Map<string, PlacedFlow>();
    for (const flow of flows) {
      if (flow.nameIsGuessed) continue;
      const first = firsts.get(keyOf(flow));
      if (first === undefined) firsts.set(keyOf(flow), flow);
      else yield { flow, path: '', ...SET_MESSAGES.duplicateName(flow.name, first) };
    }
  },
};
