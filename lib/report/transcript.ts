import type { Entry, SimulationResult } from '../simulate';

/** Minutes and seconds of virtual time, e.g. `1:07`. */
export const clockTime = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
};

/** Contacts as C1, C2 … in the order in which they started; ids are long, and readers look for the link. */
export const contactLabels = (result: SimulationResult): ReadonlyMap<string, string> =>
  new Map(result.contacts.map(({ id }, i) => [id, `C${i + 1}`]));

const sentence = (entry: Entry): string => {
  const who = entry.who ?? 'Nobody';
  switch (entry.kind) {
    case 'hears':
      return `${who} hears ${entry.text}`;
    case 'does':
      return `${who} ${entry.text}`;
    case 'flow':
      return `· ${entry.text}`;
    case 'contact':
      return `● ${entry.text}`;
  }
};

const withLabels = (text: string, labels: ReadonlyMap<string, string>): string => {
  let shown = text;
  for (const [id, label] of labels) shown = shown.replaceAll(id, label);
  return shown;
};

const startOf = (entry: Entry): string => {
  const { run, who } = entry;
  if (run === null) return '';
  const heard = run.heardBy === null ? 'nobody hears it' : `${who ?? run.heardBy} hears it`;
  return `▶ ${entry.text} [${run.source}; ${heard}]`;
};

const isStart = ({ kind, run, text }: Entry): boolean => kind === 'flow' && run !== null && text.includes(' starts: ');

/** What happened, a line a thing: virtual time, contact, who, what; flows with their type, name and where they come from. */
export const transcript = (result: SimulationResult): string => {
  const labels = contactLabels(result);
  const lines = result.transcript.map((entry) => {
    const time = clockTime(entry.at - result.start).padStart(6);
    const text = isStart(entry) ? startOf(entry) : sentence(entry);
    return `${time}  ${labels.get(entry.contactId)}  ${withLabels(text, labels)}`;
  });
  if (result.stopped !== null) lines.push(`        The run stops here: ${result.stopped}`);
  if (result.timeLimitReached) lines.push('        The run ends here: the time limit is reached.');
  return lines.join('\n');
};
