export type { CheckedFile, CheckReport, ReportedIssue } from './check-report';
export * from './contacts';
export { type CoverageFigures, coverageJson, figuresOf, type Reached } from './coverage-figures';
export { coverageText } from './coverage-text';
export { issuesJson } from './issues-json';
export { issuesText } from './issues-text';
export { junit } from './junit';
export { sarif } from './sarif';
export { transcript } from './transcript';
