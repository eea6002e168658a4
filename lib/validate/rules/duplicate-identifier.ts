import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachAction } from '../subject';

export const duplicateIdentifier: Rule = {
  name: 'duplicate-identifier',
  severity: 'error',
  evidence: 'documented',
  summary: 'Two actions have the same identifier, so that transitions to it are ambiguous.',
  find: inEachAction(function* ({ id, path }, { byId }) {
    const first = byId.get(id);
    if (first === undefined || first.path === path) return;
    yield { path: 'Identifier', ...MESSAGES.duplicateIdentifier(id, first.path) };
  }),
};
