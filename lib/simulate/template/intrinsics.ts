import type { Json, JsonObject } from '../../language';
import { ACCOUNT, attributeOf, type ResourceNames, refOf } from './arns';
import { type Template, TemplateError } from './template';

/** Gives template values as they will be once deployed. */
export interface Resolver {
  /** The value with every intrinsic function carried out. */
  value(value: Json | undefined): Json | undefined;
  text(value: Json | undefined): string | undefined;
}

type Carry = (argument: Json, resolver: Resolver, stack: StackScope) => Json | undefined;

/** What intrinsic functions can see. */
export interface StackScope {
  readonly name: string;
  readonly template: Template;
  readonly names: ResourceNames;
  /** The value that another stack exports under a name. */
  readonly imported: (name: string) => Json | undefined;
}

/** What is left out where it stands. */
const NO_VALUE = 'AWS::NoValue';

const PSEUDO = (scope: StackScope): Readonly<Record<string, string>> => ({
  'AWS::Region': scope.names.region,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': scope.name,
  'AWS::StackId': `arn:aws:cloudformation:${scope.names.region}:${ACCOUNT}:stack/${scope.name}/0`,
});

const refer = (id: string, scope: StackScope): Json | undefined => {
  if (id === NO_VALUE) return undefined;
  const pseudo = PSEUDO(scope);
  if (Object.hasOwn(pseudo, id)) return pseudo[id];
  const { Parameters = {}, Resources } = scope.template;
  if (Object.hasOwn(Parameters, id)) return Parameters[id]?.Default ?? `parameter-${id}`;
  const resource = Object.hasOwn(Resources, id) ? Resources[id] : undefined;
  if (!resource)
    throw new TemplateError(
      `Template "${scope.name}" refers to "${id}", which is neither a resource nor a parameter of it.`,
    );
  return refOf(resource.Type, id, scope.names);
};

const getAtt = (id: string, attribute: string, scope: StackScope): string => {
  const resource = Object.hasOwn(scope.template.Resources, id) ? scope.template.Resources[id] : undefined;
  if (!resource)
    throw new TemplateError(`Template "${scope.name}" asks for ${attribute} of "${id}", which is no resource of it.`);
  return attributeOf(resource.Type, id, attribute, scope.names) ?? `${id}.${attribute}`;
};

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const substitute = (argument: Json, resolver: Resolver, scope: StackScope): string => {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
  return String(template).replace(
    /\$\{([^}!]+)\}|\$\{!([^}]+)\}/g,
    (_whole, name: string | undefined, literal: string) => {
      if (name === undefined) return `\${${literal}}`;
      if (own && Object.hasOwn(own as JsonObject, name)) return resolver.text((own as JsonObject)[name]) ?? '';
      const dot = name.indexOf('.');
      return String(dot < 0 ? refer(name, scope) : getAtt(name.slice(0, dot), name.slice(dot + 1), scope));
    },
  );
};

const condition = (given: Json, resolver: Resolver, { name, template: { Conditions = {} } }: StackScope): boolean => {
  const key = String(given);
  if (!Object.hasOwn(Conditions, key)) throw new TemplateError(`Template "${name}" has no condition "${key}".`);
  return resolver.value(Conditions[key]) === true;
};

const CARRY: Readonly<Record<string, Carry>> = {
  Ref: (id, _resolver, scope) => refer(String(id), scope),
  'Fn::GetAtt': (argument, _resolver, scope) => {
    const [id, attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
    return getAtt(String(id), String(attribute), scope);
  },
  'Fn::Join': (argument, resolver) => {
    const [separator, parts] = list(argument);
    return list(resolver.value(parts)).map(String).join(String(separator));
  },
  'Fn::Sub': substitute,
  'Fn::Select': (argument, resolver) => {
    const [index, values] = list(argument);
    return list(resolver.value(values))[Number(resolver.value(index))];
  },
  'Fn::Split': (argument, resolver) => {
    const [separator, text] = list(argument);
    return (resolver.text(text) ?? '').split(String(separator));
  },
  'Fn::ImportValue': (argument, resolver, scope) => scope.imported(resolver.text(argument) ?? ''),
  'Fn::If': (argument, resolver, scope) => {
    const [name, yes, no] = list(argument);
    return resolver.value(condition(name ?? '', resolver, scope) ? yes : no);
  },
  'Fn::Equals': (argument, resolver) => {
    const [a, b] = list(argument);
    return JSON.stringify(resolver.value(a)) === JSON.stringify(resolver.value(b));
  },
  'Fn::Not': (argument, resolver) => resolver.value(list(argument)[0]) !== true,
  'Fn::And': (argument, resolver) => list(argument).every((each) => resolver.value(each) === true),
  'Fn::Or': (argument, resolver) => list(argument).some((each) => resolver.value(each) === true),
  Condition: (name, resolver, scope) => condition(name, resolver, scope),
  'Fn::FindInMap': (argument, resolver, { template }) => {
    const [map, first, second] = list(resolver.value(argument)).map(String);
    return ((template.Mappings?.[map ?? ''] as JsonObject | undefined)?.[first ?? ''] as JsonObject | undefined)?.[
      second ?? ''
    ];
  },
  'Fn::Base64': (argument, resolver) => Buffer.from(resolver.text(argument) ?? '').toString('base64'),
  'Fn::GetAZs': () => [],
};

const isThere = (value: Json | undefined): value is Json => value !== undefined;

/** Carries out the intrinsic functions of one template. */
export const resolverFor = (scope: StackScope): Resolver => {
  const object = (value: JsonObject): Json | undefined => {
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only && Object.hasOwn(CARRY, only[0]))
      return CARRY[only[0]]?.(only[1], resolver, scope);
    const values = entries.map(([key, each]) => [key, resolver.value(each)] as const);
    return Object.fromEntries(values.filter((entry): entry is [string, Json] => isThere(entry[1])));
  };
  const resolver: Resolver = {
    value: (value) => {
      if (Array.isArray(value)) return value.map((each) => resolver.value(each)).filter(isThere);
      return typeof value === 'object' && value !== null ? object(value as JsonObject) : value;
    },
    text: (value) => {
      const found = resolver.value(value);
      return found === undefined || found === null ? undefined : String(found);
    },
  };
  return resolver;
};
