import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { JsonObject } from '../../../language';
import { arnIn } from '../../environment';
import { functionReference, type LambdaFunction, type Permission } from '../../lambda/lambda-function';
import { generatedName, type ResourceProvider, type ResourceRequest, tagMap, textsIn } from '../provider';
import { isObject } from '../template/template';

const FUNCTION_OPTIONAL = [
  'Architectures',
  'Description',
  'Environment',
  'EphemeralStorage',
  'FunctionName',
  'Handler',
  'LoggingConfig',
  'MemorySize',
  'ReservedConcurrentExecutions',
  'Runtime',
  'Tags',
  'Timeout',
  'TracingConfig',
];

const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MEGABYTES = 128;
/** Archives of inline code are the same whenever they are made. */
const EARLIEST = new Date(1980, 0, 1);

const codeOf = ({ properties, services }: ResourceRequest): Buffer => {
  const { ZipFile, S3Bucket, S3Key, S3ObjectVersion } = properties.Code as JsonObject;
  if (typeof ZipFile === 'string') {
    return Buffer.from(zipSync({ 'index.js': Buffer.from(ZipFile) }, { mtime: EARLIEST }));
  }
  const version = S3ObjectVersion === undefined ? undefined : String(S3ObjectVersion);
  return services.s3.bucket(String(S3Bucket)).get(String(S3Key), version).body;
};

const variablesOf = ({ Environment }: JsonObject): Record<string, string> => {
  const variables = isObject(Environment ?? null) ? (Environment as JsonObject).Variables : undefined;
  const entries = Object.entries((variables ?? {}) as JsonObject);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
};

const logGroupOf = ({ LoggingConfig }: JsonObject, name: string): string => {
  const group = isObject(LoggingConfig ?? null) ? (LoggingConfig as JsonObject).LogGroup : undefined;
  return typeof group === 'string' ? group : `/aws/lambda/${name}`;
};

const functionOf = (request: ResourceRequest, name: string): LambdaFunction => {
  const { properties, services } = request;
  const code = codeOf(request);
  const architectures = textsIn(properties, 'Architectures');
  return {
    name,
    arn: arnIn(services.environment, 'lambda', `function:${name}`),
    runtime: properties.Runtime === undefined ? undefined : String(properties.Runtime),
    handler: String(properties.Handler ?? 'index.handler'),
    role: String(properties.Role),
    timeoutSeconds: Number(properties.Timeout ?? DEFAULT_TIMEOUT_SECONDS),
    memoryMegabytes: Number(properties.MemorySize ?? DEFAULT_MEMORY_MEGABYTES),
    description: properties.Description === undefined ? undefined : String(properties.Description),
    environment: variablesOf(properties),
    logGroup: logGroupOf(properties, name),
    architectures: architectures.length > 0 ? architectures : ['x86_64'],
    tags: tagMap(properties),
    code,
    codeSha256: createHash('sha256').update(code).digest('base64'),
  };
};

export const lambdaFunction: ResourceProvider = {
  required: ['Code', 'Role'],
  optional: FUNCTION_OPTIONAL,
  createOnly: ['FunctionName'],
  attributes: ['Arn'],
  tags: 'list',

  create: async (request) => {
    const name = String(request.properties.FunctionName ?? generatedName(request));
    const { arn } = request.services.lambda.create(functionOf(request, name));
    return { physicalId: name, attributes: { Arn: arn } };
  },

  update: async (request) => {
    request.services.lambda.update(functionOf(request, request.physicalId));
    return { physicalId: request.physicalId };
  },

  delete: async ({ physicalId, services }) => services.lambda.remove(physicalId),
};

export const lambdaVersion: ResourceProvider = {
  required: ['FunctionName'],
  optional: ['CodeSha256', 'Description', 'ProvisionedConcurrencyConfig', 'RuntimePolicy'],
  createOnly: ['CodeSha256', 'Description', 'FunctionName'],
  attributes: ['FunctionArn', 'Version'],
  tags: 'none',

  create: async ({ properties, services: { lambda } }) => {
    const found = lambda.get(functionReference(String(properties.FunctionName)).name);
    const others = lambda.versions.get(found.name) ?? [];
    const number = Math.max(0, ...others.map((version) => version.number)) + 1;
    const description = properties.Description === undefined ? undefined : String(properties.Description);
    lambda.versions.set(found.name, [...others, { number, description, snapshot: found }]);
    const arn = `${found.arn}:${number}`;
    return { physicalId: arn, attributes: { FunctionArn: arn, Version: String(number) } };
  },

  update: async ({ physicalId }) => ({ physicalId }),

  delete: async ({ physicalId, services: { lambda } }) => {
    const { name, qualifier } = functionReference(physicalId);
    const left = (lambda.versions.get(name) ?? []).filter(({ number }) => String(number) !== qualifier);
    if (left.length === 0) lambda.versions.delete(name);
    else lambda.versions.set(name, left);
  },
};

const PERMISSION_OPTIONAL = ['EventSourceToken', 'FunctionUrlAuthType', 'PrincipalOrgID', 'SourceAccount', 'SourceArn'];

const permissionOf = (sid: string, properties: JsonObject): Permission => ({
  sid,
  functionName: functionReference(String(properties.FunctionName)).name,
  action: String(properties.Action),
  principal: String(properties.Principal),
  sourceArn: properties.SourceArn === undefined ? undefined : String(properties.SourceArn),
  sourceAccount: properties.SourceAccount === undefined ? undefined : String(properties.SourceAccount),
});

export const lambdaPermission: ResourceProvider = {
  required: ['Action', 'FunctionName', 'Principal'],
  optional: PERMISSION_OPTIONAL,
  createOnly: ['Action', 'FunctionName', 'Principal', ...PERMISSION_OPTIONAL],
  attributes: ['Id'],
  tags: 'none',

  create: async (request) => {
    const { properties, services } = request;
    services.lambda.get(String(properties.FunctionName));
    const sid = generatedName(request, 100);
    services.lambda.permissions.set(sid, permissionOf(sid, properties));
    return { physicalId: sid, attributes: { Id: sid } };
  },

  update: async ({ physicalId }) => ({ physicalId }),

  delete: async ({ physicalId, services }) => {
    services.lambda.permissions.delete(physicalId);
  },
};

const setRetries = ({ properties, services: { lambda } }: ResourceRequest): void => {
  const { FunctionName, MaximumRetryAttempts: retries } = properties;
  const { name } = lambda.get(String(FunctionName));
  if (retries === undefined) lambda.retries.delete(name);
  else lambda.retries.set(name, Number(retries));
};

/** How a function is called when nobody waits for it. Events do not age here, and results go nowhere. */
export const eventInvokeConfig: ResourceProvider = {
  required: ['FunctionName', 'Qualifier'],
  optional: ['DestinationConfig', 'MaximumEventAgeInSeconds', 'MaximumRetryAttempts'],
  createOnly: ['FunctionName', 'Qualifier'],
  attributes: [],
  tags: 'none',

  create: async (request) => {
    setRetries(request);
    const { FunctionName, Qualifier } = request.properties;
    return { physicalId: `${functionReference(String(FunctionName)).name}|${Qualifier}`, attributes: {} };
  },

  update: async (request) => {
    setRetries(request);
    return { physicalId: request.physicalId };
  },

  delete: async ({ physicalId, services }) => {
    services.lambda.retries.delete(physicalId.split('|')[0] ?? '');
  },
};
