import { EVENT_HOOK_NAMES, isEventHook } from '../../journey';
import { nearest } from '../../language/nearest';
import { flow, setHook } from '../example-flow';
import { hooksSetBy, SETS_HOOKS } from '../flow-facts/hooks-set';
import { PARAMETERS, Place } from '../flow-facts/place';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Finding, Rule } from '../rule';
import { inEachOf, type PlacedAction } from '../subject';

const HOOKS = new Place(PARAMETERS, 'EventHooks');

function* faultsIn(placed: PlacedAction): Generator<Finding> {
  for (const name of hooksSetBy(placed) ?? []) {
    if (isEventHook(name) || hasPlaceholder(name)) continue;
    // A name that is near to none may be one that AWS has not published yet.
    const severity = nearest(name, EVENT_HOOK_NAMES) === undefined ? 'warning' : 'error';
    yield { path: new Place(HOOKS, name).path, severity, ...MESSAGES.unknownEventHook(placed, name, EVENT_HOOK_NAMES) };
  }
}

export const unknownEventHook: Rule = {
  name: 'unknown-event-hook',
  severity: 'error',
  evidence: 'documented',
  summary: 'An event hook has a name that Connect does not document.',
  examples: {
    failing: flow(setHook('set', { AgentWisper: '$.Attributes.whisper' })),
    passing: flow(setHook('set', { AgentWhisper: '$.Attributes.whisper' })),
  },
  find: inEachOf((subject) => subject.ofType(SETS_HOOKS), faultsIn),
};
