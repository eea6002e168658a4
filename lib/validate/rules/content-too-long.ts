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

const leftAfterText = (text: string, left: number): number => left - LONGEST_ESCAPE * text.length - PUNCTUATION;

/** What is left of a length after an object or list at its longest; negative when it may be too long. */
const leftAfter = (container: object, left: number, depth = 0): number => {
  const isList = Array.isArray(container);
  const values: readonly unknown[] = isList ? container : Object.values(container);
  let rest = depth > DEEPEST ? -1 : left - PUNCTUATION;
  if (!isList) for (const key in container) rest -= LONGEST_ESCAPE * key.length + PUNCTUATION;
  for (const value of values) {
    if (rest < 0) return rest;
    if (typeof value === 'string') rest = leftAfterText(value, rest);
    else if (typeof value === 'object' && value !== null) rest = leftAfter(value, rest, depth + 1);
    else rest -= LONGEST_PRIMITIVE;
  }
  return rest;
};

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
    if (leftAfter(document, LIMITS.contentCharacters) >= 0) return;
    const { length } = write(document, { indent: 'compact' });
    if (length > LIMITS.contentCharacters) yield { path: '', ...MESSAGES.contentTooLong(length) };
  },
};
