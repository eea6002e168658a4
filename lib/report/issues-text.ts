import { FLOW_TYPE_FACTS } from '../language';
import type { Severity } from '../validate';
import { type CheckedFile, type CheckReport, counted, countIssues, type ReportedIssue } from './check-report';

/** Paints a text for a terminal. */
type Paint = (text: string, style: Severity | 'file' | 'faint') => string;

const CODES = { error: 31, warning: 33, note: 36, file: 1, faint: 2 } as const;

const painted: Paint = (text, style) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
const plain: Paint = (text) => text;

const INDENT = ' '.repeat(11);

const placeOf = ({ place, path }: ReportedIssue): string =>
  [place === undefined ? '' : `line ${place.line}`, path].filter(Boolean).join(', ');

const issueLines = (issue: ReportedIssue, paint: Paint): readonly string[] => {
  const place = placeOf(issue);
  return [
    `  ${paint(issue.severity.padEnd(7), issue.severity)}  ${issue.rule}  ${issue.what}`,
    `${INDENT}Why: ${issue.why}`,
    `${INDENT}Fix: ${issue.fix}`,
    ...(place === '' ? [] : [paint(`${INDENT}At:  ${place}`, 'faint')]),
  ];
};

const titleOf = ({ name, type, typeIsGuessed }: CheckedFile): string => {
  const title = type === null || type === 'MODULE' ? 'Flow module' : FLOW_TYPE_FACTS[type].title;
  return [typeIsGuessed ? `taken as ${title.toLowerCase()}` : title, name === null ? '' : JSON.stringify(name)]
    .filter(Boolean)
    .join(' ');
};

const fileLines = (checked: CheckedFile, paint: Paint): readonly string[] => {
  const { file, issues, unreadable } = checked;
  if (unreadable !== null) return [paint(file, 'file'), `  ${paint('unreadable', 'error')}  ${unreadable}`, ''];
  if (issues.length === 0) return [];
  return [
    `${paint(file, 'file')}  ${paint(`(${titleOf(checked)})`, 'faint')}`,
    ...issues.flatMap((issue) => issueLines(issue, paint)),
    '',
  ];
};

/** `2 errors and 1 warning in 1 of 3 files.` */
export const summaryOf = ({ files }: CheckReport): string => {
  const counts = countIssues(files.flatMap(({ issues }) => issues));
  const found = (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], severity));
  const unreadable = files.filter((file) => file.unreadable !== null).length;
  const affected = files.filter(({ issues }) => issues.length > 0).length;
  const said = found.length < 2 ? found.join() : `${found.slice(0, -1).join(', ')} and ${found.at(-1)}`;
  const where = files.length === 1 ? '1 file' : `${affected} of ${counted(files.length, 'file')}`;
  const result = said === '' ? `No issues in ${counted(files.length - unreadable, 'file')}.` : `${said} in ${where}.`;
  return unreadable === 0 ? result : `${result} ${counted(unreadable, 'file')} could not be checked.`;
};

/** What a check found, for people. */
export const issuesText = (report: CheckReport, colour = false): string => {
  const paint = colour ? painted : plain;
  const lines = report.files.flatMap((file) => fileLines(file, paint));
  return [...lines, ...report.remarks, summaryOf(report), ''].join('\n');
};
