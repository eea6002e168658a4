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

/** Eight hexadecimal digits. */
const word = (random: Random): string => ((random() * 4_294_967_296) >>> 0).toString(16).padStart(8, '0');

/** An identifier in the shape of a version 4 UUID. */
export const randomUuid = (random: Random): string => {
  const [a, b, c, d] = [word(random), word(random), word(random), word(random)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
};
