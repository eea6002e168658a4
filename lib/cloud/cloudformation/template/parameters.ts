import type { Json, JsonObject } from '../../../language';
import { AwsError } from '../../aws-error';
import { isObject, member, type Template } from './template';
import type { Value } from './value';

/** A parameter as a request gives it. */
export interface GivenParameter {
  readonly key: string;
  readonly value?: string;
  readonly usePrevious: boolean;
}

/** A parameter of a stack: what was given, and what it stands for where it names a parameter of Systems Manager. */
export interface StackParameter {
  readonly key: string;
  readonly value: string;
  readonly resolved: string | undefined;
  readonly isSecret: boolean;
}

const invalid = (message: string): AwsError => new AwsError('ValidationError', message);

const textOf = (spec: JsonObject, name: string): string | undefined => {
  const value = member(spec, name);
  return value === undefined || value === null ? undefined : String(value);
};

const refuseOutside = (key: string, value: string, spec: JsonObject): void => {
  const allowed = member(spec, 'AllowedValues');
  if (Array.isArray(allowed) && !allowed.map(String).includes(value)) {
    throw invalid(`Parameter '${key}' must be one of AllowedValues`);
  }
  const pattern = textOf(spec, 'AllowedPattern');
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)) {
    throw invalid(textOf(spec, 'ConstraintDescription') ?? `Parameter '${key}' must match pattern ${pattern}`);
  }
  const length = value.length;
  const [least, most] = [textOf(spec, 'MinLength'), textOf(spec, 'MaxLength')].map(Number);
  if (length < (least || 0)) throw invalid(`Parameter '${key}' must contain at least ${least} characters`);
  if (length > (most || Number.POSITIVE_INFINITY))
    throw invalid(`Parameter '${key}' must contain at most ${most} characters`);
  if (textOf(spec, 'Type') === 'Number') refuseNumber(key, value, spec);
};

const refuseNumber = (key: string, value: string, spec: JsonObject): void => {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) throw invalid(`Parameter '${key}' must be a number.`);
  const [least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY] = ['MinValue', 'MaxValue'].map((name) => {
    const bound = textOf(spec, name);
    return bound === undefined ? undefined : Number(bound);
  });
  if (number < least || number > most)
    throw invalid(`Parameter '${key}' must be a number between ${least} and ${most}`);
};

const SSM = /^AWS::SSM::Parameter::Value<(.+)>$/;

const typeOf = (spec: Json | undefined): string =>
  isObject(spec ?? null) ? (textOf(spec as JsonObject, 'Type') ?? 'String') : 'String';

/** The values of a stack's parameters. @throws AwsError for what is missing, not known or not allowed */
export const stackParameters = (
  { parameters }: Template,
  given: readonly GivenParameter[],
  previous: readonly StackParameter[],
  lookUp: (name: string) => string,
): readonly StackParameter[] => {
  const unknown = given.filter(({ key }) => !Object.hasOwn(parameters, key)).map(({ key }) => key);
  if (unknown.length > 0) throw invalid(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const values = Object.entries(parameters).map(([key, spec]) => {
    const asked = given.find((each) => each.key === key);
    const before = asked?.usePrevious ? previous.find((each) => each.key === key)?.value : undefined;
    const value = asked?.value ?? before ?? (isObject(spec) ? textOf(spec, 'Default') : undefined);
    return { key, spec: isObject(spec) ? spec : {}, value };
  });
  const missing = values.filter(({ value }) => value === undefined).map(({ key }) => key);
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  return values.map(({ key, spec, value = '' }) => {
    refuseOutside(key, value, spec);
    const resolved = SSM.test(typeOf(spec)) ? lookUp(value) : undefined;
    return { key, value, resolved, isSecret: textOf(spec, 'NoEcho') === 'true' };
  });
};

/** What a reference to a parameter gives: lists for the types that are lists. */
export const parameterValue = ({ parameters }: Template, { key, value, resolved }: StackParameter): Value => {
  const type = typeOf(member(parameters, key));
  const inner = SSM.exec(type)?.[1] ?? type;
  const text = resolved ?? value;
  return inner === 'CommaDelimitedList' || inner.startsWith('List<')
    ? text.split(',').map((each) => each.trim())
    : text;
};
