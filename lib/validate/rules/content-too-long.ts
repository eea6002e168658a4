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

/** What is left of a length after a value at its longest; negative when it may be too long. */
const leftAfter = (value: unknown, left: number, depth = 0): number => {
  if (typeof value === 'string') return left - LONGEST_ESCAPE * value.length - PUNCTUATION;
  if (typeof value !== 'object' || value === null) return left - LONGEST_PRIMITIVE;
  if (depth > DEEPEST) return -1;
  let rest = left - PUNCTUATION;
  for (const key in value) {
    rest = leftAfter((value as Record<string, unknown>)[key], rest - LONGEST_ESCAPE * key.length - PUNCTUATION, depth + 1);
    if (rest < 0) return rest;
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
