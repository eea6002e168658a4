import { nearest } from '../language';

/** What is to be heard: part of a text (whatever its case and line breaks: speech has none), or a pattern. */
export type Spoken = string | RegExp;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A text of the transcript without the marks around speech. */
export const words = (text: string): string => plain(text.replace(/^“|”$/g, ''));

/** A pattern that remembers where it was would find a text every other time only. */
const withoutMemory = (pattern: RegExp): RegExp =>
  pattern.global || pattern.sticky ? new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')) : pattern;

/** Whether a text of the transcript says it. */
export const sayingOf = (spoken: Spoken): ((text: string) => boolean) => {
  if (spoken instanceof RegExp) {
    const pattern = withoutMemory(spoken);
    return (text) => pattern.test(words(text));
  }
  const wanted = plain(spoken).toLowerCase();
  return (text) => words(text).toLowerCase().includes(wanted);
};

export const shown = (spoken: Spoken): string => (spoken instanceof RegExp ? String(spoken) : `“${spoken}”`);

const WORD = /[\p{L}\p{N}]+/gu;

/** The literal words of a pattern, as far as they can be told from its syntax. */
const wordsOf = (spoken: Spoken): readonly string[] => {
  const text = spoken instanceof RegExp ? spoken.source.replace(/\\[a-zA-Z]/g, ' ') : spoken;
  return text.toLowerCase().match(WORD) ?? [];
};

const COUNTS_LESS = 0.8;

const found = (word: string, offered: ReadonlySet<string>): number => {
  if (offered.has(word)) return 1;
  return nearest(word, offered) === undefined ? 0 : COUNTS_LESS;
};

/** How much of what was to be said a text says, 0 to 1: by words, of which some may be misspelt. */
const likeness = (spoken: Spoken, text: string): number => {
  const wanted = wordsOf(spoken);
  const offered = new Set(text.toLowerCase().match(WORD) ?? []);
  if (wanted.length === 0 || offered.size === 0) return 0;
  const shared = wanted.reduce((sum, word) => sum + found(word, offered), 0);
  const ofWanted = shared / wanted.length;
  const ofBoth = (2 * shared) / (wanted.length + offered.size);
  return 0.8 * ofWanted + 0.2 * ofBoth;
};

/** Less likeness than this would not help anybody. */
const LIKE = 0.45;

/** The thing whose text is most like what was to be said; undefined where none is. */
export const mostLike = <T>(spoken: Spoken, things: Iterable<T>, textOf: (thing: T) => string): T | undefined => {
  let best: T | undefined;
  let most = LIKE;
  for (const thing of things) {
    const like = likeness(spoken, textOf(thing));
    if (like <= most) continue;
    best = thing;
    most = like;
  }
  return best;
};
