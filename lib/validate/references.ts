import { interpolate, isReference, parseReference } from '../language';

/** True when the whole value is one reference, in either spelling. */
export const isWholeReference = (value: unknown): value is string =>
  typeof value === 'string' && (isReference(value) || parseReference(value) !== undefined);

/** True when the value is exactly one reference and nothing beside it. */
export const isExactReference = (value: string): boolean => parseReference(value) !== undefined;

/** An amount such as `$.50` is no reference. */
const startsWithName = ([root = '']: readonly string[]): boolean => /^[A-Za-z]/.test(root);

/** By far the most texts with a reference are nothing else. */
const SIMPLE = /^\$(?:\.[A-Za-z][\w:-]*)+$/;

/** The keys of every reference in a text, inside other text or alone. */
export const referencesIn = (text: string): readonly (readonly string[])[] => {
  if (SIMPLE.test(text)) return [text.slice(2).split('.')];
  const found: (readonly string[])[] = [];
  interpolate(text, (keys) => {
    if (startsWithName(keys)) found.push(keys);
    return undefined;
  });
  return found;
};
