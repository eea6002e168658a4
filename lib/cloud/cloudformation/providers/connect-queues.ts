import type { Json, JsonObject } from '../../../language';
import { type ConnectCall, isChanged, objectsIn, type ResourceUpdate, textsIn } from '../provider';
import { isObject } from '../template/template';
import { connectProvider, idOfArn, instanceIdOf, orEmpty } from './connect-provider';

/** The API takes so many quick connects in one call. */
const QUICK_CONNECTS_AT_ONCE = 50;

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const callerOf = (config: Json | undefined): JsonObject | undefined => {
  if (!isObject(config ?? null)) return undefined;
  const { OutboundCallerIdName, OutboundCallerIdNumberArn: number, OutboundFlowArn: flow } = config as JsonObject;
  const caller = {
    OutboundCallerIdName,
    OutboundCallerIdNumberId: number === undefined ? undefined : idOfArn(number),
    OutboundFlowId: flow === undefined ? undefined : idOfArn(flow),
  };
  return Object.fromEntries(Object.entries(caller).filter(([, value]) => value !== undefined)) as JsonObject;
};

const updateQuickConnects = async (request: ResourceUpdate, connect: ConnectCall): Promise<void> => {
  const queue = { InstanceId: instanceIdOf(request.physicalId), QueueId: idOfArn(request.physicalId) };
  const wanted = textsIn(request.properties, 'QuickConnectArns').map(idOfArn);
  const before = textsIn(request.before, 'QuickConnectArns').map(idOfArn);
  const gone = before.filter((id) => !wanted.includes(id));
  const fresh = wanted.filter((id) => !before.includes(id));
  for (const QuickConnectIds of chunks(gone, QUICK_CONNECTS_AT_ONCE)) {
    await connect('DisassociateQueueQuickConnects', { ...queue, QuickConnectIds });
  }
  for (const QuickConnectIds of chunks(fresh, QUICK_CONNECTS_AT_ONCE)) {
    await connect('AssociateQueueQuickConnects', { ...queue, QuickConnectIds });
  }
};

export const queue = connectProvider({
  required: ['InstanceArn', 'HoursOfOperationArn', 'Name'],
  optional: [
    'Description',
    'MaxContacts',
    'OutboundCallerConfig',
    'OutboundEmailConfig',
    'Status',
    'QuickConnectArns',
    'Tags',
  ],
  arn: 'QueueArn',
  moreAttributes: ['Type'],

  create: async ({ properties }, connect, Tags) => {
    const { InstanceArn, HoursOfOperationArn, Name, Description, MaxContacts, OutboundEmailConfig, Status } =
      properties;
    const InstanceId = idOfArn(InstanceArn);
    const { QueueArn, QueueId } = await connect('CreateQueue', {
      InstanceId,
      Name,
      Description,
      HoursOfOperationId: idOfArn(HoursOfOperationArn),
      MaxContacts,
      OutboundCallerConfig: callerOf(properties.OutboundCallerConfig),
      OutboundEmailConfig,
      // As the permissions of the type's handler say, which names no other call: too many are for the API to refuse.
      QuickConnectIds: textsIn(properties, 'QuickConnectArns').map(idOfArn),
      Tags,
    });
    if (Status === 'DISABLED') await connect('UpdateQueueStatus', { InstanceId, QueueId, Status });
    return { arn: QueueArn, attributes: { Type: 'STANDARD' } };
  },

  update: async (request, connect) => {
    const { physicalId, properties } = request;
    const { Name, Description, HoursOfOperationArn, MaxContacts, OutboundCallerConfig, OutboundEmailConfig, Status } =
      properties;
    const at = { InstanceId: instanceIdOf(physicalId), QueueId: idOfArn(physicalId) };
    if (isChanged(request, 'Name', 'Description')) {
      await connect('UpdateQueueName', { ...at, Name, Description: orEmpty(Description) });
    }
    if (isChanged(request, 'HoursOfOperationArn')) {
      await connect('UpdateQueueHoursOfOperation', { ...at, HoursOfOperationId: idOfArn(HoursOfOperationArn) });
    }
    if (isChanged(request, 'MaxContacts')) await connect('UpdateQueueMaxContacts', { ...at, MaxContacts });
    if (isChanged(request, 'OutboundCallerConfig')) {
      const caller = callerOf(OutboundCallerConfig) ?? {};
      await connect('UpdateQueueOutboundCallerConfig', { ...at, OutboundCallerConfig: caller });
    }
    if (isChanged(request, 'OutboundEmailConfig')) {
      await connect('UpdateQueueOutboundEmailConfig', { ...at, OutboundEmailConfig: OutboundEmailConfig ?? {} });
    }
    if (isChanged(request, 'Status')) await connect('UpdateQueueStatus', { ...at, Status: Status ?? 'ENABLED' });
    await updateQuickConnects(request, connect);
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteQueue', { InstanceId: instanceIdOf(physicalId), QueueId: idOfArn(physicalId) }),
});

const OVERRIDE = {
  Name: 'OverrideName',
  Description: 'OverrideDescription',
  Config: 'OverrideConfig',
  EffectiveFrom: 'EffectiveFrom',
  EffectiveTill: 'EffectiveTill',
  RecurrenceConfig: 'RecurrenceConfig',
  OverrideType: 'OverrideType',
} as const;

/** An override of a template in the API's words. */
const overrideOf = (override: JsonObject): Record<string, Json | undefined> =>
  Object.fromEntries(Object.entries(OVERRIDE).map(([name, property]) => [name, override[property]]));

const overrideNames = (properties: JsonObject): readonly string[] =>
  objectsIn(properties, 'HoursOfOperationOverrides').map(({ OverrideName }) => String(OverrideName));

const updateOverrides = async (request: ResourceUpdate, connect: ConnectCall): Promise<void> => {
  const hours = { InstanceId: instanceIdOf(request.physicalId), HoursOfOperationId: idOfArn(request.physicalId) };
  const { HoursOfOperationOverrideList: present = [] } = await connect('ListHoursOfOperationOverrides', hours);
  const idOf = (name: string) => present.find(({ Name }) => Name === name)?.HoursOfOperationOverrideId;
  const wanted = overrideNames(request.properties);
  for (const name of overrideNames(request.before).filter((each) => !wanted.includes(each))) {
    await connect('DeleteHoursOfOperationOverride', { ...hours, HoursOfOperationOverrideId: idOf(name) });
  }
  for (const override of objectsIn(request.properties, 'HoursOfOperationOverrides').map(overrideOf)) {
    const id = idOf(String(override.Name));
    if (id === undefined) await connect('CreateHoursOfOperationOverride', { ...hours, ...override });
    else await connect('UpdateHoursOfOperationOverride', { ...hours, ...override, HoursOfOperationOverrideId: id });
  }
};

export const hoursOfOperation = connectProvider({
  required: ['InstanceArn', 'Name', 'TimeZone', 'Config'],
  optional: ['Description', 'Tags', 'HoursOfOperationOverrides'],
  arn: 'HoursOfOperationArn',

  create: async ({ properties }, connect, Tags) => {
    const { InstanceArn, Name, Description, TimeZone, Config } = properties;
    const InstanceId = idOfArn(InstanceArn);
    const hours = await connect('CreateHoursOfOperation', { InstanceId, Name, Description, TimeZone, Config, Tags });
    const { HoursOfOperationId, HoursOfOperationArn } = hours;
    for (const override of objectsIn(properties, 'HoursOfOperationOverrides').map(overrideOf)) {
      await connect('CreateHoursOfOperationOverride', { InstanceId, HoursOfOperationId, ...override });
    }
    return { arn: HoursOfOperationArn };
  },

  update: async (request, connect) => {
    const { physicalId, properties } = request;
    const { Name, Description, TimeZone, Config } = properties;
    const hours = { InstanceId: instanceIdOf(physicalId), HoursOfOperationId: idOfArn(physicalId) };
    await connect('UpdateHoursOfOperation', { ...hours, Name, Description: orEmpty(Description), TimeZone, Config });
    if (isChanged(request, 'HoursOfOperationOverrides')) await updateOverrides(request, connect);
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteHoursOfOperation', {
      InstanceId: instanceIdOf(physicalId),
      HoursOfOperationId: idOfArn(physicalId),
    }),
});

const quickConnectConfig = (config: Json | undefined): Record<string, unknown> => {
  const { QuickConnectType, UserConfig, QueueConfig, PhoneConfig, FlowConfig } = config as Readonly<
    Record<string, JsonObject>
  >;
  const flow = (part: JsonObject) => ({ ContactFlowId: idOfArn(part.ContactFlowArn) });
  return {
    QuickConnectType,
    ...(UserConfig && { UserConfig: { UserId: idOfArn(UserConfig.UserArn), ...flow(UserConfig) } }),
    ...(QueueConfig && { QueueConfig: { QueueId: idOfArn(QueueConfig.QueueArn), ...flow(QueueConfig) } }),
    ...(PhoneConfig && { PhoneConfig }),
    ...(FlowConfig && { FlowConfig: flow(FlowConfig) }),
  };
};

export const quickConnect = connectProvider({
  required: ['InstanceArn', 'Name', 'QuickConnectConfig'],
  optional: ['Description', 'Tags'],
  arn: 'QuickConnectArn',
  moreAttributes: ['QuickConnectType'],

  create: async ({ properties: { InstanceArn, Name, Description, QuickConnectConfig } }, connect, Tags) => {
    const config = quickConnectConfig(QuickConnectConfig);
    const created = { InstanceId: idOfArn(InstanceArn), Name, Description, QuickConnectConfig: config, Tags };
    const { QuickConnectARN } = await connect('CreateQuickConnect', created);
    return { arn: QuickConnectARN, attributes: { QuickConnectType: String(config.QuickConnectType) } };
  },

  update: async (request, connect) => {
    const { physicalId, properties } = request;
    const { Name, Description, QuickConnectConfig } = properties;
    const at = { InstanceId: instanceIdOf(physicalId), QuickConnectId: idOfArn(physicalId) };
    if (isChanged(request, 'Name', 'Description')) {
      await connect('UpdateQuickConnectName', { ...at, Name, Description: orEmpty(Description) });
    }
    if (isChanged(request, 'QuickConnectConfig')) {
      const config = quickConnectConfig(QuickConnectConfig);
      await connect('UpdateQuickConnectConfig', { ...at, QuickConnectConfig: config });
    }
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteQuickConnect', { InstanceId: instanceIdOf(physicalId), QuickConnectId: idOfArn(physicalId) }),
});
