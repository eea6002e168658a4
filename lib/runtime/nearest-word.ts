/** Longer words are typed by no one, and would take long to compare. */
const LONGEST = 60;

const edits = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? from.length;
};

/** The valid word that was most likely meant; undefined when none is near. */
export const nearestWord = (word: string, valid: readonly string[]): string | undefined => {
  if (word.length > LONGEST) return undefined;
  const ranked = valid
    .map((candidate) => ({ candidate, away: edits(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  const best = ranked[0];
  return best && best.away <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined;
};
