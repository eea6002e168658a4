import type {
  ActionContent,
  BranchChange,
  BranchTarget,
  ChangedAction,
  FlowDiff,
  Json,
  NamedAction,
  ValueChange,
} from '../language';
import { shortIdentifier } from '../language';

/** Values longer than this are shown around the first place where they differ. */
const LONGEST_VALUE = 240;
const CONTEXT = 60;

const quoted = (name: string): string => JSON.stringify(name);

const title = ({ name, type, identifier }: NamedAction): string => {
  const short = shortIdentifier(identifier);
  return `${quoted(name)} (${[type, ...(short === undefined || name.includes(short) ? [] : [short])].join(', ')})`;
};

const place = ({ name, identifier, exists }: BranchTarget): string => {
  const short = shortIdentifier(identifier);
  const which = short === undefined || name.includes(short) ? '' : ` (${short})`;
  return `${quoted(name)}${which}${exists ? '' : ' (not in the flow)'}`;
};

const valueText = (value: Json): string => JSON.stringify(value);

const firstDifference = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return i;
  return length;
};

const excerpt = (text: string, around: number): string => {
  if (text.length <= LONGEST_VALUE) return text;
  const start = Math.max(0, Math.min(around - CONTEXT, text.length - LONGEST_VALUE));
  const end = Math.min(text.length, start + LONGEST_VALUE);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
};

const valueLine = ({ path, before, after }: ValueChange): string => {
  const old = before === undefined ? '' : valueText(before);
  const now = after === undefined ? '' : valueText(after);
  const around = firstDifference(old, now);
  if (before === undefined) return `+ ${path}: ${excerpt(now, 0)}`;
  if (after === undefined) return `- ${path}: ${excerpt(old, 0)}`;
  return `${path}: ${excerpt(old, around)} → ${excerpt(now, around)}`;
};

const BRANCHES: Readonly<Record<BranchChange['kind'], (branch: string) => string>> = {
  next: () => 'next',
  condition: (branch) => `branch ${branch}`,
  error: (branch) => `error ${branch}`,
};

const branchLine = ({ kind, branch, before, after }: BranchChange): string => {
  const name = BRANCHES[kind](branch);
  if (after === undefined) return `- ${name} → ${before ? place(before) : ''}`;
  return before === undefined ? `+ ${name} → ${place(after)}` : `${name} → ${place(after)} (was ${place(before)})`;
};

const contentLines = ({ parameters, branches, other }: ActionContent): readonly string[] => [
  ...parameters.map(valueLine),
  ...branches.map(branchLine),
  ...other.map(valueLine),
];

/** In a new action everything is new, so that signs would only repeat that. */
const withoutSign = (line: string): string => line.replace(/^\+ /, '');

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);

const changedLines = (change: ChangedAction): readonly string[] => {
  const { action, renamedFrom, type, order } = change;
  const from = renamedFrom === undefined ? '' : `, renamed from ${quoted(renamedFrom.identifier)}`;
  const more = [
    ...(type === undefined ? [] : [`type: ${type.before} → ${type.after}`]),
    ...contentLines(change),
    ...(order === undefined ? [] : [`tried in the order ${order.after.join(', ')} (was ${order.before.join(', ')})`]),
  ];
  return [`~ ${title(action)}${from}`, ...indented(more)];
};

const renamedLines = ({ renamed, changed }: FlowDiff): readonly string[] => {
  const shown = new Set(changed.map(({ action }) => action.identifier));
  return renamed
    .filter(({ after }) => !shown.has(after.identifier))
    .map(({ before, after }) => `~ ${title(after)}, renamed from ${quoted(before.identifier)}`);
};

const group = (heading: string, changes: readonly ValueChange[]): readonly string[] =>
  changes.length === 0 ? [] : [heading, ...indented(changes.map(valueLine))];

const headLines = ({ version, start, settings, other }: FlowDiff): readonly string[] => [
  ...(version === undefined ? [] : [`~ Version: ${quoted(version.before)} → ${quoted(version.after)}`]),
  ...(start === undefined ? [] : [`~ Start → ${place(start.after)} (was ${place(start.before)})`]),
  ...group('~ Settings', settings),
  ...group('~ Document', other),
];

const count = (number: number, what: string): readonly string[] => (number === 0 ? [] : [`${number} ${what}`]);

const summary = ({ changed, added, removed, renamed }: FlowDiff): string => {
  const counts = [
    ...count(changed.length, 'changed'),
    ...count(renamed.length, 'renamed'),
    ...count(added.length, 'added'),
    ...count(removed.length, 'removed'),
  ];
  return counts.length === 0 ? 'No action differs.' : `Actions: ${counts.join(', ')}.`;
};

/** What differs between two flows, for people: a line for each action (`+` new, `-` gone, `~` changed), its changes below it. */
export const diffText = (diff: FlowDiff): string => {
  if (!diff.different) return 'No difference.';
  return [
    ...headLines(diff),
    ...diff.changed.flatMap(changedLines),
    ...renamedLines(diff),
    ...diff.added.flatMap((added) => [`+ ${title(added.action)}`, ...indented(contentLines(added).map(withoutSign))]),
    ...diff.removed.map((action) => `- ${title(action)}`),
    ...group('~ Layout', diff.layout),
    '',
    summary(diff),
  ].join('\n');
};
