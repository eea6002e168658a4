import type { Json } from '../../../language';
import {
  attributeReference,
  evaluate,
  evaluatedList,
  evaluatedText,
  functionError,
  type Scope,
  type TemplateFunction,
} from './evaluate';
import { isObject } from './template';
import { hasUnknown, UNKNOWN, type Value } from './value';

const pair = (argument: Json, name: string): readonly [Json, Json] => {
  if (Array.isArray(argument) && argument.length === 2) return argument as unknown as readonly [Json, Json];
  throw functionError(`${name} requires a list with two elements`);
};

const join: TemplateFunction = (argument, scope) => {
  const [delimiter, list] = pair(argument, 'Fn::Join');
  const values = evaluatedList(list, scope, 'Fn::Join');
  if (values === UNKNOWN) return UNKNOWN;
  return values.map((value) => evaluatedText(value, 'Fn::Join')).join(String(delimiter));
};

const split: TemplateFunction = (argument, scope) => {
  const [delimiter, source] = pair(argument, 'Fn::Split');
  const value = evaluate(source, scope);
  return value === UNKNOWN ? UNKNOWN : evaluatedText(value, 'Fn::Split').split(String(delimiter));
};

const select: TemplateFunction = (argument, scope) => {
  const [index, list] = pair(argument, 'Fn::Select');
  const at = Number(evaluate(index, scope));
  const values = evaluate(list, scope);
  if (values === UNKNOWN) return UNKNOWN;
  const value = Array.isArray(values) ? (values[at] as Value | undefined) : undefined;
  if (value !== undefined) return value;
  throw functionError(`Fn::Select cannot select nonexistent value at index ${at}`);
};

const VARIABLE = /\$\{(!?)([^}]*)\}/g;

/** Names in the text of an Fn::Sub, without those that stand for themselves. */
export const variablesIn = (template: string): readonly string[] =>
  [...template.matchAll(VARIABLE)].flatMap(([, literal, name = '']) => (literal === '!' ? [] : [name.trim()]));

/** Text and own variables of an Fn::Sub. */
export const substitution = (argument: Json): readonly [string, { readonly [name: string]: Json }] => {
  if (typeof argument === 'string') return [argument, {}];
  const [template, variables] = Array.isArray(argument) ? argument : [];
  if (typeof template === 'string' && isObject(variables)) return [template, variables];
  throw functionError('Fn::Sub requires a text, or a list of a text and variables');
};

const sub: TemplateFunction = (argument, scope) => {
  const [template, variables] = substitution(argument);
  const valueOfName = (name: string): Value => {
    if (Object.hasOwn(variables, name)) return evaluate(variables[name] as Json, scope);
    return name.includes('.') ? scope.attribute(...attributeReference(name)) : scope.ref(name);
  };
  const values = new Map<string, Value>(variablesIn(template).map((name) => [name, valueOfName(name)]));
  if ([...values.values()].some(hasUnknown)) return UNKNOWN;
  return template.replace(VARIABLE, (_, literal: string, name: string) =>
    literal === '!' ? `\${${name}}` : evaluatedText(values.get(name.trim()) as Value, 'Fn::Sub'),
  );
};

const findInMap: TemplateFunction = (argument, scope) => {
  const path = evaluatedList(argument, scope, 'Fn::FindInMap');
  if (path === UNKNOWN) return UNKNOWN;
  const keys = path.map(String);
  const found = scope.mapping(keys);
  if (found !== undefined) return found as Value;
  throw functionError(`Unable to get mapping for ${keys.join('::')}`);
};

const base64: TemplateFunction = (argument, scope) => {
  const value = evaluate(argument, scope);
  return value === UNKNOWN ? UNKNOWN : Buffer.from(evaluatedText(value, 'Fn::Base64')).toString('base64');
};

const zones: TemplateFunction = (argument, scope: Scope) => {
  const region = String(evaluate(argument, scope)) || String(scope.ref('AWS::Region'));
  return ['a', 'b', 'c'].map((letter) => `${region}${letter}`);
};

export const textFunctions = {
  'Fn::Join': join,
  'Fn::Split': split,
  'Fn::Select': select,
  'Fn::Sub': sub,
  'Fn::FindInMap': findInMap,
  'Fn::Base64': base64,
  'Fn::GetAZs': zones,
} as const;
