import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from './message';
import { writeXml } from './xml';

/** Parameters of a request in AWS's query protocol, e.g. of CloudFormation. */
export type QueryInput = Readonly<Record<string, unknown>>;

type Tree = Map<string, Tree | string>;

const NAME = /^[A-Za-z0-9]+$/;

const put = (tree: Tree, [name = '', ...rest]: readonly string[], value: string): void => {
  if (!NAME.test(name)) throw new AwsError('ValidationError', `"${name}" is no name of a parameter.`);
  if (rest.length === 0) {
    tree.set(name, value);
    return;
  }
  const inner = tree.get(name);
  const next: Tree = inner instanceof Map ? inner : new Map();
  tree.set(name, next);
  put(next, rest, value);
};

const treeValue = (node: Tree | string): unknown => {
  if (typeof node === 'string') return node;
  const members = node.get('member');
  if (members instanceof Map) {
    return [...members].sort(([a], [b]) => Number(a) - Number(b)).map(([, member]) => treeValue(member));
  }
  return Object.fromEntries([...node].map(([name, each]) => [name, treeValue(each)]));
};

/** `Tags.member.1.Key=a` and the like, as what they stand for. */
export const queryInput = ({ body }: CloudRequest): QueryInput => {
  const tree: Tree = new Map();
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) put(tree, name.split('.'), value);
  return treeValue(tree) as QueryInput;
};

export const textIn = (input: QueryInput, name: string): string | undefined => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** @throws AwsError where the parameter is missing */
export const requiredText = (input: QueryInput, name: string): string => {
  const value = textIn(input, name);
  if (value !== undefined) return value;
  throw new AwsError('ValidationError', `1 validation error detected: ${name} must not be null`);
};

export const listIn = (input: QueryInput, name: string): readonly unknown[] => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  return Array.isArray(value) ? value : [];
};

export const isTrue = (input: QueryInput, name: string): boolean => textIn(input, name) === 'true';

/** Lists are written as `member`s. */
const withMembers = (value: unknown): unknown => {
  if (Array.isArray(value)) return { member: value.map(withMembers) };
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withMembers(each)]));
};

export const queryAnswer = (action: string, namespace: string, result: object): CloudResponse => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: writeXml({
    [`${action}Response`]: {
      '@xmlns': namespace,
      [`${action}Result`]: withMembers(result),
      ResponseMetadata: { RequestId: action },
    },
  }),
});

export const queryError = ({ code, message, status }: AwsError): CloudResponse => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: writeXml({
    ErrorResponse: {
      Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
      RequestId: code,
    },
  }),
});
