import { LIMITS } from '../../language';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';

export const tooManyActions: Rule = {
  name: 'too-many-actions',
  severity: 'error',
  evidence: 'documented',
  summary: 'The flow has more actions than a flow may have.',
  *find({ actions }) {
    if (actions.length > LIMITS.actionsPerFlow) yield { path: 'Actions', ...MESSAGES.tooManyActions(actions.length) };
  },
};
