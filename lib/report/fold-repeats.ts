/** A line of a transcript: when, and what. */
export interface Line {
  readonly time: string;
  readonly text: string;
}

/** Longer rounds are hardly noticed as rounds. */
const LONGEST_ROUND = 24;
/** So many rounds are shown before the rest is folded. */
const SHOWN_ROUNDS = 2;

const sameText = (lines: readonly Line[], a: number, b: number, length: number): boolean => {
  for (let i = 0; i < length; i++) if (lines[a + i]?.text !== lines[b + i]?.text) return false;
  return true;
};

/** How often the `length` lines at `start` come one after another. */
const rounds = (lines: readonly Line[], start: number, length: number): number => {
  let count = 1;
  while (start + (count + 1) * length <= lines.length && sameText(lines, start, start + count * length, length))
    count++;
  return count;
};

/** The round at `start` that folds the most lines, if one comes more often than is shown. */
const roundAt = (
  lines: readonly Line[],
  start: number,
): { readonly length: number; readonly count: number } | undefined => {
  for (let length = 1; length <= LONGEST_ROUND; length++) {
    const count = rounds(lines, start, length);
    if (count > SHOWN_ROUNDS + 1) return { length, count };
  }
  return undefined;
};

/** The same lines with rounds that repeat (whatever their times) told once or twice and then counted. */
export const foldRepeats = (lines: readonly Line[]): readonly Line[] => {
  const folded: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const round = roundAt(lines, i);
    const shown = round ? round.length * SHOWN_ROUNDS : 1;
    folded.push(...lines.slice(i, i + shown));
    if (round) folded.push(summary(lines, i, round));
    i += round ? round.length * round.count : 1;
  }
  return folded;
};

const summary = (lines: readonly Line[], start: number, { length, count }: { length: number; count: number }): Line => {
  const last = lines[start + length * count - 1];
  const what = length === 1 ? 'the line above' : `the ${length} lines above`;
  return { time: '…', text: `    (${what}, ${count - SHOWN_ROUNDS} more times, until ${last?.time})` };
};
