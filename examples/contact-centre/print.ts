import { transcript } from '../../lib/report/transcript';
import type { PlayedJourney } from './play';

const title = ({ journey: { method, variant, story } }: PlayedJourney): string =>
  `${method}${variant ? ` (${variant})` : ''}: ${story}`;

const transcriptOf = (played: PlayedJourney): string => {
  const assumptions = Object.entries(played.result.assumptions).map(([name, value]) => `${name}: ${value}`);
  const heading = title(played);
  return [
    heading,
    '-'.repeat(heading.length),
    transcript(played.result),
    ...(assumptions.length > 0 ? [`Assumed: ${assumptions.join(', ')}`] : []),
  ].join('\n');
};

const HEAD = ['Method', 'Flows in order', 'Heard by', 'Source', 'As the rulebook says?'];

const PEOPLE: Readonly<Record<string, string>> = {
  CUSTOMER: 'customer',
  AGENT: 'agent',
  SOURCE_AGENT: 'source agent',
  DESTINATION_AGENT: 'destination agent',
};

/** The rows of one journey in the closing table: a line for each flow, oldest first. */
const rowsOf = ({
  journey: { method, variant },
  contacts,
  deviations,
}: PlayedJourney): readonly (readonly string[])[] => {
  const flows = contacts.flatMap((contact) => contact.flows).sort((a, b) => a.startSeconds - b.startSeconds);
  return flows.map(({ flowType, name, heardBy, source }, i) => [
    i === 0 ? `${method}${variant ? ` (${variant})` : ''}` : '',
    `${i + 1}. ${flowType} "${name}"`,
    heardBy === null ? 'nobody' : (PEOPLE[heardBy] ?? heardBy),
    source,
    i > 0 ? '' : deviations.length === 0 ? 'yes' : 'NO',
  ]);
};

const table = (groups: readonly (readonly (readonly string[])[])[]): string => {
  const rows = [HEAD, ...groups.flat()];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(HEAD), ...groups.flatMap((group) => [rule, ...group.map(line)]), rule].join('\n');
};

const verdict = (played: readonly PlayedJourney[]): string => {
  const deviating = played.filter(({ deviations }) => deviations.length > 0);
  if (deviating.length === 0) return `All ${played.length} journeys run as the topic says.`;
  const reasons = deviating.flatMap((each) => [title(each), ...each.deviations.map((deviation) => `  - ${deviation}`)]);
  return [`${deviating.length} of ${played.length} journeys deviate from the topic:`, ...reasons].join('\n');
};

/** Everything a person wants to read: a transcript for each journey, the closing table, what else there is to say, the verdict. */
export const printed = (played: readonly PlayedJourney[], ...remarks: readonly string[]): string =>
  [...played.map(transcriptOf), table(played.map(rowsOf)), ...remarks, verdict(played)].join('\n\n');
