import type { Json, JsonObject } from '../document';
import { FlowReadError } from '../flow-read-error';
import { isObject } from '../foreign-document';
import type { ValueChange } from './flow-diff';

/** Twice as deep as `read` goes, and far from the end of the stack. */
const DEEPEST = 1024;

const tooDeep = (): FlowReadError =>
  new FlowReadError('too-deep', `Values are nested more than ${DEEPEST} deep; no flow is, check how it was made.`);

const pathTo = (path: string, key: string): string => {
  if (!/^[\w:-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

const ownValue = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

type Pair = readonly [path: string, before: Json | undefined, after: Json | undefined];

const pairsIn = (before: Json | undefined, after: Json | undefined, path: string): readonly Pair[] | undefined => {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, i) => [`${path}[${i}]`, before[i], after[i]]);
  }
  if (!isObject(before) || !isObject(after)) return undefined;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Array.from(keys, (key) => [pathTo(path, key), ownValue(before, key), ownValue(after, key)]);
};

/** Every value that differs, with its path; lists are compared entry by entry, the order of keys has no meaning. */
export function* valueChanges(
  before: Json | undefined,
  after: Json | undefined,
  path = '',
  depth = 0,
): Generator<ValueChange> {
  if (before === after) return;
  if (depth > DEEPEST) throw tooDeep();
  const pairs = pairsIn(before, after, path);
  if (pairs === undefined) {
    yield { path, before, after };
    return;
  }
  for (const [at, old, now] of pairs) yield* valueChanges(old, now, at, depth + 1);
}

/** A text that two values share exactly when they are the same value. */
export const stableText = (value: Json | undefined, depth = 0): string => {
  if (depth > DEEPEST) throw tooDeep();
  if (Array.isArray(value)) return `[${value.map((entry) => stableText(entry, depth + 1)).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? '';
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${stableText(value[key], depth + 1)}`).join()}}`;
};
