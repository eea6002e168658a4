import { FlowReadError, type FlowScope, type FlowType, isFlowType, LIMITS, read } from '../../language';
import { asServiceProblems, check, type Issue } from '../../validate';
import { AwsError } from '../aws-error';
import type { CloudAssumptions } from './assumptions';
import type { ConnectState } from './connect-state';
import { invalidParameter } from './refusals';

/** Errors of ours that concern the run of a flow; nothing shows that the service looks at them when a flow is written. */
const NOT_LOOKED_AT: readonly string[] = ['endless-circle'];

/** An error whose wording nobody has published is told in our own words. */
const worded = (issue: Issue): Issue => ({ ...issue, problem: issue.problem ?? `${issue.what} Path: ${issue.path}` });

/** A document inside another answer is something that our tools read and the service does not. */
const isBare = (content: string): boolean => {
  const value: unknown = JSON.parse(content);
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'Actions');
};

type Answer = CloudAssumptions['unwordedError'];

const problemsIn = (content: string, type: FlowScope, unworded: Answer): readonly string[] => {
  const document = read(content, 'Content');
  if (!isBare(content)) return ['JSON field is missing or null for field name: actions'];
  const issues = check(document, { type }).filter(({ rule }) => !NOT_LOOKED_AT.includes(rule));
  return asServiceProblems(unworded === 'refused' ? issues.map(worded) : issues);
};

/** What the service has to say about a flow or module; nothing where it takes it. */
const problemsOf = (content: string, type: FlowScope, unworded: Answer): readonly string[] => {
  try {
    return problemsIn(content, type, unworded);
  } catch (error) {
    if (error instanceof FlowReadError) return asServiceProblems([unreadable(error)]);
    throw error;
  }
};

const unreadable = ({ message }: FlowReadError): Issue => ({
  rule: 'unreadable',
  severity: 'error',
  path: '',
  what: message,
  why: '',
  fix: '',
  evidence: 'documented',
  problem: message,
});

/** @throws AwsError with the problems that the service lists */
export const refuseBadContent = ({ settings }: ConnectState, content: string, type: FlowScope): void => {
  if (content.length > LIMITS.contentCharacters) {
    throw invalidParameter(`Content has ${content.length} characters; it may have ${LIMITS.contentCharacters}.`);
  }
  const problems = problemsOf(content, type, settings.assumptions.unwordedError).map((message) => ({ message }));
  if (problems.length === 0) return;
  const [code, member] =
    type === 'MODULE' ? ['InvalidContactFlowModuleException', 'Problems'] : ['InvalidContactFlowException', 'problems'];
  throw new AwsError(code as string, problems.map(({ message }) => message).join('; '), 400, {
    [member as string]: problems,
  });
};

/** @throws AwsError for a word that is no type of flow */
export const flowTypeOf = (type: string): FlowType => {
  if (isFlowType(type)) return type;
  throw invalidParameter(`Type is "${type}", which is no type of flow.`);
};
