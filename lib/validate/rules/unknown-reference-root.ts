import { REFERENCE_ROOTS } from '../../language';
import { textsIn } from '../described-values';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { referencesIn } from '../references';
import type { Rule } from '../rule';
import { inEachAction } from '../subject';

const ROOTS: ReadonlySet<string> = new Set(REFERENCE_ROOTS);

export const unknownReferenceRoot: Rule = {
  name: 'unknown-reference-root',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A reference starts with a name that Connect does not document.',
  find: inEachAction(function* (placed) {
    for (const [path, text] of textsIn(placed.parameters, 'Parameters')) {
      if (!text.includes('$') || hasPlaceholder(text)) continue;
      for (const keys of referencesIn(text)) {
        const [root = ''] = keys;
        if (ROOTS.has(root)) continue;
        yield { path, ...MESSAGES.unknownReferenceRoot(placed, `$.${keys.join('.')}`, root, REFERENCE_ROOTS) };
      }
    }
  }),
};
