import { type CheckedFile, type CheckReport, counted, countIssues, type ReportedIssue } from './check-report';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** XML has no way to write most control characters and lone surrogates. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const text = (value: string): string =>
  value.replace(UNWRITABLE, '\ufffd').replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

export const attribute = (value: string): string =>
  value.replace(UNWRITABLE, '\ufffd').replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character);

const lineOf = ({ severity, rule, what, why, fix, path }: ReportedIssue): string =>
  [`${severity} ${rule}: ${what}`, `  Why: ${why}`, `  Fix: ${fix}`, ...(path === '' ? [] : [`  At: ${path}`])].join(
    '\n',
  );

const outcomeOf = ({ issues, unreadable }: CheckedFile): readonly string[] => {
  if (unreadable !== null) return [`      <error message="${attribute(unreadable)}"/>`];
  const errors = issues.filter(({ severity }) => severity === 'error');
  const rest = issues.filter(({ severity }) => severity !== 'error');
  const message = counted(errors.length, 'error');
  return [
    ...(errors.length === 0
      ? []
      : [`      <failure message="${message}" type="error">${text(errors.map(lineOf).join('\n'))}</failure>`]),
    ...(rest.length === 0 ? [] : [`      <system-out>${text(rest.map(lineOf).join('\n'))}</system-out>`]),
  ];
};

const testCase = (checked: CheckedFile): readonly string[] => {
  const head = `    <testcase classname="connect-flows.check" name="${attribute(checked.file)}"`;
  const outcome = outcomeOf(checked);
  return outcome.length === 0 ? [`${head}/>`] : [`${head}>`, ...outcome, '    </testcase>'];
};

/** What a check found as JUnit tests, one for each file: an error fails it, the rest is its output. */
export const junit = ({ files }: CheckReport): string => {
  const failures = files.filter(({ issues }) => countIssues(issues).error > 0).length;
  const errors = files.filter(({ unreadable }) => unreadable !== null).length;
  const counts = `tests="${files.length}" failures="${failures}" errors="${errors}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="connect-flows check" ${counts}>`,
    `  <testsuite name="connect-flows check" ${counts}>`,
    ...files.flatMap(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};
