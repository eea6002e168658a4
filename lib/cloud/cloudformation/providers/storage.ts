import type { JsonObject } from '../../../language';
import { arnIn } from '../../environment';
import type { LogGroup } from '../../logs/logs-service';
import type { BucketSettings } from '../../s3/bucket';
import { generatedName, type ResourceProvider, tagMap } from '../provider';
import { isObject } from '../template/template';

const BUCKET_OPTIONAL = [
  'BucketEncryption',
  'BucketName',
  'LifecycleConfiguration',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'Tags',
  'VersioningConfiguration',
];

const settingsOf = (properties: JsonObject): BucketSettings => {
  const versioning = properties.VersioningConfiguration;
  const status = isObject(versioning ?? null) ? (versioning as JsonObject).Status : undefined;
  return {
    versioning: status as BucketSettings['versioning'],
    encryption: properties.BucketEncryption,
    lifecycle: properties.LifecycleConfiguration,
    publicAccessBlock: properties.PublicAccessBlockConfiguration,
    ownership: properties.OwnershipControls,
    tags: tagMap(properties),
  };
};

export const bucket: ResourceProvider = {
  required: [],
  optional: BUCKET_OPTIONAL,
  createOnly: ['BucketName'],
  attributes: ['Arn', 'DomainName', 'RegionalDomainName'],
  tags: 'list',

  create: async (request) => {
    const { properties, services } = request;
    const name = String(properties.BucketName ?? generatedName(request, 63).toLowerCase());
    services.s3.create(name).settings = settingsOf(properties);
    const { region } = services.environment;
    const RegionalDomainName = `${name}.s3.${region}.amazonaws.com`;
    const attributes = { Arn: `arn:aws:s3:::${name}`, DomainName: `${name}.s3.amazonaws.com`, RegionalDomainName };
    return { physicalId: name, attributes };
  },

  update: async ({ physicalId, properties, services }) => {
    services.s3.bucket(physicalId).settings = settingsOf(properties);
    return { physicalId };
  },

  delete: async ({ physicalId, services }) => services.s3.remove(physicalId),
};

export const bucketPolicy: ResourceProvider = {
  required: ['Bucket', 'PolicyDocument'],
  optional: [],
  createOnly: ['Bucket'],
  attributes: [],
  tags: 'none',

  create: async ({ properties, services }) => {
    const name = String(properties.Bucket);
    services.s3.bucket(name).policy = properties.PolicyDocument;
    return { physicalId: name, attributes: {} };
  },

  update: async ({ physicalId, properties, services }) => {
    services.s3.bucket(physicalId).policy = properties.PolicyDocument;
    return { physicalId };
  },

  delete: async ({ physicalId, services }) => {
    services.s3.bucket(physicalId).policy = undefined;
  },
};

const groupOf = (name: string, properties: JsonObject): LogGroup => ({
  name,
  retentionDays: properties.RetentionInDays === undefined ? undefined : Number(properties.RetentionInDays),
  tags: tagMap(properties),
});

export const logGroup: ResourceProvider = {
  required: [],
  optional: ['DataProtectionPolicy', 'KmsKeyId', 'LogGroupClass', 'LogGroupName', 'RetentionInDays', 'Tags'],
  createOnly: ['LogGroupName'],
  attributes: ['Arn'],
  tags: 'list',

  create: async (request) => {
    const { properties, services } = request;
    const name = String(properties.LogGroupName ?? generatedName(request, 512));
    services.logs.create(groupOf(name, properties));
    return { physicalId: name, attributes: { Arn: arnIn(services.environment, 'logs', `log-group:${name}:*`) } };
  },

  update: async ({ physicalId, properties, services }) => {
    services.logs.update(groupOf(physicalId, properties));
    return { physicalId };
  },

  delete: async ({ physicalId, services }) => services.logs.remove(physicalId),
};

const parameterOf = (name: string, properties: JsonObject) => ({
  name,
  type: String(properties.Type),
  value: String(properties.Value),
  description: properties.Description === undefined ? undefined : String(properties.Description),
});

const parameterAttributes = ({ type, value }: { readonly type: string; readonly value: string }): JsonObject => ({
  Type: type,
  Value: value,
});

export const ssmParameter: ResourceProvider = {
  required: ['Type', 'Value'],
  optional: ['AllowedPattern', 'DataType', 'Description', 'Name', 'Policies', 'Tags', 'Tier'],
  createOnly: ['Name'],
  attributes: ['Type', 'Value'],
  tags: 'map',

  create: async (request) => {
    const name = String(request.properties.Name ?? generatedName(request));
    const parameter = request.services.ssm.create(parameterOf(name, request.properties));
    return { physicalId: name, attributes: parameterAttributes(parameter) };
  },

  update: async ({ physicalId, properties, services }) => {
    const parameter = services.ssm.update(parameterOf(physicalId, properties));
    return { physicalId, attributes: parameterAttributes(parameter) };
  },

  delete: async ({ physicalId, services }) => services.ssm.remove(physicalId),
};

/** What the CDK says about itself in a template; nothing is made of it. */
export const cdkMetadata: ResourceProvider = {
  required: [],
  optional: 'any',
  createOnly: [],
  attributes: [],
  tags: 'none',
  create: async (request) => ({ physicalId: generatedName(request), attributes: {} }),
  update: async ({ physicalId }) => ({ physicalId }),
  delete: async () => undefined,
};
