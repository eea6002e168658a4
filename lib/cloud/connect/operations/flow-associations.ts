import { AwsError } from '../../aws-error';
import type { ConnectState, Handlers } from '../connect-state';
import type { ConnectInstance } from '../instance';
import { pageOf } from '../paging';

const keyOf = (resourceType: string, resourceId: string): string => `${resourceType} ${resourceId}`;

const associationAt = (instance: ConnectInstance, resourceType: string, resourceId: string) => {
  const found = instance.flowAssociations.get(keyOf(resourceType, resourceId));
  if (found !== undefined) return found;
  throw new AwsError('ResourceNotFoundException', `No flow is associated with ${resourceType} ${resourceId}.`, 404);
};

/** For a number, what the service calls the id of the resource is its ARN. */
const ofNumbers = ({ phoneNumbers }: ConnectState, { id }: ConnectInstance) =>
  [...phoneNumbers.values()].flatMap(({ arn: resourceId, instanceId, flowId }) =>
    instanceId === id && flowId !== undefined ? [{ resourceType: 'VOICE_PHONE_NUMBER', resourceId, flowId }] : [],
  );

const summaryOf = (instance: ConnectInstance, each: { resourceType: string; resourceId: string; flowId: string }) => ({
  ResourceId: each.resourceId,
  FlowId: `${instance.arn}/contact-flow/${each.flowId}`,
  ResourceType: each.resourceType as 'VOICE_PHONE_NUMBER',
});

export const flowAssociationOperations = {
  AssociateFlow: (connect, { InstanceId, ResourceId: resourceId, FlowId, ResourceType: resourceType }) => {
    const instance = connect.instance(InstanceId);
    const flowId = instance.flows.get(FlowId).id;
    instance.flowAssociations.set(keyOf(resourceType, resourceId), { resourceType, resourceId, flowId });
    return {};
  },

  GetFlowAssociation: (connect, { InstanceId, ResourceId, ResourceType }) => {
    const instance = connect.instance(InstanceId);
    return { ...summaryOf(instance, associationAt(instance, ResourceType, ResourceId)), ResourceType };
  },

  DisassociateFlow: (connect, { InstanceId, ResourceId, ResourceType }) => {
    const instance = connect.instance(InstanceId);
    associationAt(instance, ResourceType, ResourceId);
    instance.flowAssociations.delete(keyOf(ResourceType, ResourceId));
    return {};
  },

  BatchGetFlowAssociation: (connect, { InstanceId, ResourceIds }) => {
    const instance = connect.instance(InstanceId);
    const all = [...ofNumbers(connect, instance), ...instance.flowAssociations.values()];
    const wanted = all.filter(({ resourceId }) => ResourceIds.includes(resourceId));
    return { FlowAssociationSummaryList: wanted.map((each) => summaryOf(instance, each)) };
  },

  ListFlowAssociations: (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    const all = [...ofNumbers(connect, instance), ...instance.flowAssociations.values()];
    const wanted = all.filter(({ resourceType }) => [undefined, resourceType].includes(input.ResourceType));
    const summaries = wanted.map((each) => summaryOf(instance, each));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { FlowAssociationSummaryList: page, NextToken };
  },
} satisfies Handlers;
