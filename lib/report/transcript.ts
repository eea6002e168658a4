import type { Contact, Entry, SimulationResult } from '../simulate';
import { foldRepeats } from './fold-repeats';

/** Minutes and seconds of virtual time, e.g. `1:07`. */
export const clockTime = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
};

/** Contacts as C1, C2 … in the order in which they started; ids are long, and readers look for the link. */
const contactLabels = ({ contacts }: SimulationResult): ReadonlyMap<string, string> =>
  new Map(contacts.map(({ id }, i) => [id, `C${i + 1}`]));

const start = ({ run, who, text }: Entry): string => {
  if (run === null) return `▶ ${text}`;
  const listener = run.heardBy === null ? 'nobody' : (who ?? run.heardBy);
  return `▶ ${text} plays to ${listener} [${run.source}: ${run.why}]`;
};

const sentence = (entry: Entry): string => {
  const who = entry.who ?? 'Nobody';
  switch (entry.kind) {
    case 'hears':
      return `${who} hears ${entry.text}`;
    case 'does':
      return `${who} ${entry.text}`;
    case 'starts':
      return start(entry);
    case 'flow':
      return `  ${entry.text}`;
    case 'contact':
      return `● ${entry.text}`;
  }
};

const withLabels = (text: string, labels: ReadonlyMap<string, string>): string => {
  let shown = text;
  for (const [id, label] of labels) shown = shown.replaceAll(id, label);
  return shown;
};

const INDENT = ' '.repeat(8);

/** Where contacts are that have not ended: a run that just stops would leave the reader guessing. */
const whereabouts = ({ state, queue }: Contact): string | undefined => {
  if (state === 'queued') return `still waits in queue "${queue?.name}"`;
  if (state === 'connected') return 'is still connected';
  return state === 'flow' ? 'is still in a flow' : undefined;
};

const closing = (result: SimulationResult, labels: ReadonlyMap<string, string>): readonly string[] => {
  if (result.stopped !== null) return [`${INDENT}The run stops here: ${result.stopped}`];
  const limit = result.timeLimitReached ? [`${INDENT}The run ends here: the time limit is reached.`] : [];
  const left = result.contacts.flatMap((contact) => {
    const where = whereabouts(contact);
    return where === undefined ? [] : [`${INDENT}${labels.get(contact.id)} ${where}.`];
  });
  return [...limit, ...left];
};

/** What happened, a line a thing: virtual time, contact, who, what; flows with their type, name and where they come from. */
export const transcript = (result: SimulationResult): string => {
  const labels = contactLabels(result);
  const lines = result.transcript.map((entry) => ({
    time: clockTime(entry.at - result.start),
    text: `${labels.get(entry.contactId)}  ${withLabels(sentence(entry), labels)}`,
  }));
  const folded = foldRepeats(lines).map(({ time, text }) => `${time.padStart(6)}  ${text}`);
  return [...folded, ...closing(result, labels)].join('\n');
};
