import type { JsonObject } from '../../../language';
import { AwsError } from '../../aws-error';
import {
  type ConnectCall,
  type ExistingResource,
  isChanged,
  type ResourceModel,
  type ResourceProvider,
  type ResourceRequest,
} from '../provider';
import { connectProvider, idOfArn, instanceIdOf } from './connect-provider';

/** Attributes of an instance by what a template calls them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  InboundCalls: 'INBOUND_CALLS',
  OutboundCalls: 'OUTBOUND_CALLS',
  ContactflowLogs: 'CONTACTFLOW_LOGS',
  ContactLens: 'CONTACT_LENS',
  AutoResolveBestVoices: 'AUTO_RESOLVE_BEST_VOICES',
  UseCustomTTSVoices: 'USE_CUSTOM_TTS_VOICES',
  EarlyMedia: 'EARLY_MEDIA',
  MultiPartyConference: 'MULTI_PARTY_CONFERENCE',
  HighVolumeOutBound: 'HIGH_VOLUME_OUTBOUND',
  EnhancedContactMonitoring: 'ENHANCED_CONTACT_MONITORING',
  EnhancedChatMonitoring: 'ENHANCED_CHAT_MONITORING',
  MultiPartyChatConference: 'MULTI_PARTY_CHAT_CONFERENCE',
  MessageStreaming: 'MESSAGE_STREAMING',
};

const setAttributes = async (InstanceId: string, attributes: JsonObject, connect: ConnectCall): Promise<void> => {
  for (const [name, value] of Object.entries(attributes)) {
    const AttributeType = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    if (AttributeType === undefined) throw new Error(`extraneous key [${name}] is not permitted in Attributes`);
    await connect('UpdateInstanceAttribute', { InstanceId, AttributeType, Value: String(value) });
  }
};

export const instance = connectProvider({
  required: ['IdentityManagementType', 'Attributes'],
  optional: ['InstanceAlias', 'DirectoryId', 'Tags'],
  createOnly: ['DirectoryId', 'InstanceAlias', 'IdentityManagementType'],
  arn: 'Arn',
  moreAttributes: ['Id', 'ServiceRole', 'InstanceStatus'],

  create: async ({ properties }, connect, Tags) => {
    const { IdentityManagementType, InstanceAlias, DirectoryId } = properties;
    const attributes = properties.Attributes as JsonObject;
    const { Id = '', Arn } = await connect('CreateInstance', {
      IdentityManagementType,
      InstanceAlias,
      DirectoryId,
      InboundCallsEnabled: attributes.InboundCalls,
      OutboundCallsEnabled: attributes.OutboundCalls,
      Tags,
    });
    await setAttributes(Id, attributes, connect);
    const { Instance } = await connect('DescribeInstance', { InstanceId: Id });
    return { arn: Arn, attributes: { Id, ServiceRole: Instance?.ServiceRole ?? '', InstanceStatus: 'ACTIVE' } };
  },

  update: async ({ physicalId, properties }, connect) =>
    setAttributes(idOfArn(physicalId), properties.Attributes as JsonObject, connect),

  delete: ({ physicalId }, connect) => connect('DeleteInstance', { InstanceId: idOfArn(physicalId) }),
});

export const phoneNumber = connectProvider({
  required: ['TargetArn'],
  optional: ['Description', 'Type', 'CountryCode', 'Prefix', 'Tags'],
  createOnly: ['Type', 'CountryCode', 'Prefix'],
  arn: 'PhoneNumberArn',
  moreAttributes: ['Address'],

  create: async ({ properties: { TargetArn, Description, Type, CountryCode, Prefix } }, connect, Tags) => {
    const wanted = { TargetArn, PhoneNumberCountryCode: CountryCode, PhoneNumberType: Type, PhoneNumberPrefix: Prefix };
    const { AvailableNumbersList: [first] = [] } = await connect('SearchAvailablePhoneNumbers', wanted);
    const PhoneNumber = first?.PhoneNumber;
    if (PhoneNumber === undefined) throw new Error(`No phone number of ${CountryCode} is available.`);
    const claim = { TargetArn, PhoneNumber, PhoneNumberDescription: Description, Tags };
    const { PhoneNumberArn } = await connect('ClaimPhoneNumber', claim);
    return { arn: PhoneNumberArn, attributes: { Address: PhoneNumber } };
  },

  update: async (request, connect) => {
    const { physicalId, properties } = request;
    const PhoneNumberId = idOfArn(physicalId);
    const { TargetArn, Description } = properties;
    if (isChanged(request, 'TargetArn')) await connect('UpdatePhoneNumber', { PhoneNumberId, TargetArn });
    if (isChanged(request, 'Description')) {
      await connect('UpdatePhoneNumberMetadata', { PhoneNumberId, PhoneNumberDescription: Description });
    }
  },

  delete: ({ physicalId }, connect) => connect('ReleasePhoneNumber', { PhoneNumberId: idOfArn(physicalId) }),
});

const associate = async ({ properties }: ResourceRequest, connect: ConnectCall): Promise<string> => {
  const { InstanceId: instanceArn, IntegrationArn, IntegrationType } = properties;
  const InstanceId = idOfArn(instanceArn);
  if (IntegrationType === 'LAMBDA_FUNCTION') {
    await connect('AssociateLambdaFunction', { InstanceId, FunctionArn: IntegrationArn });
    return '';
  }
  if (IntegrationType === 'LEX_BOT') {
    await connect('AssociateBot', { InstanceId, LexV2Bot: { AliasArn: IntegrationArn } });
    return '';
  }
  const { IntegrationAssociationId = '' } = await connect('CreateIntegrationAssociation', {
    InstanceId,
    IntegrationType,
    IntegrationArn,
  });
  return IntegrationAssociationId;
};

const dissociate = async ({ properties }: ExistingResource, connect: ConnectCall): Promise<void> => {
  const { InstanceId: instanceArn, IntegrationArn, IntegrationType } = properties;
  const InstanceId = idOfArn(instanceArn);
  if (IntegrationType === 'LAMBDA_FUNCTION') {
    await connect('DisassociateLambdaFunction', { InstanceId, FunctionArn: IntegrationArn });
  } else if (IntegrationType === 'LEX_BOT') {
    await connect('DisassociateBot', { InstanceId, LexV2Bot: { AliasArn: IntegrationArn } });
  } else {
    const { IntegrationAssociationSummaryList: all = [] } = await connect('ListIntegrationAssociations', {
      InstanceId,
    });
    const found = all.find(
      (each) => each.IntegrationArn === IntegrationArn && each.IntegrationType === IntegrationType,
    );
    if (found === undefined) throw new AwsError('ResourceNotFoundException', 'The association is not there.', 404);
    const { IntegrationAssociationId } = found;
    await connect('DeleteIntegrationAssociation', { InstanceId, IntegrationAssociationId });
  }
};

const associationModel = ({ properties }: ResourceRequest, id: string): ResourceModel => ({
  physicalId: [properties.InstanceId, properties.IntegrationType, properties.IntegrationArn].join('|'),
  attributes: { IntegrationAssociationId: id },
});

/** Its property InstanceId is an ARN, and its physical id is made of three properties. */
export const integrationAssociation: ResourceProvider = {
  required: ['InstanceId', 'IntegrationArn', 'IntegrationType'],
  optional: ['Tags'],
  createOnly: ['InstanceId', 'IntegrationArn', 'IntegrationType'],
  attributes: ['IntegrationAssociationId'],
  tags: 'none',
  create: async (request) => associationModel(request, await associate(request, request.services.connect)),
  update: async ({ physicalId }) => ({ physicalId }),
  delete: (request) => dissociate(request, request.services.connect),
};

const storageConfig = (properties: JsonObject): JsonObject => {
  const { StorageType, S3Config, KinesisVideoStreamConfig, KinesisStreamConfig, KinesisFirehoseConfig } = properties;
  const parts = { StorageType, S3Config, KinesisVideoStreamConfig, KinesisStreamConfig, KinesisFirehoseConfig };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as JsonObject;
};

const storageAt = ({ physicalId }: ExistingResource) => {
  const [instanceArn = '', AssociationId, ResourceType] = physicalId.split('|');
  return { InstanceId: idOfArn(instanceArn), AssociationId, ResourceType };
};

export const instanceStorageConfig: ResourceProvider = {
  required: ['InstanceArn', 'ResourceType', 'StorageType'],
  optional: ['S3Config', 'KinesisVideoStreamConfig', 'KinesisStreamConfig', 'KinesisFirehoseConfig'],
  createOnly: ['InstanceArn', 'ResourceType'],
  attributes: ['AssociationId'],
  tags: 'none',

  create: async ({ properties, services }) => {
    const { InstanceArn, ResourceType } = properties;
    const { AssociationId = '' } = await services.connect('AssociateInstanceStorageConfig', {
      InstanceId: instanceIdOf(InstanceArn),
      ResourceType,
      StorageConfig: storageConfig(properties),
    });
    return { physicalId: [InstanceArn, AssociationId, ResourceType].join('|'), attributes: { AssociationId } };
  },

  update: async (request) => {
    const StorageConfig = storageConfig(request.properties);
    await request.services.connect('UpdateInstanceStorageConfig', { ...storageAt(request), StorageConfig });
    return { physicalId: request.physicalId };
  },

  delete: async (request) => {
    await request.services.connect('DisassociateInstanceStorageConfig', storageAt(request));
  },
};
