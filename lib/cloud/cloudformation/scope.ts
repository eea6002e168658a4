import type { JsonObject } from '../../language';
import { AwsError } from '../aws-error';
import type { CloudEnvironment } from '../environment';
import type { StackSource } from './stack';
import { isTrue } from './template/condition-functions';
import { functionError, type Scope } from './template/evaluate';
import { TEMPLATE_FUNCTIONS } from './template/functions';
import { parameterValue } from './template/parameters';
import { isObject, member, type Template } from './template/template';
import { NO_VALUE, type Value } from './template/value';

/** What is known of a resource while values are worked out. */
export interface ResourceFacts {
  readonly ref: Value;
  /** Undefined for an attribute that the resource does not have. */
  readonly attribute: (name: string) => Value | undefined;
}

interface ScopeSettings {
  readonly environment: CloudEnvironment;
  readonly stack: { readonly id: string; readonly name: string };
  readonly source: StackSource;
  readonly resource: (logicalId: string) => ResourceFacts | undefined;
  readonly exported: (name: string) => string;
  readonly dynamic: Scope['dynamic'];
}

const pseudoParameters = ({ environment, stack, source }: ScopeSettings): ReadonlyMap<string, Value> =>
  new Map<string, Value>([
    ['AWS::AccountId', environment.account],
    ['AWS::NoValue', NO_VALUE],
    ['AWS::NotificationARNs', source.notificationArns],
    ['AWS::Partition', 'aws'],
    ['AWS::Region', environment.region],
    ['AWS::StackId', stack.id],
    ['AWS::StackName', stack.name],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ]);

/** Conditions are worked out once each; one that needs itself is refused. */
const conditionsOf = ({ conditions }: Template, scope: () => Scope): Scope['condition'] => {
  const known = new Map<string, boolean | undefined>();
  return (name) => {
    const expression = member(conditions, name);
    if (expression === undefined) throw functionError(`Unresolved condition dependency ${name}`);
    if (known.has(name) && known.get(name) === undefined) {
      throw new AwsError('ValidationError', `Template format error: Circular dependencies for condition ${name}`);
    }
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, undefined);
    const result = isTrue(expression, scope(), name);
    known.set(name, result);
    return result;
  };
};

const mappingOf =
  ({ mappings }: Template): Scope['mapping'] =>
  (path) =>
    path.reduce<Value | undefined>(
      (at, key) => (isObject(at) ? member(at as JsonObject, key) : undefined) as Value,
      mappings,
    ) as never;

/** What the names in a template stand for, in a stack. */
export const scopeOf = (settings: ScopeSettings): Scope => {
  const { template, parameters } = settings.source;
  const values = new Map([
    ...pseudoParameters(settings),
    ...parameters.map((parameter) => [parameter.key, parameterValue(template, parameter)] as const),
  ]);
  const resource = (logicalId: string): ResourceFacts => {
    const facts = template.resources.has(logicalId) ? settings.resource(logicalId) : undefined;
    if (facts !== undefined) return facts;
    throw new AwsError(
      'ValidationError',
      `Template error: instance of Fn::GetAtt or Ref references undefined resource ${logicalId}`,
    );
  };
  const scope: Scope = {
    functions: TEMPLATE_FUNCTIONS,
    ref: (name) => values.get(name) ?? resource(name).ref,
    attribute: (logicalId, name) => {
      const value = resource(logicalId).attribute(name);
      if (value !== undefined) return value;
      throw functionError(`resource ${logicalId} has no attribute ${name}`);
    },
    condition: conditionsOf(template, () => scope),
    mapping: mappingOf(template),
    imported: settings.exported,
    dynamic: settings.dynamic,
  };
  return scope;
};
