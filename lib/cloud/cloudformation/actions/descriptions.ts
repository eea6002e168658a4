import { AwsError } from '../../aws-error';
import { requiredText, textIn } from '../../http/query-protocol';
import type { Action } from '../cloudformation-service';
import { STACK_TYPE, type Stack, type StackEvent, type StackResource } from '../stack';
import type { StackParameter } from '../template/parameters';
import { isObject } from '../template/template';
import { sourceIn } from './source';

const HIDDEN = '****';

const parameter = ({ key, value, resolved, isSecret }: StackParameter) => ({
  ParameterKey: key,
  ParameterValue: isSecret ? HIDDEN : value,
  ResolvedValue: resolved,
});

const described = (stack: Stack) => ({
  StackId: stack.id,
  StackName: stack.name,
  Description: stack.source?.template.description,
  Parameters: (stack.source?.parameters ?? []).map(parameter),
  CreationTime: stack.created,
  LastUpdatedTime: stack.updated,
  DeletionTime: stack.deleted,
  StackStatus: stack.status,
  StackStatusReason: stack.statusReason,
  DisableRollback: false,
  NotificationARNs: stack.source?.notificationArns ?? [],
  Capabilities: stack.source?.capabilities ?? [],
  RoleARN: stack.source?.roleArn,
  Tags: Object.entries(stack.source?.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
  EnableTerminationProtection: stack.terminationProtection,
  Outputs: stack.outputs.map(({ name, value, description, exportName }) => ({
    OutputKey: name,
    OutputValue: value,
    Description: description,
    ExportName: exportName,
  })),
});

const event = (
  { id: StackId, name: StackName }: Stack,
  { id, time, operationId, token, properties, ...rest }: StackEvent,
) => ({
  StackId,
  StackName,
  EventId: id,
  LogicalResourceId: rest.logicalId,
  PhysicalResourceId: rest.physicalId,
  ResourceType: rest.type,
  Timestamp: time,
  ResourceStatus: rest.status,
  ResourceStatusReason: rest.reason,
  ResourceProperties: properties === undefined ? undefined : JSON.stringify(properties),
  ClientRequestToken: token,
  OperationId: operationId,
});

type Shown = Pick<StackResource, 'logicalId' | 'physicalId' | 'type' | 'status'>;

const resource = (stack: Stack, { logicalId, physicalId, type, status }: Shown) => ({
  StackId: stack.id,
  StackName: stack.name,
  LogicalResourceId: logicalId,
  PhysicalResourceId: physicalId,
  ResourceType: type,
  Timestamp: stack.updated ?? stack.created,
  LastUpdatedTimestamp: stack.updated ?? stack.created,
  ResourceStatus: status,
});

const describeStacks: Action = ({ stacks }, input) => {
  const name = textIn(input, 'StackName');
  return { Stacks: (name === undefined ? stacks.list() : [stacks.get(name)]).map(described) };
};

const describeEvents: Action = ({ stacks }, input) => {
  const name = requiredText(input, 'StackName');
  const stack = stacks.find(name);
  if (stack === undefined) throw new AwsError('ValidationError', `Stack [${name}] does not exist`);
  return { StackEvents: stack.events.map((each) => event(stack, each)) };
};

/** Resources that are gone, as the newest events tell of them: clients look for the functions of failed deployments. */
const deletedResources = ({ events, resources }: Stack): readonly StackEvent[] => {
  const newest = new Map<string, StackEvent>();
  for (const each of events) if (!newest.has(each.logicalId)) newest.set(each.logicalId, each);
  return [...newest.values()].filter(
    ({ logicalId, status }) => status === 'DELETE_COMPLETE' && !resources.has(logicalId),
  );
};

const describeResources: Action = ({ stacks }, input) => {
  const stack = stacks.get(requiredText(input, 'StackName'));
  const logicalId = textIn(input, 'LogicalResourceId');
  const all = [...stack.resources.values(), ...deletedResources(stack).filter(({ type }) => type !== STACK_TYPE)];
  const found = all.filter((each) => [undefined, each.logicalId].includes(logicalId));
  return { StackResources: found.map((each) => resource(stack, each)) };
};

const describeResource: Action = ({ stacks }, input) => {
  const stack = stacks.get(requiredText(input, 'StackName'));
  const found = stack.resources.get(requiredText(input, 'LogicalResourceId'));
  if (found === undefined) throw new AwsError('ValidationError', `Resource does not exist for stack ${stack.name}`);
  return { StackResourceDetail: resource(stack, found) };
};

const listResources: Action = ({ stacks }, input) => {
  const stack = stacks.get(requiredText(input, 'StackName'));
  return { StackResourceSummaries: [...stack.resources.values()].map((each) => resource(stack, each)) };
};

const getTemplate: Action = ({ stacks }, input) => {
  const stack = stacks.get(requiredText(input, 'StackName'));
  const changeSet = stack.changeSets.get(textIn(input, 'ChangeSetName') ?? '');
  const TemplateBody = (changeSet?.source ?? stack.source)?.template.text ?? '{}';
  return { TemplateBody, StagesAvailable: ['Original', 'Processed'] };
};

const templateSummary: Action = (service, input) => {
  const name = textIn(input, 'StackName');
  const stack = name === undefined ? undefined : service.stacks.get(name);
  const template = stack?.source?.template ?? sourceIn(service, input, undefined).template;
  const Parameters = Object.entries(template.parameters).map(([ParameterKey, spec]) => {
    const { Type, Default, Description } = isObject(spec) ? spec : {};
    return { ParameterKey, ParameterType: Type, DefaultValue: Default, Description };
  });
  const ResourceTypes = [...new Set([...template.resources.values()].map(({ type }) => type))];
  return { Parameters, ResourceTypes, Description: template.description };
};

const listStacks: Action = ({ stacks }) => ({
  StackSummaries: stacks.list().map((stack) => ({
    StackId: stack.id,
    StackName: stack.name,
    CreationTime: stack.created,
    LastUpdatedTime: stack.updated,
    StackStatus: stack.status,
  })),
});

const listExports: Action = ({ stacks }) => ({
  Exports: stacks.exports().map(({ stack, output }) => ({
    ExportingStackId: stack.id,
    Name: output.exportName,
    Value: output.value,
  })),
});

const listImports: Action = ({ stacks }, input) => ({
  Imports: stacks.importers(requiredText(input, 'ExportName')).map(({ name }) => name),
});

/** Failures of a stack's last operation, as newer clients ask for them. */
const describeOperationEvents: Action = ({ stacks }, input) => {
  const stack = stacks.find(textIn(input, 'StackName') ?? '');
  const failed = (stack?.events ?? []).filter(({ status, type }) => status.endsWith('_FAILED') && type !== STACK_TYPE);
  return { OperationEvents: stack === undefined ? [] : failed.map((each) => event(stack, each)) };
};

export const DESCRIPTION_ACTIONS = {
  DescribeEvents: describeOperationEvents,
  DescribeStackEvents: describeEvents,
  DescribeStackResource: describeResource,
  DescribeStackResources: describeResources,
  DescribeStacks: describeStacks,
  GetTemplate: getTemplate,
  GetTemplateSummary: templateSummary,
  ListExports: listExports,
  ListHookResults: () => ({ HookResults: [] }),
  ListImports: listImports,
  ListStackResources: listResources,
  ListStacks: listStacks,
} as const satisfies Readonly<Record<string, Action>>;
