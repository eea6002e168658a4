import type { Severity } from '../validate';
import type { CheckedFile, CheckReport, ReportedIssue } from './check-report';

/** A rule as SARIF lists it. */
export interface ReportedRule {
  readonly name: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly more?: string;
}

/** A file name as a URI reference; the parts of a path may hold any character. */
const uriOf = (file: string): string => {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
};

const ruleOf = ({ name, severity, summary, more }: ReportedRule) => ({
  id: name,
  shortDescription: { text: summary },
  ...(more === undefined ? {} : { helpUri: more }),
  defaultConfiguration: { level: severity },
});

const locationOf = (file: string, issue?: ReportedIssue) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    ...(issue?.place === undefined ? {} : { region: { startLine: issue.place.line, startColumn: issue.place.column } }),
  },
  ...(issue === undefined || issue.path === ''
    ? {}
    : { logicalLocations: [{ name: issue.action ?? issue.path, fullyQualifiedName: issue.path }] }),
});

const resultOf = (file: string, issue: ReportedIssue, indexes: ReadonlyMap<string, number>) => ({
  ruleId: issue.rule,
  ruleIndex: indexes.get(issue.rule) ?? -1,
  level: issue.severity,
  message: { text: `${issue.what} ${issue.why} ${issue.fix}` },
  locations: [locationOf(file, issue)],
});

const notificationOf = ({ file, unreadable }: CheckedFile) => ({
  level: 'error',
  message: { text: unreadable ?? '' },
  locations: [locationOf(file)],
});

/** What a check found in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the lines. */
export const sarif = ({ files }: CheckReport, rules: readonly ReportedRule[], version: string): string => {
  const indexes = new Map(rules.map(({ name }, index) => [name, index]));
  const unreadable = files.filter((file) => file.unreadable !== null);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'connect-flows', version, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: unreadable.length === 0, toolExecutionNotifications: unreadable.map(notificationOf) },
        ],
        results: files.flatMap(({ file, issues }) => issues.map((issue) => resultOf(file, issue, indexes))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};
