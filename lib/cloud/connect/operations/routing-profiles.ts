import type { RoutingProfileQueueConfig, RoutingProfileQueueReference } from '@aws-sdk/client-connect';
import type { Handlers } from '../connect-state';
import type { ConnectInstance, RoutedQueues, RoutingProfile } from '../instance';
import { pageOf } from '../paging';
import { checkName, invalidParameter, refuseInUse, refuseTooMany } from '../refusals';
import { queueId } from './queues';

const LONGEST_NAME = 127;
/** The API takes so many queues in one call. */
const QUEUES_AT_ONCE = 10;
const MOST_AT_ONCE: Readonly<Record<string, number>> = { VOICE: 1, CHAT: 10, TASK: 10, EMAIL: 10 };

const checkConcurrency = (concurrency: readonly { Channel?: string; Concurrency?: number }[]): void => {
  for (const { Channel = '', Concurrency = 0 } of concurrency) {
    const most = MOST_AT_ONCE[Channel] ?? 0;
    if (Concurrency >= 1 && Concurrency <= most) continue;
    throw invalidParameter(`Concurrency of ${Channel} is ${Concurrency}; it has to be 1 to ${most}.`);
  }
};

const keyOf = (instance: ConnectInstance, reference: RoutingProfileQueueReference | undefined): string =>
  `${queueId(instance, reference?.QueueId ?? '')}/${reference?.Channel}`;

const addQueues = (
  instance: ConnectInstance,
  queues: RoutedQueues,
  configs: readonly RoutingProfileQueueConfig[],
): void => {
  refuseTooMany('QueueConfigs', configs, QUEUES_AT_ONCE);
  const entries = configs.map(({ QueueReference, Priority = 1, Delay = 0 }) => {
    return [keyOf(instance, QueueReference), { priority: Priority, delaySeconds: Delay }] as const;
  });
  for (const [key, value] of entries) queues.set(key, value);
};

const described = (profile: RoutingProfile, instance: ConnectInstance) => ({
  InstanceId: instance.id,
  Name: profile.name,
  RoutingProfileArn: profile.arn,
  RoutingProfileId: profile.id,
  Description: profile.description,
  MediaConcurrencies: [...profile.concurrency],
  DefaultOutboundQueueId: profile.defaultOutboundQueueId,
  NumberOfAssociatedQueues: profile.queues.size,
  NumberOfAssociatedUsers: usersOf(instance, profile).length,
  AgentAvailabilityTimer: profile.agentAvailabilityTimer,
  Tags: { ...profile.tags },
});

const usersOf = ({ users }: ConnectInstance, { id }: RoutingProfile) =>
  users.list().filter(({ routingProfileId }) => routingProfileId === id);

export const routingProfileOperations = {
  CreateRoutingProfile: (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    checkName(input.Name, LONGEST_NAME);
    checkConcurrency(input.MediaConcurrencies);
    const queues: RoutedQueues = new Map();
    addQueues(instance, queues, input.QueueConfigs ?? []);
    const profile = instance.routingProfiles.add({
      ...connect.entry(instance, 'routing-profile', input.Name, input.Tags),
      description: input.Description,
      defaultOutboundQueueId: queueId(instance, input.DefaultOutboundQueueId),
      concurrency: input.MediaConcurrencies,
      agentAvailabilityTimer: input.AgentAvailabilityTimer,
      queues,
    });
    return { RoutingProfileArn: profile.arn, RoutingProfileId: profile.id };
  },

  DescribeRoutingProfile: (connect, { InstanceId, RoutingProfileId }) => {
    const instance = connect.instance(InstanceId);
    return { RoutingProfile: described(instance.routingProfiles.get(RoutingProfileId), instance) };
  },

  ListRoutingProfiles: (connect, input) => {
    const all = connect.instance(input.InstanceId).routingProfiles.list();
    const summaries = all.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { RoutingProfileSummaryList: page, NextToken };
  },

  ListRoutingProfileQueues: (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    const { queues } = instance.routingProfiles.get(input.RoutingProfileId);
    const all = [...queues].map(([key, { priority, delaySeconds }]) => {
      const [id = '', channel = ''] = key.split('/');
      const { arn, name } = instance.queues.get(id);
      return {
        QueueId: id,
        QueueArn: arn,
        QueueName: name,
        Priority: priority,
        Delay: delaySeconds,
        Channel: channel as 'VOICE',
      };
    });
    const { page, NextToken } = pageOf(all, input, connect.settings.pageSize);
    return { RoutingProfileQueueConfigSummaryList: page, NextToken };
  },

  UpdateRoutingProfileName: (connect, { InstanceId, RoutingProfileId, Name, Description }) => {
    const { routingProfiles } = connect.instance(InstanceId);
    const profile = routingProfiles.get(RoutingProfileId);
    checkName(Name, LONGEST_NAME);
    routingProfiles.rename(profile, Name);
    profile.description = Description ?? profile.description;
    return {};
  },

  UpdateRoutingProfileConcurrency: (connect, { InstanceId, RoutingProfileId, MediaConcurrencies }) => {
    checkConcurrency(MediaConcurrencies);
    connect.instance(InstanceId).routingProfiles.get(RoutingProfileId).concurrency = MediaConcurrencies;
    return {};
  },

  UpdateRoutingProfileDefaultOutboundQueue: (connect, { InstanceId, RoutingProfileId, DefaultOutboundQueueId }) => {
    const instance = connect.instance(InstanceId);
    const profile = instance.routingProfiles.get(RoutingProfileId);
    profile.defaultOutboundQueueId = queueId(instance, DefaultOutboundQueueId);
    return {};
  },

  UpdateRoutingProfileAgentAvailabilityTimer: (connect, { InstanceId, RoutingProfileId, AgentAvailabilityTimer }) => {
    connect.instance(InstanceId).routingProfiles.get(RoutingProfileId).agentAvailabilityTimer = AgentAvailabilityTimer;
    return {};
  },

  AssociateRoutingProfileQueues: (connect, { InstanceId, RoutingProfileId, QueueConfigs = [] }) => {
    const instance = connect.instance(InstanceId);
    addQueues(instance, instance.routingProfiles.get(RoutingProfileId).queues, QueueConfigs);
    return {};
  },

  UpdateRoutingProfileQueues: (connect, { InstanceId, RoutingProfileId, QueueConfigs }) => {
    const instance = connect.instance(InstanceId);
    addQueues(instance, instance.routingProfiles.get(RoutingProfileId).queues, QueueConfigs);
    return {};
  },

  DisassociateRoutingProfileQueues: (connect, { InstanceId, RoutingProfileId, QueueReferences = [] }) => {
    const instance = connect.instance(InstanceId);
    const { queues } = instance.routingProfiles.get(RoutingProfileId);
    refuseTooMany('QueueReferences', QueueReferences, QUEUES_AT_ONCE);
    for (const reference of QueueReferences) queues.delete(keyOf(instance, reference));
    return {};
  },

  DeleteRoutingProfile: (connect, { InstanceId, RoutingProfileId }) => {
    const instance = connect.instance(InstanceId);
    const profile = instance.routingProfiles.get(RoutingProfileId);
    refuseInUse(`The routing profile "${profile.name}"`, usersOf(instance, profile));
    instance.routingProfiles.remove(profile);
    return {};
  },
} satisfies Handlers;
