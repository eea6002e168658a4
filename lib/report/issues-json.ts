import type { CheckedFile, CheckReport, ReportedIssue } from './check-report';

const issueJson = ({ rule, severity, action, path, what, why, fix, more, evidence, place }: ReportedIssue) => ({
  rule,
  severity,
  action: action ?? null,
  path,
  line: place?.line ?? null,
  column: place?.column ?? null,
  what,
  why,
  fix,
  more: more ?? null,
  evidence,
});

const flowJson = ({ file, name, type, issues, unreadable }: CheckedFile) => ({
  file,
  name,
  type,
  issues: issues.map(issueJson),
  ...(unreadable === null ? {} : { unreadable }),
});

/** What a check found, for programs: `{ flows: [{ file, type, issues }] }`. */
export const issuesJson = ({ files }: CheckReport): string =>
  `${JSON.stringify({ flows: files.map(flowJson) }, undefined, 2)}\n`;
