import type { OutboundCallerConfig } from '@aws-sdk/client-connect';
import { type ConnectState, type Handlers, knownId } from '../connect-state';
import type { ConnectInstance, Queue } from '../instance';
import { namedFlow } from '../named-flow';
import { pageOf } from '../paging';
import { checkName, invalidParameter, kept, refuseInUse, refuseTooMany } from '../refusals';

const LONGEST_NAME = 127;
/** The API takes so many quick connects in one call. */
const QUICK_CONNECTS_AT_ONCE = 50;

const described = (queue: Queue) => ({
  Name: queue.name,
  QueueArn: queue.arn,
  QueueId: queue.id,
  Description: queue.description,
  OutboundCallerConfig: queue.outboundCaller,
  OutboundEmailConfig: queue.outboundEmail,
  HoursOfOperationId: queue.hoursId,
  MaxContacts: queue.maxContacts,
  Status: queue.status,
  Tags: { ...queue.tags },
});

const checkedCaller = (
  connect: ConnectState,
  instance: ConnectInstance,
  config: OutboundCallerConfig | undefined,
): OutboundCallerConfig | undefined => {
  const { OutboundFlowId: reference } = config ?? {};
  if (reference === undefined) return config;
  return { ...config, OutboundFlowId: namedFlow(connect, instance, reference, 'OUTBOUND_WHISPER').id };
};

const checkMaxContacts = (most: number | undefined): void => {
  if (most !== undefined && most < 0) throw invalidParameter(`MaxContacts is ${most}; it cannot be below 0.`);
};

const quickConnectIds = (instance: ConnectInstance, references: readonly string[]): readonly string[] => {
  refuseTooMany('QuickConnectIds', references, QUICK_CONNECTS_AT_ONCE);
  return references.map((reference) => instance.quickConnects.get(reference).id);
};

const users = (instance: ConnectInstance, { id }: Queue) =>
  instance.routingProfiles
    .list()
    .filter(
      (profile) =>
        profile.defaultOutboundQueueId === id || [...profile.queues.keys()].some((key) => key.startsWith(id)),
    );

const quickConnectUsers = (instance: ConnectInstance, { id }: Queue) =>
  instance.quickConnects.list().filter(({ config }) => config.QueueConfig?.QueueId === id);

const queueAt = (connect: ConnectState, { InstanceId, QueueId }: { InstanceId: string; QueueId: string }) => {
  const instance = connect.instance(InstanceId);
  return { instance, queue: instance.queues.get(QueueId) };
};

export const queueOperations = {
  CreateQueue: (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    checkName(input.Name, LONGEST_NAME);
    checkMaxContacts(input.MaxContacts);
    const queue = instance.queues.add({
      ...connect.entry(instance, 'queue', input.Name, input.Tags),
      description: input.Description,
      hoursId: instance.hours.get(input.HoursOfOperationId).id,
      maxContacts: input.MaxContacts,
      status: 'ENABLED',
      outboundCaller: checkedCaller(connect, instance, input.OutboundCallerConfig),
      outboundEmail: input.OutboundEmailConfig,
      quickConnects: new Set(quickConnectIds(instance, input.QuickConnectIds ?? [])),
    });
    return { QueueArn: queue.arn, QueueId: queue.id };
  },

  DescribeQueue: (connect, input) => {
    return { Queue: described(queueAt(connect, input).queue) };
  },

  ListQueues: (connect, input) => {
    const standard = (input.QueueTypes ?? ['STANDARD']).includes('STANDARD');
    const queues = standard ? connect.instance(input.InstanceId).queues.list() : [];
    const summaries = queues.map(({ id, arn, name }) => ({
      Id: id,
      Arn: arn,
      Name: name,
      QueueType: 'STANDARD' as const,
    }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { QueueSummaryList: page, NextToken };
  },

  UpdateQueueName: (connect, input) => {
    const { instance, queue } = queueAt(connect, input);
    checkName(input.Name, LONGEST_NAME);
    instance.queues.rename(queue, input.Name);
    queue.description = kept(input.Description, queue.description);
    return {};
  },

  UpdateQueueHoursOfOperation: (connect, input) => {
    const { instance, queue } = queueAt(connect, input);
    queue.hoursId = instance.hours.get(input.HoursOfOperationId).id;
    return {};
  },

  UpdateQueueMaxContacts: (connect, input) => {
    const { queue } = queueAt(connect, input);
    checkMaxContacts(input.MaxContacts);
    queue.maxContacts = input.MaxContacts;
    return {};
  },

  UpdateQueueOutboundCallerConfig: (connect, input) => {
    const { instance, queue } = queueAt(connect, input);
    const config = checkedCaller(connect, instance, input.OutboundCallerConfig) ?? {};
    queue.outboundCaller = Object.keys(config).length === 0 ? undefined : config;
    return {};
  },

  UpdateQueueOutboundEmailConfig: (connect, input) => {
    const { OutboundEmailConfig: config } = input;
    queueAt(connect, input).queue.outboundEmail = Object.keys(config).length === 0 ? undefined : config;
    return {};
  },

  UpdateQueueStatus: (connect, input) => {
    queueAt(connect, input).queue.status = input.Status;
    return {};
  },

  DeleteQueue: (connect, input) => {
    const { instance, queue } = queueAt(connect, input);
    refuseInUse(`The queue "${queue.name}"`, [...users(instance, queue), ...quickConnectUsers(instance, queue)]);
    instance.queues.remove(queue);
    return {};
  },

  AssociateQueueQuickConnects: (connect, input) => {
    const { instance, queue } = queueAt(connect, input);
    for (const id of quickConnectIds(instance, input.QuickConnectIds)) queue.quickConnects.add(id);
    return {};
  },

  DisassociateQueueQuickConnects: (connect, input) => {
    const { instance, queue } = queueAt(connect, input);
    for (const id of quickConnectIds(instance, input.QuickConnectIds)) queue.quickConnects.delete(id);
    return {};
  },

  ListQueueQuickConnects: (connect, input) => {
    const { instance, queue } = queueAt(connect, input);
    const all = instance.quickConnects.list().filter(({ id }) => queue.quickConnects.has(id));
    const summaries = all.map(({ id, arn, name, config }) => ({
      Id: id,
      Arn: arn,
      Name: name,
      QuickConnectType: config.QuickConnectType,
    }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { QuickConnectSummaryList: page, NextToken };
  },
} satisfies Handlers;

/** The id of a queue of an instance, checked to be there. */
export const queueId = (instance: ConnectInstance, reference: string): string =>
  knownId(instance.queues, reference) as string;
