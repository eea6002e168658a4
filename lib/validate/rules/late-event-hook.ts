import { EVENT_HOOKS, type EventHook, isEventHook, JOURNEY_HOOKS, JOURNEYS, placeOf } from '../../journey';
import type { FlowScope } from '../../language';
import { flow, onErrors, setHook, setQueue, step, toQueue } from '../example-flow';
import { canReach } from '../flow-facts/can-reach';
import { afterHaving } from '../flow-facts/history';
import { hooksSetBy, SETS_HOOKS } from '../flow-facts/hooks-set';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn, type PlacedAction, type Subject } from '../subject';

const HANDS_ON: ReadonlySet<string> = new Set(['TransferContactToQueue', 'TransferToFlow', 'TransferContactToAgent']);

/** Hooks that matter once the contact is in a queue; the hook for its end matters at any time. */
const NEEDED_IN_QUEUE: ReadonlySet<string> = (() => {
  const atTheEnd = JOURNEYS.flatMap(({ stages }) => stages.filter(({ on }) => on === 'CUSTOMER_REMAINED').map(placeOf));
  return new Set(JOURNEY_HOOKS.filter((hook) => !atTheEnd.some((place) => place.at === 'hook' && place.hook === hook)));
})();

/** The flows of an inbound call in the order in which they run. */
const ORDER: readonly FlowScope[] =
  JOURNEYS.find(({ method, channel }) => method === 'INBOUND' && channel === 'VOICE')?.stages.map(
    ({ flowType }) => flowType,
  ) ?? [];

/** True where the flow that the hook names has run when a flow of this type runs. */
const isPast = (hook: EventHook, type: FlowScope | undefined): boolean => {
  const now = type === undefined ? -1 : ORDER.indexOf(type);
  const then = ORDER.indexOf(EVENT_HOOKS[hook].flowType);
  return now > 0 && then > 0 && then <= now;
};

const lateHooks = (placed: PlacedAction): readonly string[] =>
  (hooksSetBy(placed) ?? []).filter((hook) => NEEDED_IN_QUEUE.has(hook));

function* setAfterTransfer(subject: Subject): Generator<Finding> {
  const late = afterHaving(subject, 'queued', subject.ofType(SETS_HOOKS)).filter(
    (placed) => lateHooks(placed).length > 0,
  );
  if (late.length === 0) return;
  const goesOn = canReach(subject.graph, (at) => {
    const { type, spec } = subject.actions[at] as PlacedAction;
    return HANDS_ON.has(type) || spec === undefined || spec.participant === 'may do anything';
  });
  for (const placed of late) {
    if (goesOn[placed.index] === 1) continue;
    yield foundIn(placed, { path: '', ...MESSAGES.hookAfterTransfer(placed, lateHooks(placed)) });
  }
}

function* setInLaterFlow({ context: { type } }: Subject, placed: PlacedAction): Generator<Finding> {
  for (const hook of hooksSetBy(placed) ?? []) {
    if (!isEventHook(hook) || !isPast(hook, type)) continue;
    // Whether a move to another queue starts its flow anew is not documented.
    const severity = type === 'CUSTOMER_QUEUE' ? 'note' : 'warning';
    yield foundIn(placed, { path: '', severity, ...MESSAGES.hookInLaterFlow(placed, hook, type as FlowScope) });
  }
}

export const lateEventHook: Rule = {
  name: 'late-event-hook',
  severity: 'warning',
  evidence: 'assumed',
  summary: 'An event hook is set when the flow that it names has no chance to run any more.',
  examples: {
    failing: flow(
      setQueue('queue'),
      step(
        'queue',
        'TransferContactToQueue',
        {},
        {
          NextAction: 'whisper',
          Errors: onErrors(['QueueAtCapacity', 'NoMatchingError'], 'whisper'),
        },
      ),
      setHook('whisper', { AgentWhisper: '$.Attributes.whisper' }),
    ),
    passing: flow(
      setQueue('whisper'),
      setHook('whisper', { AgentWhisper: '$.Attributes.whisper' }, 'queue'),
      toQueue(),
    ),
  },
  *find(subject) {
    if (subject.ofType(SETS_HOOKS).length === 0) return;
    yield* setAfterTransfer(subject);
    for (const placed of subject.ofType(SETS_HOOKS)) yield* setInLaterFlow(subject, placed);
  },
};
