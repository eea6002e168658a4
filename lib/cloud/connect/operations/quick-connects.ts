import type { QuickConnectConfig } from '@aws-sdk/client-connect';
import type { ConnectState, Handlers } from '../connect-state';
import type { ConnectInstance, QuickConnect } from '../instance';
import { namedFlow } from '../named-flow';
import { pageOf } from '../paging';
import { checkName, invalidParameter, kept } from '../refusals';
import { queueId } from './queues';

const LONGEST_NAME = 127;

const PARTS = { USER: 'UserConfig', QUEUE: 'QueueConfig', PHONE_NUMBER: 'PhoneConfig', FLOW: 'FlowConfig' } as const;

const E164 = /^\+[1-9]\d{1,14}$/;

const phoneOf = ({ PhoneConfig }: QuickConnectConfig) => {
  const number = PhoneConfig?.PhoneNumber ?? '';
  if (E164.test(number)) return { PhoneConfig: { PhoneNumber: number } };
  throw invalidParameter(`PhoneNumber is "${number}"; it has to be in E.164 form, like +15555550100.`);
};

/** The part that belongs to the type, with its ids checked; another part is refused. */
const checkedConfig = (
  connect: ConnectState,
  instance: ConnectInstance,
  config: QuickConnectConfig,
): QuickConnectConfig => {
  const type = config.QuickConnectType as keyof typeof PARTS;
  const part = Object.hasOwn(PARTS, type) ? PARTS[type] : undefined;
  const given = Object.keys(config).filter((key) => key !== 'QuickConnectType');
  if (part === undefined || given.join() !== part) {
    throw invalidParameter(
      `A quick connect of type ${type} takes ${part ?? 'no part'}; given are: ${given.join(', ') || 'none'}.`,
    );
  }
  return { QuickConnectType: type, ...partOf(connect, instance, config, type) };
};

const partOf = (
  connect: ConnectState,
  instance: ConnectInstance,
  config: QuickConnectConfig,
  type: keyof typeof PARTS,
): Omit<QuickConnectConfig, 'QuickConnectType'> => {
  const { UserConfig: user, QueueConfig: queue, FlowConfig: flow } = config;
  if (type === 'PHONE_NUMBER') return phoneOf(config);
  if (type === 'FLOW')
    return { FlowConfig: { ContactFlowId: namedFlow(connect, instance, flow?.ContactFlowId, 'CONTACT_FLOW').id } };
  if (type === 'QUEUE') {
    const ContactFlowId = namedFlow(connect, instance, queue?.ContactFlowId, 'QUEUE_TRANSFER').id;
    return { QueueConfig: { QueueId: queueId(instance, queue?.QueueId ?? ''), ContactFlowId } };
  }
  const ContactFlowId = namedFlow(connect, instance, user?.ContactFlowId, 'AGENT_TRANSFER').id;
  return { UserConfig: { UserId: instance.users.get(user?.UserId ?? '').id, ContactFlowId } };
};

const described = ({ id, arn, name, description, config, tags }: QuickConnect) => ({
  QuickConnectARN: arn,
  QuickConnectId: id,
  Name: name,
  Description: description,
  QuickConnectConfig: config,
  Tags: { ...tags },
});

export const quickConnectOperations = {
  CreateQuickConnect: (connect, { InstanceId, Name, Description, QuickConnectConfig, Tags }) => {
    const instance = connect.instance(InstanceId);
    checkName(Name, LONGEST_NAME);
    const { id, arn } = instance.quickConnects.add({
      ...connect.entry(instance, 'transfer-destination', Name, Tags),
      description: Description,
      config: checkedConfig(connect, instance, QuickConnectConfig),
    });
    return { QuickConnectARN: arn, QuickConnectId: id };
  },

  DescribeQuickConnect: (connect, { InstanceId, QuickConnectId }) => ({
    QuickConnect: described(connect.instance(InstanceId).quickConnects.get(QuickConnectId)),
  }),

  ListQuickConnects: (connect, input) => {
    const types: readonly string[] = input.QuickConnectTypes ?? Object.keys(PARTS);
    const all = connect.instance(input.InstanceId).quickConnects.list();
    const summaries = all
      .map(({ id, arn, name, config }) => ({ Id: id, Arn: arn, Name: name, QuickConnectType: config.QuickConnectType }))
      .filter(({ QuickConnectType }) => types.includes(QuickConnectType as string));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { QuickConnectSummaryList: page, NextToken };
  },

  UpdateQuickConnectName: (connect, { InstanceId, QuickConnectId, Name, Description }) => {
    const { quickConnects } = connect.instance(InstanceId);
    const quickConnect = quickConnects.get(QuickConnectId);
    checkName(Name, LONGEST_NAME);
    quickConnects.rename(quickConnect, Name);
    quickConnect.description = kept(Description, quickConnect.description);
    return {};
  },

  UpdateQuickConnectConfig: (connect, { InstanceId, QuickConnectId, QuickConnectConfig }) => {
    const instance = connect.instance(InstanceId);
    instance.quickConnects.get(QuickConnectId).config = checkedConfig(connect, instance, QuickConnectConfig);
    return {};
  },

  DeleteQuickConnect: (connect, { InstanceId, QuickConnectId }) => {
    const instance = connect.instance(InstanceId);
    const quickConnect = instance.quickConnects.get(QuickConnectId);
    for (const { quickConnects } of instance.queues.list()) quickConnects.delete(quickConnect.id);
    instance.quickConnects.remove(quickConnect);
    return {};
  },
} satisfies Handlers;
