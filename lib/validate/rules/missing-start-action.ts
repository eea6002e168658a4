import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';

const hello = flow(say('hello', 'Hello.'));

export const missingStartAction: Rule = {
  name: 'missing-start-action',
  severity: 'error',
  evidence: 'documented',
  summary: 'StartAction names no action of the flow.',
  examples: { failing: { ...hello, StartAction: 'helo' }, passing: hello },
  *find({ document: { StartAction }, byId }) {
    if (byId.has(StartAction) || hasPlaceholder(StartAction)) return;
    yield { path: 'StartAction', ...MESSAGES.missingStartAction(StartAction, [...byId.keys()]) };
  },
};
