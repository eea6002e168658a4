import { REFERENCE_ROOTS } from '../../language';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

const ROOTS: ReadonlySet<string> = new Set(REFERENCE_ROOTS);

export const unknownReferenceRoot: Rule = {
  name: 'unknown-reference-root',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A reference starts with a name that Connect does not document.',
  examples: {
    failing: flow(say('hello', 'Hello $.Attribute.name.')),
    passing: flow(say('hello', 'Hello $.Attributes.name.')),
  },
  *find({ reads }) {
    for (const { placed, place, keys, root } of reads) {
      if (ROOTS.has(root)) continue;
      const message = MESSAGES.unknownReferenceRoot(placed, `$.${keys.join('.')}`, root, REFERENCE_ROOTS);
      yield foundIn(placed, { path: place.path, ...message });
    }
  },
};
