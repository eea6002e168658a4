import { AwsError } from '../../aws-error';
import { arnIn } from '../../environment';
import { isTrue, type QueryInput, requiredText, textIn } from '../../http/query-protocol';
import type { ChangeSet } from '../change-set';
import type { Action, CloudFormationService } from '../cloudformation-service';
import { planOf, refuseBadSource } from '../create-change-set';
import { Deployment } from '../deployment';
import { StackOperation } from '../operation';
import type { ChangeDetail, ResourceChange } from '../plan';
import type { Stack } from '../stack';
import { refuseNotUpdatable, sourceIn, stackName } from './source';

/** The stack of a change set: one that is there for an update, a new one for a creation. */
const stackFor = (service: CloudFormationService, name: string, type: string): Stack => {
  const found = service.stacks.find(name);
  const stack = found?.deleted === undefined ? found : undefined;
  if (type === 'CREATE') {
    if (stack === undefined) return service.stacks.create(name);
    if (stack.status === 'REVIEW_IN_PROGRESS') return stack;
    throw new AwsError(
      'ValidationError',
      `Stack [${name}] already exists and cannot be created again with a change set.`,
    );
  }
  if (type !== 'UPDATE')
    throw new AwsError('ValidationError', `The embedded cloud makes no change sets of type ${type}.`);
  if (stack === undefined) throw new AwsError('ValidationError', `Stack [${name}] does not exist`);
  refuseNotUpdatable(stack);
  return stack;
};

const changeSetAt = (service: CloudFormationService, input: QueryInput): { stack: Stack; changeSet: ChangeSet } => {
  const reference = requiredText(input, 'ChangeSetName');
  const name = textIn(input, 'StackName');
  const stacks = name === undefined ? service.stacks.list() : [service.stacks.find(name)];
  for (const stack of stacks) {
    const changeSet = [...(stack?.changeSets.values() ?? [])].find((each) => [each.name, each.id].includes(reference));
    if (stack !== undefined && changeSet !== undefined) return { stack, changeSet };
  }
  throw new AwsError('ChangeSetNotFound', `ChangeSet [${reference}] does not exist`, 404);
};

const create: Action = (service, input) => {
  const { environment } = service.services;
  const known = service.stacks.find(stackName(input));
  const source = sourceIn(service, input, known);
  refuseBadSource(source);
  const stack = stackFor(service, stackName(input), textIn(input, 'ChangeSetType') ?? 'UPDATE');
  const { services, stacks, dynamic } = service;
  const name = requiredText(input, 'ChangeSetName');
  if (stack.changeSets.has(name)) throw new AwsError('AlreadyExistsException', `ChangeSet ${name} already exists`);
  const plan = planned(() => planOf({ services, stacks, stack, dynamic }, source), service, stack);
  const id = arnIn(
    environment,
    'cloudformation',
    `changeSet/${name}/${environment.identifiers.uuid('change set', stack.id, name)}`,
  );
  const description = textIn(input, 'Description');
  stack.changeSets.set(name, { id, name, description, created: environment.clock(), source, ...plan });
  return { Id: id, StackId: stack.id };
};

/** A stack that was only made for a change set goes again where the change set is refused. */
const planned = <T>(plan: () => T, { stacks }: CloudFormationService, stack: Stack): T => {
  try {
    return plan();
  } catch (error) {
    if (stack.status === 'REVIEW_IN_PROGRESS' && stack.changeSets.size === 0) stacks.forget(stack);
    throw error;
  }
};

const detail = ({ attribute, name, evaluation, requiresRecreation }: ChangeDetail) => ({
  Target: { Attribute: attribute, Name: name, RequiresRecreation: requiresRecreation },
  Evaluation: evaluation,
  ChangeSource: evaluation === 'Static' ? 'DirectModification' : 'ResourceReference',
});

const shown = (change: ResourceChange) => ({
  Type: 'Resource',
  ResourceChange: {
    PolicyAction: change.policyAction,
    Action: change.action,
    LogicalResourceId: change.logicalId,
    PhysicalResourceId: change.physicalId,
    ResourceType: change.type,
    Replacement: change.replacement,
    Scope: [...new Set(change.details.map(({ attribute }) => attribute))],
    Details: change.details.map(detail),
  },
});

const describe: Action = (service, input) => {
  const { stack, changeSet } = changeSetAt(service, input);
  const { source, failure } = changeSet;
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: stack.id,
    StackName: stack.name,
    Description: changeSet.description,
    CreationTime: changeSet.created,
    ExecutionStatus: failure === undefined ? 'AVAILABLE' : 'UNAVAILABLE',
    Status: failure === undefined ? 'CREATE_COMPLETE' : 'FAILED',
    StatusReason: failure,
    Parameters: source.parameters.map(({ key, value }) => ({ ParameterKey: key, ParameterValue: value })),
    Capabilities: source.capabilities,
    Tags: Object.entries(source.tags).map(([Key, Value]) => ({ Key, Value })),
    Changes: changeSet.changes.map(shown),
  };
};

const execute: Action = async (service, input) => {
  const { stack, changeSet } = changeSetAt(service, input);
  if (changeSet.failure !== undefined) {
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current status of [FAILED]`,
    );
  }
  if (stack.status !== 'REVIEW_IN_PROGRESS') refuseNotUpdatable(stack);
  stack.changeSets.clear();
  const { services, stacks, dynamic } = service;
  const settings = { services, stacks, stack, token: textIn(input, 'ClientRequestToken') };
  const options = { disableRollback: isTrue(input, 'DisableRollback'), dynamic };
  await service.start(new Deployment(settings, changeSet.source, options).run());
  return {};
};

const remove: Action = (service, input) => {
  const stack = service.stacks.find(requiredText(input, 'StackName'));
  const reference = requiredText(input, 'ChangeSetName');
  for (const { name, id } of stack?.changeSets.values() ?? []) {
    if (reference === name || reference === id) stack?.changeSets.delete(name);
  }
  return {};
};

const list: Action = (service, input) => {
  const stack = service.stacks.get(requiredText(input, 'StackName'));
  const Summaries = [...stack.changeSets.values()].map(({ name, id, failure, created }) => ({
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: id,
    ChangeSetName: name,
    Status: failure === undefined ? 'CREATE_COMPLETE' : 'FAILED',
    ExecutionStatus: failure === undefined ? 'AVAILABLE' : 'UNAVAILABLE',
    StatusReason: failure,
    CreationTime: created,
  }));
  return { Summaries };
};

/** The first event of a stack that is only looked at so far. */
const createReviewed: Action = (service, input) => {
  const before = service.stacks.find(stackName(input));
  const answer = create(service, input) as { readonly StackId: string };
  if (before === undefined || before.deleted !== undefined) {
    const stack = service.stacks.get(answer.StackId);
    const { services, stacks } = service;
    new StackOperation({ services, stacks, stack, token: undefined }).enter('REVIEW_IN_PROGRESS', 'User Initiated');
  }
  return answer;
};

export const CHANGE_SET_ACTIONS = {
  CreateChangeSet: createReviewed,
  DescribeChangeSet: describe,
  ExecuteChangeSet: execute,
  DeleteChangeSet: remove,
  ListChangeSets: list,
} as const satisfies Readonly<Record<string, Action>>;
