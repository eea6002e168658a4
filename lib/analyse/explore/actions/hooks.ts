import { EVENT_HOOKS, type EventHook, isEventHook } from '../../../journey';
import type { Json, JsonObject } from '../../../language';
import type { CentreFlow } from '../../centre';
import { type Facts, indexOfHook } from '../../facts/facts';
import type { Single } from '../../facts/named';
import { textsOf } from '../../facts/value';
import { evaluate, learn } from '../evaluate';
import { flowNamed } from '../options';
import type { Turn } from '../turn';

/** What setting a hook comes to: facts for each flow that it may name, and whether something makes it fail. */
interface Outcome {
  readonly set: readonly Facts[];
  readonly mayFail: boolean;
}

/** Whether a flow is taken for a hook; what is named outright and not in the centre is trusted to be there. */
const isTaken = ({ exploration }: Turn, flow: Single<CentreFlow>, hook: EventHook): boolean | 'maybe' => {
  if (flow.kind === 'elsewhere') return true;
  if (flow.kind !== 'known') return 'maybe';
  const fits = flow.thing.type === EVENT_HOOKS[hook].flowType;
  return fits || exploration.assumption('hookThatNamesNoFlow') === 'accepts';
};

const setTo = (turn: Turn, hook: EventHook, flow: Single<CentreFlow>, facts: Facts): Outcome => {
  const taken = isTaken(turn, flow, hook);
  const index = indexOfHook(hook);
  const set = index === undefined ? facts : turn.exploration.book.withHook(facts, index, flow);
  return { set: taken === false ? [] : [set], mayFail: taken !== true };
};

const FAILS: Outcome = { set: [], mayFail: true };

const setHook = (turn: Turn, hook: string, reference: Json | undefined, facts: Facts): Outcome => {
  const { exploration, contact } = turn;
  if (!isEventHook(hook) || !(EVENT_HOOKS[hook].channels as readonly string[]).includes(contact.journey.channel))
    return FAILS;
  const value = evaluate(turn, reference, facts);
  const texts = textsOf(value);
  if (texts === undefined && value.kind === 'unknown')
    return setTo(turn, hook, exploration.book.flows.unknown(value.reference), facts);
  const outcomes = (texts ?? []).map((text) => {
    if (text === '') return FAILS;
    const keys = exploration.paths.keysOf(String(reference));
    const learnt = keys ? learn(turn, facts, keys, value, exploration.book.values.text(text)) : facts;
    return setTo(turn, hook, flowNamed(exploration, text), learnt);
  });
  return { set: outcomes.flatMap(({ set }) => set), mayFail: outcomes.some(({ mayFail }) => mayFail) };
};

/** A hook that is switched off is one that nobody set. */
const switchHook = ({ exploration: { book } }: Turn, hook: string, configuration: Json, facts: Facts): Outcome => {
  if (!isEventHook(hook)) return FAILS;
  const index = indexOfHook(hook);
  const isOff = (configuration as JsonObject | null)?.DisableExecution === 'true';
  const set = isOff && index !== undefined ? book.withHook(facts, index, book.flows.unset) : facts;
  return { set: [set], mayFail: false };
};

type Change = (facts: Facts) => Outcome;

const changesOf = (turn: Turn): readonly Change[] => {
  const { EventHooks = {}, EventHooksConfiguration = {} } = turn.parameters;
  return [
    ...Object.entries(EventHooks as JsonObject).map(
      ([hook, value]): Change =>
        (facts) =>
          setHook(turn, hook, value, facts),
    ),
    ...Object.entries(EventHooksConfiguration as JsonObject).map(
      ([hook, value]): Change =>
        (facts) =>
          switchHook(turn, hook, value, facts),
    ),
  ];
};

/**
 * Sets hooks one after another; where one cannot be set, those before it are. That one with a flow that fits is not set
 * takes an outage.
 */
export const updateContactEventHooks = (turn: Turn): void => {
  let set: readonly Facts[] = [turn.facts];
  const failed = new Set<Facts>();
  for (const change of changesOf(turn)) {
    const outcomes = set.map((facts) => ({ facts, outcome: change(facts) }));
    for (const { facts, outcome } of outcomes) if (outcome.mayFail) failed.add(facts);
    set = outcomes.flatMap(({ outcome }) => outcome.set);
  }
  for (const facts of set) turn.onward(facts);
  for (const facts of failed) turn.fail(undefined, facts);
  if (set.length === 0) return;
  turn.isOutage = true;
  turn.errors();
};
