import { EVENT_HOOKS, isEventHook } from '../../journey';
import type { Channel } from '../../language';
import { flow, setHook } from '../example-flow';
import { hooksSetBy, SETS_HOOKS } from '../flow-facts/hooks-set';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { inEachOf, type PlacedAction } from '../subject';

function* faultsIn(placed: PlacedAction, channel: Channel): Generator<Finding> {
  for (const name of hooksSetBy(placed) ?? []) {
    if (!isEventHook(name)) continue;
    const channels: readonly Channel[] = EVENT_HOOKS[name].channels;
    if (channels.includes(channel)) continue;
    const path = `Parameters.EventHooks.${name}`;
    yield { path, more: EVENT_HOOKS[name].page, ...MESSAGES.hookWithoutEffect(placed, name, channel, channels) };
  }
}

export const hookWithoutEffect: Rule = {
  name: 'hook-without-effect',
  severity: 'warning',
  evidence: 'documented',
  summary: 'An event hook is set that has no effect on the channel of the contact.',
  examples: {
    failing: flow(setHook('set', { CustomerHold: '$.Attributes.hold' })),
    passing: flow(setHook('set', { CustomerQueue: '$.Attributes.queue' })),
    context: { channel: 'CHAT' },
  },
  find: inEachOf(
    (subject) => subject.ofType(SETS_HOOKS),
    (placed, { context: { channel } }) => (channel === undefined ? undefined : faultsIn(placed, channel)),
  ),
};
