import { hasPlaceholder } from '../../placeholder';
import { exampleFlow } from '../example-flows';
import { hiddenCharacters } from '../hidden-characters';
import { SET_MESSAGES } from '../messages';
import type { SetRule } from '../set-rule';

export const nameHiddenFromCloudWatch: SetRule = {
  name: 'name-hidden-from-cloudwatch',
  severity: 'warning',
  evidence: 'documented',
  summary: 'The name of a flow has characters because of which CloudWatch shows no metrics for it.',
  more: 'https://docs.aws.amazon.com/connect/latest/adminguide/monitoring-cloudwatch.html',
  examples: {
    failing: { flows: [exampleFlow('a', 'Main line (new)', 'CONTACT_FLOW')] },
    passing: { flows: [exampleFlow('a', 'Main line: new', 'CONTACT_FLOW')] },
  },
  *find({ flows }) {
    for (const flow of flows) {
      if (flow.nameIsGuessed || hasPlaceholder(flow.name)) continue;
      const hidden = hiddenCharacters(flow.name);
      if (hidden.length > 0) yield { flow, path: '', ...SET_MESSAGES.hiddenName(flow.name, hidden) };
    }
  },
};
