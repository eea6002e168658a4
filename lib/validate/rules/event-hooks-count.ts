import { flow, setHook } from '../example-flow';
import { hooksSetBy, SETS_HOOKS } from '../flow-facts/hooks-set';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachOf } from '../subject';

export const eventHooksCount: Rule = {
  name: 'event-hooks-count',
  severity: 'warning',
  evidence: 'documented',
  summary: 'An action sets no event hook, or several at once.',
  examples: {
    failing: flow(setHook('set', { AgentWhisper: '$.Attributes.agent', CustomerWhisper: '$.Attributes.customer' })),
    passing: flow(
      setHook('set agent', { AgentWhisper: '$.Attributes.agent' }, 'set customer'),
      setHook('set customer', { CustomerWhisper: '$.Attributes.customer' }),
    ),
  },
  find: inEachOf(
    (subject) => subject.ofType(SETS_HOOKS),
    (placed) => {
      const names = hooksSetBy(placed);
      if (names === undefined || names.length === 1) return undefined;
      return [{ path: 'Parameters.EventHooks', ...MESSAGES.eventHooksCount(placed, names) }];
    },
  ),
};
