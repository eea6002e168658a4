import { story } from '../explain/question';
import type { Witness } from '../witness';

/** What a check found. */
export interface Check {
  readonly pass: boolean;
  /** What is wrong, with the end of the transcript; where the check passes, what an expectation of the contrary is told. */
  readonly message: () => string;
  /** The same without the transcript. */
  readonly finding: () => string;
}

export const passes = (message: () => string): Check => ({ pass: true, message, finding: message });

/** The first part is a sentence that says what is wrong; the others help. */
export const fails = (witness: Witness, parts: () => readonly string[]): Check => ({
  pass: false,
  message: () => story(witness, ...parts()),
  finding: () =>
    parts()
      .filter((part) => part !== '')
      .join('\n\n'),
});

/** Two lists side by side, the first difference marked. */
export const compared = (wanted: readonly string[], got: readonly string[]): string => {
  const width = Math.max('Expected'.length, ...wanted.map(({ length }) => length));
  const rows = Array.from({ length: Math.max(wanted.length, got.length) }, (_, i) => [wanted[i], got[i]] as const);
  const first = rows.findIndex(([a, b]) => a !== b);
  const line = (mark: string, a: string, b: string): string => `${mark} ${a.padEnd(width)}  ${b}`.trimEnd();
  return [
    line(' ', 'Expected', 'Was'),
    ...rows.map(([a, b], i) => line(i === first ? '≠' : ' ', a ?? '–', b ?? '–')),
  ].join('\n');
};

export const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);
