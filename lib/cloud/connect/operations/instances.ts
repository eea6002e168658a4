import type { InstanceAttributeType } from '@aws-sdk/client-connect';
import { AwsError } from '../../aws-error';
import type { ConnectState, Handlers } from '../connect-state';
import type { ConnectInstance } from '../instance';
import { furnish } from '../new-instance';
import { pageOf } from '../paging';
import { invalidRequest } from '../refusals';

const refuseTakenAlias = (connect: ConnectState, alias: string | undefined): void => {
  if (alias === undefined || ![...connect.instances.values()].some((instance) => instance.alias === alias)) return;
  throw invalidRequest('Invalid Input. Instance alias is already used.');
};

const isOn = (instance: ConnectInstance, attribute: InstanceAttributeType): boolean =>
  instance.attributes.get(attribute) === 'true';

const described = (instance: ConnectInstance) => ({
  Id: instance.id,
  Arn: instance.arn,
  IdentityManagementType: instance.identityManagement,
  InstanceAlias: instance.alias,
  InstanceStatus: 'ACTIVE' as const,
  InboundCallsEnabled: isOn(instance, 'INBOUND_CALLS'),
  OutboundCallsEnabled: isOn(instance, 'OUTBOUND_CALLS'),
  ServiceRole: serviceRole(instance),
  Tags: { ...instance.tags },
});

/** The service-linked role that Connect makes for an instance. */
const serviceRole = ({ arn, id }: ConnectInstance): string =>
  `arn:aws:iam::${arn.split(':')[4]}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_${id.slice(0, 8)}`;

const attributeOf = ({ attributes }: ConnectInstance, type: string): string => {
  const value = attributes.get(type);
  if (value !== undefined) return value;
  throw new AwsError('ResourceNotFoundException', `There is no instance attribute ${type}.`, 404);
};

const refuseWithNumbers = ({ phoneNumbers }: ConnectState, { id }: ConnectInstance): void => {
  const number = [...phoneNumbers.values()].find(({ instanceId }) => instanceId === id);
  if (number !== undefined)
    throw invalidRequest(`The phone number ${number.number} belongs to the instance; release it first.`);
};

export const instanceOperations = {
  CreateInstance: (connect, input) => {
    const { IdentityManagementType: identity, InstanceAlias, DirectoryId } = input;
    if (InstanceAlias === undefined && identity !== 'EXISTING_DIRECTORY') {
      throw invalidRequest(`InstanceAlias is missing; only an instance with an existing directory can do without.`);
    }
    refuseTakenAlias(connect, InstanceAlias);
    const instance = connect.newInstance(InstanceAlias, identity, DirectoryId);
    instance.tags = { ...input.Tags };
    furnish(connect, instance);
    instance.attributes.set('INBOUND_CALLS', String(input.InboundCallsEnabled));
    instance.attributes.set('OUTBOUND_CALLS', String(input.OutboundCallsEnabled));
    connect.instances.set(instance.id, instance);
    return { Id: instance.id, Arn: instance.arn };
  },

  DescribeInstance: (connect, { InstanceId }) => ({ Instance: described(connect.instance(InstanceId)) }),

  ListInstances: (connect, input) => {
    const all = [...connect.instances.values()].map(described).map(({ Tags: _, ...summary }) => summary);
    const { page, NextToken } = pageOf(all, input, connect.settings.pageSize);
    return { InstanceSummaryList: page, NextToken };
  },

  DeleteInstance: (connect, { InstanceId }) => {
    const instance = connect.instance(InstanceId);
    refuseWithNumbers(connect, instance);
    connect.instances.delete(instance.id);
    return {};
  },

  DescribeInstanceAttribute: (connect, { InstanceId, AttributeType }) => {
    const Value = attributeOf(connect.instance(InstanceId), AttributeType);
    return { Attribute: { AttributeType, Value } };
  },

  ListInstanceAttributes: (connect, input) => {
    const all = [...connect.instance(input.InstanceId).attributes].map(([AttributeType, Value]) => ({
      AttributeType: AttributeType as InstanceAttributeType,
      Value,
    }));
    const { page, NextToken } = pageOf(all, input, connect.settings.pageSize);
    return { Attributes: page, NextToken };
  },

  UpdateInstanceAttribute: (connect, { InstanceId, AttributeType, Value }) => {
    const instance = connect.instance(InstanceId);
    attributeOf(instance, AttributeType);
    instance.attributes.set(AttributeType, Value);
    return {};
  },
} satisfies Handlers;
