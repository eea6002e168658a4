import { AwsError } from '../../aws-error';
import type { Handlers } from '../connect-state';
import type { ConnectInstance, StorageAssociation } from '../instance';
import { pageOf } from '../paging';

const storageAt = ({ storage }: ConnectInstance, id: string, resourceType: string): StorageAssociation => {
  const found = storage.get(id);
  if (found?.resourceType === resourceType) return found;
  throw new AwsError('ResourceNotFoundException', `There is no storage ${id} for ${resourceType}.`, 404);
};

const refuseSecond = ({ storage }: ConnectInstance, resourceType: string): void => {
  if (![...storage.values()].some((each) => each.resourceType === resourceType)) return;
  throw new AwsError('ResourceConflictException', `The instance has a storage for ${resourceType} already.`, 409);
};

export const storageOperations = {
  AssociateInstanceStorageConfig: (connect, { InstanceId, ResourceType, StorageConfig }) => {
    const instance = connect.instance(InstanceId);
    refuseSecond(instance, ResourceType);
    const id = connect.environment.identifiers.uuid('storage', instance.id, ResourceType);
    instance.storage.set(id, { id, resourceType: ResourceType, config: { ...StorageConfig, AssociationId: id } });
    return { AssociationId: id };
  },

  DescribeInstanceStorageConfig: (connect, { InstanceId, AssociationId, ResourceType }) => ({
    StorageConfig: storageAt(connect.instance(InstanceId), AssociationId, ResourceType).config,
  }),

  ListInstanceStorageConfigs: (connect, input) => {
    const all = [...connect.instance(input.InstanceId).storage.values()];
    const configs = all.filter(({ resourceType }) => resourceType === input.ResourceType).map(({ config }) => config);
    const { page, NextToken } = pageOf(configs, input, connect.settings.pageSize);
    return { StorageConfigs: page, NextToken };
  },

  UpdateInstanceStorageConfig: (connect, { InstanceId, AssociationId, ResourceType, StorageConfig }) => {
    const association = storageAt(connect.instance(InstanceId), AssociationId, ResourceType);
    association.config = { ...StorageConfig, AssociationId };
    return {};
  },

  DisassociateInstanceStorageConfig: (connect, { InstanceId, AssociationId, ResourceType }) => {
    const instance = connect.instance(InstanceId);
    instance.storage.delete(storageAt(instance, AssociationId, ResourceType).id);
    return {};
  },
} satisfies Handlers;
