import { interpolate, isReference, LIMITS, parseReference } from '../language';

/** True when the whole value is one reference, in either spelling. */
export const isWholeReference = (value: unknown): value is string =>
  typeof value === 'string' && (isReference(value) || parseReference(value) !== undefined);

/** True when the value is exactly one reference and nothing beside it. */
export const isExactReference = (value: string): boolean => parseReference(value) !== undefined;

/** An amount such as `$.50` is no reference. */
const startsWithName = ([root = '']: readonly string[]): boolean => /^[A-Za-z]/.test(root);

/** By far the most texts with a reference are nothing else. */
const SIMPLE = /^\$(?:\.[A-Za-z][\w:-]*)+$/;

/** Ten times what Connect speaks; what comes after that is found to be too long, and need not be looked into. */
const LONGEST_TEXT = 10 * LIMITS.promptCharacters;

/** The keys of every reference in a text, inside other text or alone; each once. */
export const referencesIn = (text: string): readonly (readonly string[])[] => {
  if (SIMPLE.test(text)) return [text.slice(2).split('.')];
  const found = new Map<string, readonly string[]>();
  interpolate(text.slice(0, LONGEST_TEXT), (keys) => {
    if (startsWithName(keys)) found.set(keys.join('.'), keys);
    return undefined;
  });
  return [...found.values()];
};
