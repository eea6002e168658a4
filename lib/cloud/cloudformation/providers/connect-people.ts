import type { JsonObject } from '../../../language';
import { type ConnectCall, isChanged, objectsIn, type ResourceUpdate, textsIn } from '../provider';
import { isSameValue } from '../template/value';
import { connectProvider, idOfArn, instanceIdOf, orEmpty } from './connect-provider';

/** The API takes so many queues in one call. */
const QUEUES_AT_ONCE = 10;

const chunks = (all: readonly JsonObject[]): readonly (readonly JsonObject[])[] =>
  Array.from({ length: Math.ceil(all.length / QUEUES_AT_ONCE) }, (_, i) =>
    all.slice(i * QUEUES_AT_ONCE, (i + 1) * QUEUES_AT_ONCE),
  );

const referenceOf = (config: JsonObject): JsonObject => {
  const { QueueArn, Channel } = config.QueueReference as JsonObject;
  return { QueueId: idOfArn(QueueArn), Channel: Channel as string };
};

const queueConfigs = (properties: JsonObject): readonly JsonObject[] =>
  objectsIn(properties, 'QueueConfigs').map((config) => ({
    QueueReference: referenceOf(config),
    Priority: config.Priority as number,
    Delay: config.Delay as number,
  }));

const isSameQueue = (a: JsonObject, b: JsonObject): boolean =>
  isSameValue(a.QueueReference as JsonObject, b.QueueReference as JsonObject);

const updateQueues = async (request: ResourceUpdate, connect: ConnectCall): Promise<void> => {
  const at = { InstanceId: instanceIdOf(request.physicalId), RoutingProfileId: idOfArn(request.physicalId) };
  const [wanted, before] = [queueConfigs(request.properties), queueConfigs(request.before)];
  const gone = before.filter((config) => !wanted.some((each) => isSameQueue(each, config)));
  const fresh = wanted.filter((config) => !before.some((each) => isSameQueue(each, config)));
  const kept = wanted.filter((config) =>
    before.some((each) => isSameQueue(each, config) && !isSameValue(each, config)),
  );
  for (const some of chunks(gone)) {
    const QueueReferences = some.map(({ QueueReference }) => QueueReference);
    await connect('DisassociateRoutingProfileQueues', { ...at, QueueReferences });
  }
  for (const QueueConfigs of chunks(fresh)) await connect('AssociateRoutingProfileQueues', { ...at, QueueConfigs });
  for (const QueueConfigs of chunks(kept)) await connect('UpdateRoutingProfileQueues', { ...at, QueueConfigs });
};

export const routingProfile = connectProvider({
  required: ['InstanceArn', 'Name', 'Description', 'MediaConcurrencies', 'DefaultOutboundQueueArn'],
  optional: ['QueueConfigs', 'Tags', 'AgentAvailabilityTimer'],
  arn: 'RoutingProfileArn',

  create: async ({ properties }, connect, Tags) => {
    const { InstanceArn, Name, Description, MediaConcurrencies, DefaultOutboundQueueArn, AgentAvailabilityTimer } =
      properties;
    const InstanceId = idOfArn(InstanceArn);
    // As the permissions of the type's handler say, which names no other call for queues: too many are for the API to refuse.
    const QueueConfigs = queueConfigs(properties);
    const { RoutingProfileArn } = await connect('CreateRoutingProfile', {
      InstanceId,
      Name,
      Description,
      MediaConcurrencies,
      DefaultOutboundQueueId: idOfArn(DefaultOutboundQueueArn),
      QueueConfigs: QueueConfigs.length > 0 ? QueueConfigs : undefined,
      AgentAvailabilityTimer,
      Tags,
    });
    return { arn: RoutingProfileArn };
  },

  update: async (request, connect) => {
    const { physicalId, properties } = request;
    const { Name, Description, MediaConcurrencies, DefaultOutboundQueueArn, AgentAvailabilityTimer } = properties;
    const at = { InstanceId: instanceIdOf(physicalId), RoutingProfileId: idOfArn(physicalId) };
    if (isChanged(request, 'Name', 'Description'))
      await connect('UpdateRoutingProfileName', { ...at, Name, Description });
    if (isChanged(request, 'MediaConcurrencies')) {
      await connect('UpdateRoutingProfileConcurrency', { ...at, MediaConcurrencies });
    }
    if (isChanged(request, 'DefaultOutboundQueueArn')) {
      const DefaultOutboundQueueId = idOfArn(DefaultOutboundQueueArn);
      await connect('UpdateRoutingProfileDefaultOutboundQueue', { ...at, DefaultOutboundQueueId });
    }
    if (isChanged(request, 'AgentAvailabilityTimer')) {
      await connect('UpdateRoutingProfileAgentAvailabilityTimer', { ...at, AgentAvailabilityTimer });
    }
    await updateQueues(request, connect);
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteRoutingProfile', { InstanceId: instanceIdOf(physicalId), RoutingProfileId: idOfArn(physicalId) }),
});

const namesOf = ({ AttributeName, AttributeValue }: JsonObject): JsonObject => ({
  AttributeName: AttributeName as string,
  AttributeValue: AttributeValue as string,
});

const updateProficiencies = async (request: ResourceUpdate, connect: ConnectCall): Promise<void> => {
  const at = { InstanceId: instanceIdOf(request.physicalId), UserId: idOfArn(request.physicalId) };
  const wanted = objectsIn(request.properties, 'UserProficiencies');
  const before = objectsIn(request.before, 'UserProficiencies').map(namesOf);
  const gone = before.filter((each) => !wanted.some((other) => isSameValue(namesOf(other), each)));
  if (gone.length > 0) await connect('DisassociateUserProficiencies', { ...at, UserProficiencies: gone });
  if (wanted.length > 0) await connect('AssociateUserProficiencies', { ...at, UserProficiencies: wanted });
};

export const user = connectProvider({
  required: ['InstanceArn', 'Username', 'RoutingProfileArn', 'SecurityProfileArns'],
  optional: [
    'DirectoryUserId',
    'HierarchyGroupArn',
    'Password',
    'IdentityInfo',
    'PhoneConfig',
    'Tags',
    'UserProficiencies',
  ],
  arn: 'UserArn',

  create: async ({ properties }, connect, Tags) => {
    const { InstanceArn, Username, Password, IdentityInfo, PhoneConfig, DirectoryUserId, HierarchyGroupArn } =
      properties;
    const { UserArn } = await connect('CreateUser', {
      InstanceId: idOfArn(InstanceArn),
      Username,
      Password,
      IdentityInfo,
      PhoneConfig,
      DirectoryUserId,
      HierarchyGroupId: HierarchyGroupArn === undefined ? undefined : idOfArn(HierarchyGroupArn),
      RoutingProfileId: idOfArn(properties.RoutingProfileArn),
      SecurityProfileIds: textsIn(properties, 'SecurityProfileArns').map(idOfArn),
      Tags,
    });
    const UserProficiencies = objectsIn(properties, 'UserProficiencies');
    if (UserProficiencies.length > 0) {
      const at = { InstanceId: idOfArn(InstanceArn), UserId: idOfArn(UserArn) };
      await connect('AssociateUserProficiencies', { ...at, UserProficiencies });
    }
    return { arn: UserArn };
  },

  update: async (request, connect) => {
    const { physicalId, properties } = request;
    const { IdentityInfo, PhoneConfig, RoutingProfileArn } = properties;
    const at = { InstanceId: instanceIdOf(physicalId), UserId: idOfArn(physicalId) };
    if (isChanged(request, 'Username')) throw new Error('Username cannot be updated.');
    if (isChanged(request, 'IdentityInfo'))
      await connect('UpdateUserIdentityInfo', { ...at, IdentityInfo: IdentityInfo ?? {} });
    if (isChanged(request, 'PhoneConfig')) {
      await connect('UpdateUserPhoneConfig', { ...at, PhoneConfig: PhoneConfig ?? { PhoneType: 'SOFT_PHONE' } });
    }
    if (isChanged(request, 'RoutingProfileArn')) {
      await connect('UpdateUserRoutingProfile', { ...at, RoutingProfileId: idOfArn(RoutingProfileArn) });
    }
    if (isChanged(request, 'SecurityProfileArns')) {
      const SecurityProfileIds = textsIn(properties, 'SecurityProfileArns').map(idOfArn);
      await connect('UpdateUserSecurityProfiles', { ...at, SecurityProfileIds });
    }
    if (isChanged(request, 'UserProficiencies')) await updateProficiencies(request, connect);
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteUser', { InstanceId: instanceIdOf(physicalId), UserId: idOfArn(physicalId) }),
});

export const securityProfile = connectProvider({
  required: ['InstanceArn', 'SecurityProfileName'],
  optional: ['Description', 'Permissions', 'Tags'],
  createOnly: ['SecurityProfileName', 'InstanceArn'],
  arn: 'SecurityProfileArn',

  create: async ({ properties: { InstanceArn, SecurityProfileName, Description, Permissions } }, connect, Tags) => {
    const profile = { InstanceId: idOfArn(InstanceArn), SecurityProfileName, Description, Permissions, Tags };
    return { arn: (await connect('CreateSecurityProfile', profile)).SecurityProfileArn };
  },

  update: async ({ physicalId, properties: { Description, Permissions } }, connect) => {
    const at = { InstanceId: instanceIdOf(physicalId), SecurityProfileId: idOfArn(physicalId) };
    await connect('UpdateSecurityProfile', {
      ...at,
      Description: orEmpty(Description),
      Permissions: Permissions ?? [],
    });
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteSecurityProfile', { InstanceId: instanceIdOf(physicalId), SecurityProfileId: idOfArn(physicalId) }),
});

export const prompt = connectProvider({
  required: ['InstanceArn', 'Name'],
  optional: ['Description', 'S3Uri', 'Tags'],
  arn: 'PromptArn',

  create: async ({ properties: { InstanceArn, Name, Description, S3Uri }, services }, connect, Tags) => {
    if (S3Uri === undefined) throw new Error('S3Uri is missing; a new prompt needs its recording.');
    services.s3.read(String(S3Uri));
    const created = { InstanceId: idOfArn(InstanceArn), Name, Description, S3Uri, Tags };
    return { arn: (await connect('CreatePrompt', created)).PromptARN };
  },

  update: async (request, connect) => {
    const { physicalId, properties, services } = request;
    const { Name, Description, S3Uri } = properties;
    if (S3Uri !== undefined && isChanged(request, 'S3Uri')) services.s3.read(String(S3Uri));
    const at = { InstanceId: instanceIdOf(physicalId), PromptId: idOfArn(physicalId) };
    await connect('UpdatePrompt', { ...at, Name, Description: orEmpty(Description), S3Uri });
  },

  delete: ({ physicalId }, connect) =>
    connect('DeletePrompt', { InstanceId: instanceIdOf(physicalId), PromptId: idOfArn(physicalId) }),
});
