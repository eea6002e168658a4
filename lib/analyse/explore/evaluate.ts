import { interpolate, type Json } from '../../language';
import type { Facts } from '../facts/facts';
import type { Value } from '../facts/value';
import { CONTACT_SCOPE, isLocal, pathOf, rootOf, type Variable } from '../facts/variables';
import type { Turn } from './turn';

/** The variable behind a path, as this turn sees it. */
export const variableOf = (turn: Turn, path: string): Variable =>
  turn.exploration.paths.variable(path, isLocal(path) ? turn.frame.depth : CONTACT_SCOPE);

const QUEUE_FIELDS = { 'Queue.Name': 'name', 'Queue.ARN': 'arn' } as const;

/** What is there before anything was set. */
const untouched = ({ exploration: { book } }: Turn, path: string, facts: Facts): Value => {
  const reference = `$.${path}`;
  if (isLocal(path)) return book.values.unset;
  if (rootOf(path) === 'Attributes' && !facts.anyAttributes) return book.values.unset;
  return book.values.unknown({ origin: path, reference, domain: null, tests: [] });
};

const ofQueue = ({ exploration: { book } }: Turn, path: string, { queue }: Facts): Value | undefined => {
  if (!Object.hasOwn(QUEUE_FIELDS, path)) return undefined;
  if (queue.kind === 'unset') return book.values.unset;
  if (queue.kind === 'known') return book.values.text(queue.thing[QUEUE_FIELDS[path as keyof typeof QUEUE_FIELDS]]);
  return book.values.anything(`$.${path}`);
};

/** The queue flow that goes on meanwhile may write anything, and other contacts of the chain what they were seen to write. */
const orWrittenMeanwhile = (turn: Turn, path: string, own: Value): Value => {
  const { elsewhere, book, foresight } = turn.exploration;
  const isWrittenBeside = turn.frame.play.beside?.programs.some((each) => foresight.writes(each).paths.has(path));
  const either = isWrittenBeside ? book.values.anything(`$.${path}`) : elsewhere.orWritten(path, own, book.values);
  turn.isDoubtful ||= either !== own;
  return either;
};

/** The value at a path. */
export const look = (turn: Turn, keys: readonly string[], facts: Facts = turn.facts): Value => {
  const { exploration, contact } = turn;
  const { values } = exploration.book;
  const path = pathOf(keys);
  if (path === 'Channel') return values.text(contact.journey.channel);
  if (path === 'InitiationMethod') return values.text(contact.journey.method);
  const queue = ofQueue(turn, path, facts);
  if (queue !== undefined) return queue;
  const own = exploration.book.get(facts, variableOf(turn, path)) ?? untouched(turn, path, facts);
  return facts.shared || turn.frame.play.beside !== null ? orWrittenMeanwhile(turn, path, own) : own;
};

/** A parameter with its references looked up. */
export const evaluate = (turn: Turn, value: Json | undefined, facts: Facts = turn.facts): Value => {
  const { values } = turn.exploration.book;
  if (value === undefined || value === null) return values.unset;
  if (typeof value !== 'string' || !value.includes('$')) return values.text(String(value));
  const whole = turn.exploration.paths.keysOf(value);
  if (whole) return look(turn, whole, facts);
  let isKnown = true;
  const filled = interpolate(value, (keys) => {
    const found = look(turn, keys, facts);
    isKnown &&= found.kind !== 'unknown';
    return found.kind === 'text' ? found.text : '';
  });
  return isKnown ? values.text(filled) : values.anything(value);
};

/** Learns what a value is: whatever holds a copy of it holds the same. */
export const learn = (turn: Turn, facts: Facts, keys: readonly string[], before: Value, after: Value): Facts => {
  const { book } = turn.exploration;
  if (before === after || before.kind !== 'unknown' || before.origin === null) return facts;
  const copies = book.mapped(facts, (variable, value) => [variable, value === before ? after : value]);
  return Object.hasOwn(QUEUE_FIELDS, pathOf(keys))
    ? copies
    : book.withVariable(copies, variableOf(turn, pathOf(keys)), after);
};

/** Forgets where older values came from that the same action made before. */
const withoutOrigin = (turn: Turn, facts: Facts, origin: string): Facts => {
  const { book } = turn.exploration;
  return book.mapped(facts, (variable, value) =>
    value.kind === 'unknown' && value.origin === origin
      ? [variable, book.values.withoutOrigin(value)]
      : [variable, value],
  );
};

/** A value that this action makes anew: anything, or one of a few texts. */
export const fresh = (
  turn: Turn,
  facts: Facts,
  path: string,
  domain: readonly string[] | null = null,
): readonly [Facts, Value] => {
  const origin = `${turn.step.flow.arn} ${turn.step.action.Identifier} ${path}`;
  const value = turn.exploration.book.values.unknown({ origin, reference: `$.${path}`, domain, tests: [] });
  return [withoutOrigin(turn, facts, origin), value];
};
