import { AwsError } from '../aws-error';
import { type ChangeSet, NO_CHANGES } from './change-set';
import type { OperationSettings } from './operation';
import { outputsOf } from './outputs';
import { plannedChanges, type ResourceChange } from './plan';
import { providerOf, RESOURCE_TYPES } from './providers';
import { type ResourceFacts, scopeOf } from './scope';
import type { StackSource } from './stack';
import type { Scope } from './template/evaluate';
import { referencesIn, refuseUnknownReferences } from './template/references';
import { refuseBrokenRules } from './template/rules';
import { type Template, templateError } from './template/template';
import { isSameValue, type Value } from './template/value';

const refuseUnknownTypes = ({ resources }: Template): void => {
  const types = [...new Set([...resources.values()].map(({ type }) => type))];
  const unknown = types.filter((type) => providerOf(type) === undefined);
  if (unknown.length === 0) return;
  const known = [...RESOURCE_TYPES, 'Custom::*'].join(', ');
  throw templateError(`Unrecognized resource types: [${unknown.join(', ')}]. The embedded cloud makes: ${known}.`);
};

const refuseUnknownAttributes = ({ resources, outputs }: Template): void => {
  const values = [
    ...[...resources.values()].map(({ properties }) => properties),
    ...[...outputs.values()].map(({ value }) => value),
  ];
  for (const { name, attribute } of values.flatMap((value) => [...referencesIn(value)])) {
    const type = resources.get(name)?.type;
    const attributes = type === undefined ? 'any' : providerOf(type)?.attributes;
    if (attribute === undefined || attributes === undefined || attributes === 'any' || attributes.includes(attribute))
      continue;
    throw new AwsError(
      'ValidationError',
      `Template error: resource ${name} does not support attribute type ${attribute} in Fn::GetAtt. It has: ${attributes.join(', ') || 'none'}.`,
    );
  }
};

const IAM_CAPABILITIES = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'];

const refuseWithoutCapability = ({ template: { resources }, capabilities }: StackSource): void => {
  const needs = [...resources.values()].some(({ type }) => type.startsWith('AWS::IAM::'));
  if (!needs || capabilities.some((capability) => IAM_CAPABILITIES.includes(capability))) return;
  throw new AwsError('InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_IAM]');
};

/** @throws AwsError for what makes a template useless whatever the stack is */
export const refuseBadSource = (source: StackSource): void => {
  refuseUnknownTypes(source.template);
  refuseUnknownReferences(source.template);
  refuseUnknownAttributes(source.template);
  refuseWithoutCapability(source);
};

interface PlanSettings extends Pick<OperationSettings, 'services' | 'stacks' | 'stack'> {
  readonly dynamic: Scope['dynamic'];
}

const scopeWith =
  ({ services, stacks, stack, dynamic }: PlanSettings, source: StackSource) =>
  (resource: (logicalId: string) => ResourceFacts | undefined): Scope =>
    scopeOf({
      environment: services.environment,
      stack,
      source,
      dynamic,
      resource,
      exported: (name) => stacks.exported(name),
    });

const asValue = (given: unknown): Value => JSON.parse(JSON.stringify(given)) as Value;

/** Whether anything of a stack would change beside its resources. */
const otherChange = (settings: PlanSettings, source: StackSource): boolean => {
  const { stack } = settings;
  if (stack.source === undefined || stack.status.endsWith('_FAILED')) return true;
  const { tags, parameters } = stack.source;
  if (!isSameValue(asValue([tags, parameters]), asValue([source.tags, source.parameters]))) return true;
  const scope = scopeWith(
    settings,
    source,
  )((id) => {
    const found = stack.resources.get(id);
    return found && { ref: found.physicalId, attribute: (name) => found.attributes[name] as Value | undefined };
  });
  return !isSameValue(asValue(outputsOf(source, scope)), asValue(stack.outputs));
};

/** What a deployment would do, or why there can be none. Problems of the form have been refused before. */
export const planOf = (settings: PlanSettings, source: StackSource): Pick<ChangeSet, 'changes' | 'failure'> => {
  const scope = scopeWith(settings, source);
  refuseBrokenRules(
    source.template,
    scope(() => undefined),
  );
  let changes: readonly ResourceChange[];
  try {
    changes = plannedChanges(settings.stack, source, scope);
  } catch (error) {
    if (error instanceof AwsError && error.message.startsWith('No export named'))
      return { changes: [], failure: error.message };
    throw error;
  }
  const isSame = changes.length === 0 && !otherChange(settings, source);
  return { changes, failure: isSame ? NO_CHANGES : undefined };
};
