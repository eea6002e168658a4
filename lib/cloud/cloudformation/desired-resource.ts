import type { Json, JsonObject } from '../../language';
import type { ResourceProvider } from './provider';
import { providerOf } from './providers';
import type { Stack, StackSource } from './stack';
import { evaluate, type Scope } from './template/evaluate';
import { dependenciesOf } from './template/references';
import { isObject, type ResourceDeclaration } from './template/template';
import type { ValueObject } from './template/value';

type Tags = Readonly<Record<string, string>>;

/** Tags that CloudFormation puts on everything that takes tags. */
const stackTags = ({ id, name }: Stack, { tags }: StackSource, logicalId: string): Tags => ({
  ...tags,
  'aws:cloudformation:logical-id': logicalId,
  'aws:cloudformation:stack-id': id,
  'aws:cloudformation:stack-name': name,
});

const ownTags = (given: Json): Tags => {
  if (isObject(given)) return given as Tags;
  const list = Array.isArray(given) ? (given as readonly JsonObject[]) : [];
  return Object.fromEntries(list.map(({ Key, Value }) => [String(Key), String(Value)]));
};

const tagged = (properties: JsonObject, { tags: kind }: ResourceProvider, more: Tags): JsonObject => {
  if (kind === 'none') return properties;
  const all = { ...more, ...ownTags(properties.Tags ?? []) };
  const keys = Object.keys(all).sort();
  const Tags = kind === 'map' ? all : keys.map((Key) => ({ Key, Value: all[Key] as string }));
  return { ...properties, Tags };
};

/** The properties of a resource with all functions carried out, and with the tags of its stack. */
export const evaluatedProperties = (
  { properties, logicalId, type }: ResourceDeclaration,
  stack: Stack,
  source: StackSource,
  scope: Scope,
): ValueObject => {
  const values = evaluate(properties, scope) as unknown as JsonObject;
  const provider = providerOf(type) as ResourceProvider;
  return tagged(values, provider, stackTags(stack, source, logicalId)) as ValueObject;
};

const missing = ({ required }: ResourceProvider, properties: JsonObject): readonly string[] =>
  required.filter((name) => !Object.hasOwn(properties, name));

const extraneous = ({ required, optional }: ResourceProvider, properties: JsonObject): readonly string[] =>
  optional === 'any'
    ? []
    : Object.keys(properties).filter((name) => !required.includes(name) && !optional.includes(name));

/** @throws Error in CloudFormation's words for properties that the type does not have, or lacks */
export const refuseBadProperties = ({ logicalId, type }: ResourceDeclaration, properties: JsonObject): void => {
  const provider = providerOf(type) as ResourceProvider;
  const problems = [
    ...missing(provider, properties).map((name) => `#: required key [${name}] not found`),
    ...extraneous(provider, properties).map((name) => `#: extraneous key [${name}] is not permitted`),
  ];
  if (problems.length === 0) return;
  const known = [...provider.required, ...provider.optional].sort().join(', ');
  throw new Error(
    `Properties validation failed for resource ${logicalId} with message:\n${problems.join('\n')}\n` +
      `The embedded cloud knows these properties of ${type}: ${known}.`,
  );
};

/** Resources whose conditions hold. */
export const wantedResources = ({ template }: StackSource, scope: Scope): readonly ResourceDeclaration[] =>
  [...template.resources.values()].filter(({ condition }) => condition === undefined || scope.condition(condition));

/** What each of some resources needs, among these. */
export const dependencyMap = (
  wanted: readonly ResourceDeclaration[],
  { template }: StackSource,
  scope: Scope,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const ids = new Set(wanted.map(({ logicalId }) => logicalId));
  return new Map(
    wanted.map((declaration) => {
      const needed = dependenciesOf(declaration, template, scope.condition);
      return [declaration.logicalId, new Set([...needed].filter((id) => ids.has(id)))];
    }),
  );
};
