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

/** Two hexadecimal digits for each byte: looked up, since every contact needs sixteen of them. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const hex = (byte: number): string => HEX[byte & 255] as string;

/** Four hexadecimal digits. */
const half = (number: number): string => hex(number >>> 8) + hex(number);

/** Eight hexadecimal digits. */
const word = (random: Random): number => (random() * 4_294_967_296) >>> 0;

/** An identifier in the shape of a version 4 UUID. */
export const randomUuid = (random: Random): string => {
  const [a, b, c, d] = [word(random), word(random), word(random), word(random)];
  const version = half((b & 0x0fff) | 0x4000);
  const variant = half(((c >>> 16) & 0x0fff) | 0x8000);
  return `${half(a >>> 16)}${half(a)}-${half(b >>> 16)}-${version}-${variant}-${half(c)}${half(d >>> 16)}${half(d)}`;
};
