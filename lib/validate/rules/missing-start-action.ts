import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';

export const missingStartAction: Rule = {
  name: 'missing-start-action',
  severity: 'error',
  evidence: 'documented',
  summary: 'StartAction names no action of the flow.',
  *find({ document: { StartAction }, byId }) {
    if (byId.has(StartAction) || hasPlaceholder(StartAction)) return;
    yield { path: 'StartAction', ...MESSAGES.missingStartAction(StartAction, [...byId.keys()]) };
  },
};
