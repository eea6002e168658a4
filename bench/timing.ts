const ROUNDS = 7;

const once = (work: () => void): number => {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Median milliseconds of each piece of work; the rounds of all of them take turns, so that a busy machine hits all alike. */
export const interleaved = (...works: readonly (() => void)[]): readonly number[] => {
  for (const work of works) work();
  const rounds = Array.from({ length: ROUNDS }, () => works.map(once));
  return works.map((_, i) => median(rounds.map((round) => round[i] ?? Number.NaN)));
};

/** Milliseconds of one call, from so many calls that the clock can see them. */
export const perCall =
  (work: () => void, calls: number): (() => void) =>
  () => {
    for (let i = 0; i < calls; i++) work();
  };
