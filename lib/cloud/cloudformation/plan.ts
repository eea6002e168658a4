import { dependencyMap, evaluatedProperties, wantedResources } from './desired-resource';
import type { ResourceProvider } from './provider';
import { providerOf } from './providers';
import type { ResourceFacts } from './scope';
import type { Stack, StackResource, StackSource } from './stack';
import type { Scope } from './template/evaluate';
import { ordered } from './template/order';
import type { ResourceDeclaration } from './template/template';
import { hasUnknown, isSameValue, UNKNOWN, type Value, type ValueObject } from './template/value';

type Replacement = 'True' | 'False' | 'Conditional';

export interface ChangeDetail {
  readonly attribute: string;
  readonly name: string | undefined;
  readonly evaluation: 'Static' | 'Dynamic';
  readonly requiresRecreation: 'Always' | 'Never' | 'Conditionally';
}

/** What a change set would do with one resource. */
export interface ResourceChange {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string | undefined;
  readonly replacement: Replacement | undefined;
  readonly policyAction: string | undefined;
  readonly details: readonly ChangeDetail[];
}

/** Types whose attributes change with their properties. */
const isVolatile = (type: string, { attributes }: ResourceProvider): boolean =>
  attributes === 'any' || type === 'AWS::SSM::Parameter';

const unknownFacts: ResourceFacts = { ref: UNKNOWN, attribute: () => UNKNOWN };

const propertyDetail = (name: string, value: Value | undefined, { createOnly }: ResourceProvider): ChangeDetail => {
  const isDynamic = value !== undefined && hasUnknown(value);
  const recreation = isDynamic ? 'Conditionally' : 'Always';
  return {
    attribute: 'Properties',
    name,
    evaluation: isDynamic ? 'Dynamic' : 'Static',
    requiresRecreation: createOnly.includes(name) ? recreation : 'Never',
  };
};

const propertyDetails = (
  existing: StackResource,
  properties: ValueObject,
  provider: ResourceProvider,
): readonly ChangeDetail[] => {
  const before = existing.properties as ValueObject;
  const names = [...new Set([...Object.keys(before), ...Object.keys(properties)])];
  return names
    .filter((name) => !isSameValue(before[name], properties[name]))
    .map((name) => propertyDetail(name, properties[name], provider));
};

const attributeDetails = (existing: StackResource, declaration: ResourceDeclaration): readonly ChangeDetail[] => {
  const pairs = {
    Metadata: [existing.metadata, declaration.metadata],
    DeletionPolicy: [existing.deletionPolicy, declaration.deletionPolicy],
    UpdateReplacePolicy: [existing.updateReplacePolicy, declaration.updateReplacePolicy],
  } as const;
  return Object.entries(pairs)
    .filter(([, [before, after]]) => !isSameValue(before as Value, after as Value))
    .map(([attribute]) => ({ attribute, name: undefined, evaluation: 'Static', requiresRecreation: 'Never' }));
};

const replacementOf = (details: readonly ChangeDetail[], isOtherType: boolean): Replacement => {
  if (isOtherType || details.some(({ requiresRecreation }) => requiresRecreation === 'Always')) return 'True';
  return details.some(({ requiresRecreation }) => requiresRecreation === 'Conditionally') ? 'Conditional' : 'False';
};

const POLICY_ACTIONS: Readonly<Record<string, string>> = { Retain: 'Retain', Snapshot: 'Snapshot' };

const addition = ({ logicalId, type }: ResourceDeclaration): ResourceChange => ({
  action: 'Add',
  logicalId,
  type,
  physicalId: undefined,
  replacement: undefined,
  policyAction: undefined,
  details: [],
});

const removal = ({ logicalId, type, physicalId, deletionPolicy }: StackResource): ResourceChange => ({
  action: 'Remove',
  logicalId,
  type,
  physicalId,
  replacement: undefined,
  policyAction: POLICY_ACTIONS[deletionPolicy] ?? 'Delete',
  details: [],
});

const modification = (
  existing: StackResource,
  declaration: ResourceDeclaration,
  properties: ValueObject,
): ResourceChange | undefined => {
  const provider = providerOf(declaration.type) as ResourceProvider;
  const details = [...propertyDetails(existing, properties, provider), ...attributeDetails(existing, declaration)];
  const isOtherType = existing.type !== declaration.type;
  if (details.length === 0 && !isOtherType) return undefined;
  const replacement = replacementOf(details, isOtherType);
  const { logicalId, type } = declaration;
  const replaced = POLICY_ACTIONS[existing.updateReplacePolicy];
  const policyAction = replacement === 'True' ? `ReplaceAnd${replaced ?? 'Delete'}` : undefined;
  return { action: 'Modify', logicalId, type, physicalId: existing.physicalId, replacement, policyAction, details };
};

const factsAfter = (existing: StackResource, change: ResourceChange | undefined): ResourceFacts => {
  if (change !== undefined && change.replacement !== 'False') return unknownFacts;
  const provider = providerOf(existing.type) as ResourceProvider;
  const isChanging = change !== undefined && isVolatile(existing.type, provider);
  const { attributes, physicalId } = existing;
  return { ref: physicalId, attribute: (name) => (isChanging ? UNKNOWN : (attributes[name] as Value | undefined)) };
};

/** What a deployment of a source would do with the resources of a stack, as far as can be told before. */
export const plannedChanges = (
  stack: Stack,
  source: StackSource,
  scopeWith: (resource: (logicalId: string) => ResourceFacts | undefined) => Scope,
): readonly ResourceChange[] => {
  const facts = new Map<string, ResourceFacts>();
  const scope = scopeWith((logicalId) => facts.get(logicalId));
  const wanted = new Map(wantedResources(source, scope).map((declaration) => [declaration.logicalId, declaration]));
  const changes = ordered(dependencyMap([...wanted.values()], source, scope)).flatMap((id) => {
    const declaration = wanted.get(id) as ResourceDeclaration;
    const existing = stack.resources.get(id);
    const properties = evaluatedProperties(declaration, stack, source, scope);
    const change = existing === undefined ? addition(declaration) : modification(existing, declaration, properties);
    facts.set(id, existing === undefined ? unknownFacts : factsAfter(existing, change));
    return change === undefined ? [] : [change];
  });
  const removed = [...stack.resources.values()].filter(({ logicalId }) => !wanted.has(logicalId));
  return [...changes, ...removed.map(removal)];
};
