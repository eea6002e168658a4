import { transcript } from '../../report/transcript';
import type { Execution } from '../../simulate/execution';
import type { Play } from '../play';
import type { Witness } from '../witness';

const LAST_LINES = 12;

export const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n');

/** The end of the transcript. */
const ending = ({ result }: Pick<Witness, 'result'>): string => {
  const lines = transcript(result).split('\n');
  const head = lines.length > LAST_LINES ? `The last of the transcript (${lines.length} lines):` : 'The transcript:';
  return [head, ...lines.slice(-LAST_LINES)].join('\n');
};

/** A sentence, what there is to say about it, and how it came to that. */
export const story = (witness: Pick<Witness, 'result'>, ...parts: readonly string[]): string =>
  [...parts.filter((part) => part !== ''), ending(witness)].join('\n\n');

/** What a flow asks, e.g. `flow "Main line" (“For sales, press 1.”)`. */
export const questionOf = (play: Play, { run }: Execution): string => {
  const asked = play.transcript.findLast((entry) => entry.kind === 'hears' && entry.run === run);
  return `flow "${run.name}"${asked ? ` (${asked.text})` : ''}`;
};
