import {
  type Analysis,
  type ContactAnalysis,
  contactTitle,
  flowTitle,
  type StageRun,
  stageTitle,
  wayText,
} from '../analyse';
import { COLUMNS, type EntryGroup, groupsOf, KINDS, type Kind, kindOf, kindsIn } from './overrides-table';
import { wrapped } from './wrapped-way';

type Paint = (text: string, kind: Kind | 'faint' | 'strong') => string;

const CODES: Readonly<Record<Kind | 'faint' | 'strong', number>> = {
  own: 32,
  replaced: 32,
  DEFAULT: 33,
  none: 36,
  UNKNOWN: 35,
  faint: 2,
  strong: 1,
};

const painted: Paint = (text, kind) => `\u001b[${CODES[kind]}m${text}\u001b[0m`;
const plain: Paint = (text) => text;

/** A cell by what stands in it, so that paint does not count toward its width. */
interface Cell {
  readonly text: string;
  readonly shown: string;
}

const cell = (text: string, shown = text): Cell => ({ text, shown });

const kindsCell = (kinds: readonly Kind[], paint: Paint): Cell =>
  cell(kinds.join('+'), kinds.map((kind) => paint(kind, kind)).join('+'));

const rowsOf = ({ names, contacts }: EntryGroup, paint: Paint): readonly (readonly Cell[])[] =>
  contacts.map((contact, i) => [
    cell(i === 0 ? names.join(', ') : ''),
    cell(contactTitle(contact)),
    ...COLUMNS.map(({ types }) => kindsCell(kindsIn(contact, types), paint)),
  ]);

const heads = (paint: Paint): readonly (readonly Cell[])[] =>
  [0, 1].map((line) =>
    [['', 'Entry point'], ['', 'Contact'], ...COLUMNS.map(({ title }) => title)].map((title) =>
      cell(title[line] ?? '', paint(title[line] ?? '', 'strong')),
    ),
  );

const NOTHING: readonly Cell[] = [];

const table = (rows: readonly (readonly Cell[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.text.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map(({ text, shown }, i) => shown + ' '.repeat((widths[i] ?? 0) - text.length))
      .join('  ')
      .trimEnd(),
  );
};

const legend = (groups: readonly EntryGroup[], paint: Paint): string => {
  const found = new Set(
    groups.flatMap(({ contacts }) => contacts.flatMap((each) => COLUMNS.flatMap(({ types }) => kindsIn(each, types)))),
  );
  return (Object.keys(KINDS) as Kind[])
    .filter((kind) => found.has(kind))
    .map((kind) => `${paint(kind, kind)}: ${KINDS[kind]}`)
    .join('   ');
};

const OUTAGE = ', should the service fail to set a hook';

const runText = (run: StageRun, paint: Paint): string => {
  const kind = kindOf(run);
  const flow = run.flow.kind === 'unknown' ? '' : ` ${flowTitle(run.flow)}`;
  return `${paint(kind, kind)}${flow}: ${run.why}${run.takesOutage ? OUTAGE : ''}`;
};

const runLines = (run: StageRun, paint: Paint): readonly string[] => [
  `      ${runText(run, paint)}`,
  paint(wrapped(wayText(run.witness()), ' '.repeat(8)), 'faint'),
];

const contactLines = (contact: ContactAnalysis, paint: Paint): readonly string[] => [
  `  ${contactTitle(contact)}`,
  ...contact.stages.flatMap(({ stage, runs }) => [
    `    ${stageTitle(stage)}`,
    ...runs.flatMap((run) => runLines(run, paint)),
  ]),
];

const groupLines = ({ names, contacts }: EntryGroup, paint: Paint): readonly string[] => [
  '',
  paint(names.join(', '), 'strong'),
  ...contacts.flatMap((contact) => contactLines(contact, paint)),
];

export interface OverridesTextOptions {
  /** Every flow, too, with its reason and the way by which contacts come to it. @default false */
  readonly witnesses?: boolean;
  /** @default false */
  readonly colour?: boolean;
}

/** Which flows can run, for people: a line for each kind of contact. */
export const overridesText = (
  analysis: Analysis,
  { witnesses = false, colour = false }: OverridesTextOptions = {},
): string => {
  const paint = colour ? painted : plain;
  const groups = groupsOf(analysis);
  const rows = groups.flatMap((group, i) => [...(i === 0 ? [] : [NOTHING]), ...rowsOf(group, paint)]);
  const details = witnesses ? groups.flatMap((group) => groupLines(group, paint)) : [];
  return [...table([...heads(paint), ...rows]), '', legend(groups, paint), ...details, ''].join('\n');
};
