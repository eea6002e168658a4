import { exitsOf, reachable } from '../../language';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';
import type { Subject } from '../subject';

/** False where the way through the flow is not known, or is broken at the start, which is another finding. */
const isTraceable = ({ document, byId, actions }: Subject): boolean =>
  byId.has(document.StartAction) &&
  !actions.some(({ action }) => exitsOf(action).some(({ target }) => hasPlaceholder(target)));

export const unreachableAction: Rule = {
  name: 'unreachable-action',
  severity: 'warning',
  evidence: 'observed',
  summary: 'No way through the flow comes to the action.',
  *find(subject) {
    if (!isTraceable(subject)) return;
    const reached = reachable(subject.document);
    for (const placed of subject.actions) {
      if (reached.has(placed.id)) continue;
      yield { action: placed.id, path: placed.path, ...MESSAGES.unreachableAction(placed) };
    }
  },
};
