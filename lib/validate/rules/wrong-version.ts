import { FLOW_LANGUAGE_VERSION } from '../../language';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';

const hello = flow(say('hello', 'Hello.'));

export const wrongVersion: Rule = {
  name: 'wrong-version',
  severity: 'error',
  evidence: 'documented',
  summary: 'The document names a version of the Flow language that does not exist.',
  examples: { failing: { ...hello, Version: '2019-10-29' }, passing: hello },
  *find({ document: { Version } }) {
    if (Version === FLOW_LANGUAGE_VERSION || hasPlaceholder(Version)) return;
    yield { path: 'Version', ...MESSAGES.wrongVersion(Version) };
  },
};
