import type { Json } from '../../../language';
import { evaluate, functionError, type Scope, type TemplateFunction } from './evaluate';
import { isObject } from './template';
import { isSameValue, UNKNOWN, type Value } from './value';

const truth = (value: Json, scope: Scope, name: string): boolean => {
  if (isObject(value) && Object.keys(value).join() === 'Condition') return scope.condition(String(value.Condition));
  const result = evaluate(value, scope);
  if (result === true || result === 'true') return true;
  if (result === false || result === 'false') return false;
  throw functionError(`${name} requires conditions`);
};

const parts = (argument: Json, name: string, count?: number): readonly Json[] => {
  if (Array.isArray(argument) && (count === undefined ? argument.length > 0 : argument.length === count))
    return argument;
  throw functionError(`${name} requires a list of ${count ?? 'at least one'} element(s)`);
};

const choose: TemplateFunction = (argument, scope) => {
  const [name, whenTrue, whenFalse] = parts(argument, 'Fn::If', 3) as readonly [Json, Json, Json];
  return evaluate(scope.condition(String(name)) ? whenTrue : whenFalse, scope);
};

/** Numbers and texts that read alike are equal, as parameters are texts. */
const comparable = (value: Value): Value =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

const equals: TemplateFunction = (argument, scope) => {
  const [left, right] = parts(argument, 'Fn::Equals', 2).map((each) => comparable(evaluate(each, scope)));
  return isSameValue(left, right);
};

const contains: TemplateFunction = (argument, scope) => {
  const [list, wanted] = parts(argument, 'Fn::Contains', 2).map((each) => evaluate(each, scope));
  const values = Array.isArray(list) ? (list as readonly Value[]) : [];
  return values.some((each) => isSameValue(comparable(each), comparable(wanted ?? UNKNOWN)));
};

/** Functions of conditions and rules, and the one that picks by a condition. */
export const conditionFunctions = {
  'Fn::If': choose,
  'Fn::Equals': equals,
  'Fn::Contains': contains,
  'Fn::And': (argument, scope) => parts(argument, 'Fn::And').every((each) => truth(each, scope, 'Fn::And')),
  'Fn::Or': (argument, scope) => parts(argument, 'Fn::Or').some((each) => truth(each, scope, 'Fn::Or')),
  'Fn::Not': (argument, scope) => !truth(parts(argument, 'Fn::Not', 1)[0] as Json, scope, 'Fn::Not'),
} as const satisfies Readonly<Record<string, TemplateFunction>>;

export const isTrue = truth;
