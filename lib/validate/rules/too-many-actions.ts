import { LIMITS } from '../../language';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';

const prompts = (count: number) => flow(...Array.from({ length: count }, (_, i) => say(`say ${i}`, 'Hello.', 'end')));

export const tooManyActions: Rule = {
  name: 'too-many-actions',
  severity: 'error',
  evidence: 'documented',
  summary: 'The flow has more actions than a flow may have.',
  examples: { failing: prompts(LIMITS.actionsPerFlow), passing: prompts(1) },
  *find({ actions }) {
    if (actions.length > LIMITS.actionsPerFlow) yield { path: 'Actions', ...MESSAGES.tooManyActions(actions.length) };
  },
};
