/** How keys are taken until an entry is over. */
export interface KeypadRules {
  readonly mostDigits: number;
  /** The keys that end an entry. */
  readonly endsWith: string;
  /** Whether the star takes back what was entered. */
  readonly starCancels: boolean;
  /** A pause this long between keys ends an entry. */
  readonly pauseSeconds: number;
}

export interface Entry {
  readonly digits: string;
  /** From the first key to the end of the entry. */
  readonly milliseconds: number;
}

const SECOND = 1_000;

/**
 * What somebody enters who presses these keys one right after the other; each comma is a pause of a second. An entry that
 * neither the ending keys nor its length ends is over after the longest pause.
 */
export const entryOf = (keys: string, rules: KeypadRules): Entry => {
  const { mostDigits, endsWith, starCancels, pauseSeconds } = rules;
  let digits = '';
  let seconds = 0;
  let pause = 0;
  const over = (extra: number): Entry => ({ digits, milliseconds: (seconds + extra) * SECOND });
  for (let i = 0; i < keys.length; i++) {
    const key = keys.charAt(i);
    if (endsWith !== '' && keys.startsWith(endsWith, i)) return over(0);
    if (key === ',') {
      seconds++;
      pause++;
      if (pause >= pauseSeconds) return over(0);
      continue;
    }
    pause = 0;
    digits = key === '*' && starCancels ? '' : digits + key;
    if (digits.length >= mostDigits) return over(0);
  }
  return over(pauseSeconds - pause);
};
