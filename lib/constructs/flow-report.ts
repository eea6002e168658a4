import type { Issue } from '../validate';

/** A flow as reports call it. */
export interface ReportedFlow {
  readonly name: string;
  /** Where an action was written, or else the flow. */
  lineOf(action: string | undefined): string | undefined;
}

const place = (flow: ReportedFlow, { action, path }: Issue): string =>
  [action === undefined ? undefined : `action "${action}"`, path === '' ? undefined : path, flow.lineOf(action)]
    .filter((part) => part !== undefined)
    .join(', ');

const paragraph = (flow: ReportedFlow, issue: Issue, index: number): string =>
  [
    `  ${index + 1}. ${issue.what}`,
    `     Why:  ${issue.why}`,
    `     Fix:  ${issue.fix}`,
    `     At:   ${place(flow, issue)}`,
    `     Rule: ${issue.rule}${issue.more === undefined ? '' : `, ${issue.more}`}`,
  ].join('\n');

/** Everything that keeps a flow from being deployed, as one text. */
export const report = (flow: ReportedFlow, errors: readonly Issue[]): string => {
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  const paragraphs = errors.map((issue, index) => paragraph(flow, issue, index));
  return [`Flow "${flow.name}" has ${count}:`, ...paragraphs].join('\n\n');
};

/** One finding in one line, as warnings are shown. */
export const sentence = (flow: ReportedFlow, issue: Issue): string =>
  `Flow "${flow.name}", ${place(flow, issue)}: ${issue.what} ${issue.why} ${issue.fix}`;
