import type { CheckedFile, CheckReport, ReportedIssue } from '../../lib/report/check-report';
import { issuesJson } from '../../lib/report/issues-json';
import { issuesText } from '../../lib/report/issues-text';
import { junit } from '../../lib/report/junit';
import { sarif } from '../../lib/report/sarif';

const issue = (more: Partial<ReportedIssue> = {}): ReportedIssue => ({
  rule: 'missing-error-branch',
  severity: 'error',
  action: 'Check hours',
  path: 'Actions[3]',
  place: { line: 12, column: 7 },
  what: '"Check hours" (CheckHoursOfOperation) has no branch for NoMatchingError.',
  why: 'The service asks for it.',
  fix: 'Add it.',
  more: 'https://example.com/hours',
  evidence: 'observed',
  ...more,
});

const file = (name: string, ...issues: readonly ReportedIssue[]): CheckedFile => ({
  file: name,
  name: 'Main line',
  type: 'CONTACT_FLOW',
  typeIsGuessed: false,
  issues,
  unreadable: null,
});

const unreadable = (name: string): CheckedFile => ({
  ...file(name),
  name: null,
  type: null,
  unreadable: `${name} is no flow <at all> & "bad".`,
});

const report = (...files: readonly CheckedFile[]): CheckReport => ({ files, remarks: [] });

const note = issue({ rule: 'literal-arn', severity: 'note', action: undefined, path: '', place: undefined });

describe('For people', () => {
  test('findings stand under their file with why, fix and place, and a sum below', () => {
    expect(issuesText(report(file('clean.json'), file('main.json', issue(), note)))).toBe(
      [
        'main.json  (Inbound flow "Main line")',
        '  error    missing-error-branch  "Check hours" (CheckHoursOfOperation) has no branch for NoMatchingError.',
        '           Why: The service asks for it.',
        '           Fix: Add it.',
        '           At:  line 12, Actions[3]',
        '  note     literal-arn  "Check hours" (CheckHoursOfOperation) has no branch for NoMatchingError.',
        '           Why: The service asks for it.',
        '           Fix: Add it.',
        '',
        '1 error and 1 note in 1 of 2 files.',
        '',
      ].join('\n'),
    );
  });

  test('a clean result is one line', () => {
    expect(issuesText(report(file('a.json'), file('b.json')))).toBe('No issues in 2 files.\n');
  });

  test('a file that could not be read is told in its place and counted apart', () => {
    const text = issuesText(report(unreadable('a.json'), file('b.json', issue())));
    expect(text).toMatch(/^a\.json\n {2}unreadable {2}a\.json is no flow/);
    expect(text).toMatch(/1 error in 1 of 2 files\. 1 file could not be checked\.\n$/);
  });

  test('colour comes only where it is asked for', () => {
    const sgr = `${String.fromCharCode(27)}[`;
    expect(issuesText(report(file('a.json', issue())))).not.toContain(sgr);
    expect(issuesText(report(file('a.json', issue())), true)).toContain(`${sgr}31merror`);
  });

  test('a guessed type is called so', () => {
    expect(issuesText(report({ ...file('a.json', issue()), typeIsGuessed: true }))).toMatch(/\(taken as inbound flow /);
  });
});

test('For programs, every issue has every key', () => {
  const { flows } = JSON.parse(issuesJson(report(file('a.json', note), unreadable('b.json'))));
  expect(flows[0].issues[0]).toEqual({
    rule: 'literal-arn',
    severity: 'note',
    action: null,
    path: '',
    line: null,
    column: null,
    what: note.what,
    why: note.why,
    fix: note.fix,
    more: note.more,
    evidence: 'observed',
  });
  expect(flows[1]).toMatchObject({
    file: 'b.json',
    type: null,
    issues: [],
    unreadable: expect.stringMatching(/no flow/),
  });
});

describe('SARIF', () => {
  const rules = [
    { name: 'literal-arn', severity: 'warning', summary: 'Ties.' },
    { name: 'missing-error-branch', severity: 'error', summary: 'Lacks.', more: 'https://example.com' },
  ] as const;
  const runOf = (...files: readonly CheckedFile[]) => JSON.parse(sarif(report(...files), rules, '1.2.3')).runs[0];

  test('has the place of the action, and the rule by its position in the list', () => {
    const [result] = runOf(file('flows/main.json', issue())).results;
    expect(result).toMatchObject({ ruleId: 'missing-error-branch', ruleIndex: 1, level: 'error' });
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'flows/main.json' },
      region: { startLine: 12, startColumn: 7 },
    });
  });

  test('lists the rules with their severities', () => {
    expect(runOf().tool.driver.rules[1]).toEqual({
      id: 'missing-error-branch',
      shortDescription: { text: 'Lacks.' },
      helpUri: 'https://example.com',
      defaultConfiguration: { level: 'error' },
    });
  });

  test('names files as URIs', () => {
    const uris = ['a b/ü#1.json', '/tmp/a.json'].map(
      (name) => runOf(file(name, issue())).results[0].locations[0].physicalLocation.artifactLocation.uri,
    );
    expect(uris).toEqual(['a%20b/%C3%BC%231.json', 'file:///tmp/a.json']);
  });

  test('says that the run failed on a file that is no flow', () => {
    const [invocation] = runOf(unreadable('a.json')).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications[0].message.text).toMatch(/is no flow/);
  });
});

describe('JUnit', () => {
  test('has a test for each file: errors fail it, the rest is its output', () => {
    const xml = junit(report(file('a.json'), file('b.json', issue()), file('c.json', note), unreadable('d.json')));
    expect(xml).toContain('<testsuites name="connect-flows check" tests="4" failures="1" errors="1">');
    expect(xml).toContain('name="a.json"/>');
    expect(xml).toMatch(/name="b\.json">\n {6}<failure message="1 error" type="error">error missing-error-branch:/);
    expect(xml).toMatch(/name="c\.json">\n {6}<system-out>note literal-arn:/);
    expect(xml).toContain('<error message="d.json is no flow &lt;at all&gt; &amp; &quot;bad&quot;."/>');
  });

  test('leaves out what XML cannot hold', () => {
    const xml = junit(report(file('a.json', issue({ what: `<\u0000\u001b\ud800>` }))));
    expect(xml).toContain('&lt;\ufffd\ufffd\ufffd&gt;');
  });
});
