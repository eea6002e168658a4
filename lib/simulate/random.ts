/** A source of numbers in [0, 1). */
export type Random = () => number;

/** The same numbers for the same seed, on every machine (mulberry32). */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const DIGITS = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** The characters of the identifier that is made, written over each time: every contact needs one. */
const characters = Array.from('xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', (character) => character.charCodeAt(0));
const HYPHEN = '-'.charCodeAt(0);
const PLACES = characters.flatMap((character, i) => (character === HYPHEN ? [] : [i]));

/** Eight hexadecimal digits. */
const word = (random: Random): number => (random() * 4_294_967_296) >>> 0;

const writeWord = (number: number, first: number): void => {
  for (let i = 0; i < 8; i++)
    characters[PLACES[first + i] as number] = DIGITS[(number >>> (28 - 4 * i)) & 15] as number;
};

/** An identifier in the shape of a version 4 UUID. */
export const randomUuid = (random: Random): string => {
  writeWord(word(random), 0);
  writeWord((word(random) & 0xffff0fff) | 0x4000, 8);
  writeWord((word(random) & 0x0fffffff) | 0x80000000, 16);
  writeWord(word(random), 24);
  return String.fromCharCode(...characters);
};
