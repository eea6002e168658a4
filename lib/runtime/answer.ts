import { LIMITS } from '../language';

/** Stands for "nothing" in an answer: Connect drops keys without a value and refuses to compare with an empty string. */
export const NONE = 'none';

export type AnswerValue = string | number | boolean | null | undefined;

/** A flat answer: what a flow reads as `$.External.<key>` under the response type STRING_MAP. */
export type Answer = Record<string, string>;

const KEY = /^[A-Za-z0-9_]+$/;

const textOf = (key: string, value: AnswerValue): string => {
  if (value === undefined || value === null || value === '') return NONE;
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const given = typeof value === 'number' ? String(value) : `a value of type ${typeof value}`;
  throw new TypeError(`The answer's ${key} is ${given}; a flow can read strings, numbers and booleans only.`);
};

/**
 * The answer to a flow: every value a string, "nothing" as `NONE`.
 *
 * @throws for keys beyond letters, digits and underscore, values that are no scalars, and 32 KB of UTF-8 JSON or more
 */
export const answer = (values: Readonly<Record<string, AnswerValue>>): Answer => {
  const entries = Object.entries(values).map(([key, value]) => {
    if (!KEY.test(key)) {
      throw new TypeError(`The answer's key ${JSON.stringify(key)} may hold letters, digits and underscores only.`);
    }
    return [key, textOf(key, value)] as const;
  });
  const flat = Object.fromEntries(entries);
  const bytes = Buffer.byteLength(JSON.stringify(flat), 'utf8');
  if (bytes >= LIMITS.lambdaAnswerBytes) {
    throw new RangeError(`The answer has ${bytes} bytes; Connect takes fewer than ${LIMITS.lambdaAnswerBytes}.`);
  }
  return flat;
};
