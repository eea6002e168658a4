import type { ActionType } from '../../language';
import { isObject } from '../described-values';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachKnownAction } from '../subject';

const SETS_HOOKS: ActionType = 'UpdateContactEventHooks';

export const eventHooksCount: Rule = {
  name: 'event-hooks-count',
  severity: 'warning',
  evidence: 'documented',
  summary: 'An action sets no event hook, or several at once.',
  find: inEachKnownAction(function* (placed) {
    const { EventHooks: hooks } = placed.parameters;
    if (placed.type !== SETS_HOOKS || !isObject(hooks)) return;
    const names = Object.keys(hooks);
    if (names.length !== 1) yield { path: 'Parameters.EventHooks', ...MESSAGES.eventHooksCount(placed, names) };
  }),
};
