/** Longer words are compared for equality only. */
const LONGEST_WORD = 64;
const MOST_EDITS = 4;

/** The next row of the table of edits between two words, for letter `i` of `from`; swapped neighbours are one edit. */
const nextRow = (
  from: string,
  to: string,
  i: number,
  last: readonly number[],
  beforeLast: readonly number[],
): number[] => {
  const row = [i];
  for (let j = 1; j <= to.length; j += 1) {
    const replaced = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
    const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
    const viaSwap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : replaced;
    row.push(Math.min(replaced, viaSwap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
  }
  return row;
};

/** Edits from one word to the other, counting no further than `limit` (a result above it says "too many"). */
const distance = (from: string, to: string, limit: number): number => {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const row = nextRow(from, to, i, last, beforeLast);
    if (Math.min(...row) > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? limit + 1;
};

/** The word of `words` that was most likely meant by `word`, whatever its case; undefined when none is near. */
export const nearest = (word: string, words: Iterable<string>): string | undefined => {
  const wanted = word.toLowerCase();
  let limit = Math.min(MOST_EDITS, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  for (const candidate of words) {
    const offered = candidate.toLowerCase();
    if (offered === wanted) return candidate;
    if (wanted.length > LONGEST_WORD || offered.length > LONGEST_WORD) continue;
    const edits = distance(wanted, offered, limit);
    if (edits > limit) continue;
    best = candidate;
    limit = edits - 1;
  }
  return best;
};
