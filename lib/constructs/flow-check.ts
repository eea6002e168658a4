import { Annotations, Stack, Token } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { type FlowScope, LIMITS } from '../language';
import { type CheckContext, check, type Issue } from '../validate';
import { isCheckedByPlugin } from './flow-checks-plugin';
import type { FlowContent } from './flow-content';
import { type ReportedFlow, report, sentence } from './flow-report';
import type { FlowTitle } from './flow-title';
import { foreignArns } from './foreign-arn';
import { nameProblem, warnOfHiddenName } from './resource-name';

interface CheckedFlow extends CheckContext {
  readonly title: Pick<FlowTitle, 'name'>;
  readonly type: FlowScope;
  /** Of the instance that the flow is deployed to. */
  readonly instanceArn: string;
}

const idOf = ({ rule }: Issue): `cdk-connect-flows:${string}` => `cdk-connect-flows:${rule}`;

/** The characters of a text that are known before deployment. */
const knownLength = (resolved: unknown): number => {
  if (typeof resolved === 'string') return resolved.length;
  if (Array.isArray(resolved)) return resolved.reduce((sum: number, part) => sum + knownLength(part), 0);
  if (typeof resolved !== 'object' || resolved === null) return 0;
  return 'Fn::Join' in resolved ? knownLength((resolved['Fn::Join'] as unknown[])[1]) : 0;
};

/** Beside the rule about documents: what is longer once the names of other resources are filled in. */
const lengthProblem = (scope: Construct, text: string): string[] => {
  if (!Token.isUnresolved(text) || text.length <= LIMITS.contentCharacters) return [];
  const length = knownLength(Stack.of(scope).resolve(text));
  if (length <= LIMITS.contentCharacters) return [];
  const limit = `Connect takes up to ${LIMITS.contentCharacters}`;
  return [
    `The content has ${length} characters or more; ${limit}. Move a part of it to a flow module or another flow.`,
  ];
};

const annotate = (scope: Construct, flow: ReportedFlow, issue: Issue): void => {
  const annotations = Annotations.of(scope);
  if (issue.severity === 'warning') annotations.addWarningV2(idOf(issue), sentence(flow, issue));
  if (issue.severity === 'note') annotations.addInfoV2(idOf(issue), sentence(flow, issue));
};

/** What was checked, by the construct that ships it. */
const CHECKED = new WeakMap<IConstruct, ShippedFlow>();

/** Notes what a construct ships, for the plugin to find it. */
export const noteShipped = (construct: IConstruct, shipped: ShippedFlow): void => {
  CHECKED.set(construct, shipped);
};

/** A flow of a construct of ours, as it was given. */
export interface ShippedFlow {
  readonly content: FlowContent;
  readonly context: CheckedFlow;
}

/** The flow that a construct ships; undefined where it is none of ours. */
export const shippedBy = (construct: IConstruct | undefined): ShippedFlow | undefined =>
  construct === undefined ? undefined : CHECKED.get(construct);

/** Annotates what surprises, and gives a report of what Connect refuses. */
const ownProblems = (scope: Construct, { content, context }: ShippedFlow): string[] => {
  const { name } = context.title;
  const flow: ReportedFlow = { name, lineOf: content.lineOf };
  const issues = content.document === undefined ? [] : check(content.document, context);
  for (const issue of issues) annotate(scope, flow, issue);
  warnOfHiddenName(scope, name);
  const errors = issues.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? [] : [report(flow, errors)];
};

/** The plugin knows of ARNs of other instances as well, but not of an instance that is still to be made. */
const foreignProblems = (scope: Construct, { content, context: { instanceArn } }: ShippedFlow): readonly string[] =>
  isCheckedByPlugin(scope) && !Token.isUnresolved(instanceArn) ? [] : foreignArns(content.document, instanceArn);

/**
 * Checks a flow when the app is synthesised: what Connect refuses, and what can never work, fails the synthesis in one
 * report; the rest is annotated on the construct, where it can be acknowledged by its id. Where the app has the plugin
 * `ConnectFlowChecks`, that reports instead.
 */
export const checkFlow = (scope: Construct, content: FlowContent, context: CheckedFlow): ShippedFlow => {
  const shipped = { content, context };
  noteShipped(scope, shipped);
  scope.node.addValidation({
    validate: () => [
      ...[nameProblem(context.title.name)].filter((problem) => problem !== undefined),
      ...lengthProblem(scope, content.text),
      ...foreignProblems(scope, shipped),
      ...(isCheckedByPlugin(scope) ? [] : ownProblems(scope, shipped)),
    ],
  });
  return shipped;
};
