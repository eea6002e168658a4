import type { Json, JsonObject } from '../../../language';
import { AwsError } from '../../aws-error';
import { isObject } from './template';
import { hasUnknown, isValueObject, NO_VALUE, UNKNOWN, type Value } from './value';

/** What the names in a template stand for. */
export interface Scope {
  readonly functions: Readonly<Record<string, TemplateFunction>>;
  /** A parameter, pseudo parameter or resource. @throws AwsError where there is none */
  readonly ref: (name: string) => Value;
  /** @throws AwsError where resource or attribute do not exist */
  readonly attribute: (logicalId: string, name: string) => Value;
  readonly condition: (name: string) => boolean;
  readonly mapping: (path: readonly string[]) => Json | undefined;
  readonly imported: (name: string) => Value;
  /** A dynamic reference, e.g. `ssm` and `/path/of/parameter`. */
  readonly dynamic: (service: string, reference: string) => string;
}

export type TemplateFunction = (argument: Json, scope: Scope) => Value;

export const functionError = (message: string): AwsError =>
  new AwsError('ValidationError', `Template error: ${message}`);

/** A name and an attribute, from a list or from `Name.Attribute`. */
export const attributeReference = (argument: Json): readonly [string, string] => {
  const parts =
    typeof argument === 'string'
      ? [argument.slice(0, argument.indexOf('.')), argument.slice(argument.indexOf('.') + 1)]
      : argument;
  const [logicalId, ...rest] = Array.isArray(parts) ? parts : [];
  if (typeof logicalId === 'string' && rest.length > 0) return [logicalId, rest.join('.')];
  throw functionError('every Fn::GetAtt object requires two non-empty parameters, the resource name and the attribute');
};

/** The function that an object calls, if it is a call. */
export const callOf = (value: JsonObject): { readonly name: string; readonly argument: Json } | undefined => {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  const isCall = name === 'Ref' || name.startsWith('Fn::');
  return isCall ? { name, argument: value[name] as Json } : undefined;
};

const called = (name: string, argument: Json, scope: Scope): Value => {
  const perform = Object.hasOwn(scope.functions, name) ? scope.functions[name] : undefined;
  if (perform !== undefined) return perform(argument, scope);
  throw functionError(`the embedded cloud does not know the function ${name}`);
};

const DYNAMIC = /\{\{resolve:([a-z-]+):([^}]+)\}\}/g;

const text = (value: string, scope: Scope): string =>
  value.includes('{{resolve:')
    ? value.replace(DYNAMIC, (_, service: string, reference: string) => scope.dynamic(service, reference))
    : value;

const isThere = (value: Value): boolean => value !== NO_VALUE;

/** A value of a template with its functions carried out. @throws AwsError */
export const evaluate = (value: Json, scope: Scope): Value => {
  if (typeof value === 'string') return text(value, scope);
  if (Array.isArray(value)) return value.map((each) => evaluate(each, scope)).filter(isThere);
  if (!isObject(value)) return value as Value;
  const call = callOf(value);
  if (call !== undefined) return withDynamic(called(call.name, call.argument, scope), scope);
  const entries = Object.entries(value).map(([key, each]) => [key, evaluate(each, scope)] as const);
  return Object.fromEntries(entries.filter(([, each]) => isThere(each)));
};

/** Dynamic references are put together out of tokens, so they may only show once the functions are done. */
const withDynamic = (value: Value, scope: Scope): Value => (typeof value === 'string' ? text(value, scope) : value);

/** An argument that has to be a list once its functions are carried out; UNKNOWN where a part is not known. */
export const evaluatedList = (argument: Json, scope: Scope, name: string): readonly Value[] | typeof UNKNOWN => {
  const value = evaluate(argument, scope);
  if (value === UNKNOWN || hasUnknown(value)) return UNKNOWN;
  if (Array.isArray(value)) return value as readonly Value[];
  throw functionError(`${name} requires a list`);
};

/** @throws AwsError for a value that is no text, number or truth value */
export const evaluatedText = (value: Value, name: string): string => {
  if (typeof value === 'object' || typeof value === 'symbol' || isValueObject(value)) {
    throw functionError(`${name} requires values that are text`);
  }
  return String(value);
};
