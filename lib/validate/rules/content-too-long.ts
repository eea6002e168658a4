import { LIMITS, write } from '../../language';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';

/** The longest that one character can become in JSON text, and more than any number or word needs. */
const LONGEST_ESCAPE = 6;
const LONGEST_PRIMITIVE = 24;
const PUNCTUATION = 4;
/** No document that is read is deeper. */
const DEEPEST = 600;

/** How long a text can be at most once it is written. */
type Measure = (text: string) => number;

const atWorst: Measure = (text) => LONGEST_ESCAPE * text.length;

/** Anything but what JSON writes as it is; the rest (quotes, control characters, surrogates) it may escape. */
const ESCAPED = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

const closely: Measure = (text) => (ESCAPED.test(text) ? atWorst(text) : text.length);

/** What is left of a length after an object or list at its longest; negative when it may be too long. */
const leftAfter = (container: object, left: number, measure: Measure, depth = 0): number => {
  const isList = Array.isArray(container);
  const values: readonly unknown[] = isList ? container : Object.values(container);
  let rest = depth > DEEPEST ? -1 : left - PUNCTUATION;
  if (!isList) for (const key in container) rest -= measure(key) + PUNCTUATION;
  for (const value of values) {
    if (rest < 0) return rest;
    if (typeof value === 'string') rest -= measure(value) + PUNCTUATION;
    else if (typeof value === 'object' && value !== null) rest = leftAfter(value, rest, measure, depth + 1);
    else rest -= LONGEST_PRIMITIVE;
  }
  return rest;
};

const fits = (document: object, measure: Measure): boolean =>
  leftAfter(document, LIMITS.contentCharacters, measure) >= 0;

export const contentTooLong: Rule = {
  name: 'content-too-long',
  severity: 'error',
  evidence: 'documented',
  summary: 'The flow has more characters than the API takes as Content.',
  examples: {
    failing: { ...flow(say('hello', 'Hello.')), Metadata: { note: 'x'.repeat(LIMITS.contentCharacters) } },
    passing: flow(say('hello', 'Hello.')),
  },
  *find({ document }) {
    // Writing a document costs as much as reading it, so that is done only where it may be too long.
    if (fits(document, atWorst) || fits(document, closely)) return;
    const { length } = write(document, { indent: 'compact' });
    if (length > LIMITS.contentCharacters) yield { path: '', ...MESSAGES.contentTooLong(length) };
  },
};
