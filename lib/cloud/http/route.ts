import { AwsError } from '../aws-error';
import type { Cloud } from '../cloud';
import { RESPONSE_PATH } from '../cloudformation/custom-resources';
import { jsonError } from '../connect/connect-service';
import type { CloudCall } from '../faults';
import { lambdaAnswer } from '../lambda/lambda-requests';
import { s3Error } from '../s3/s3-service';
import { jsonAction } from './json-protocol';
import type { CloudRequest, CloudResponse } from './message';
import { queryError } from './query-protocol';

interface Service {
  readonly handle: (cloud: Cloud, request: CloudRequest) => CloudResponse | Promise<CloudResponse>;
  readonly error: (error: AwsError) => CloudResponse;
  readonly operation: (cloud: Cloud, request: CloudRequest) => string;
  /** What the service says when there are too many calls. */
  readonly throttled: string;
}

const byAction = (_cloud: Cloud, { body }: CloudRequest): string =>
  new URLSearchParams(body.toString('utf8')).get('Action') ?? '';

const byTarget = (_cloud: Cloud, request: CloudRequest): string => jsonAction(request);

const byPath = (_cloud: Cloud, { method, path }: CloudRequest): string => `${method} ${path}`;

const SERVICES: Readonly<Record<string, Service>> = {
  cloudformation: {
    handle: (cloud, request) => cloud.cloudFormation.handle(request),
    error: queryError,
    operation: byAction,
    throttled: 'Throttling',
  },
  connect: {
    handle: (cloud, request) => cloud.connect.handle(request),
    error: jsonError,
    operation: (cloud, request) => cloud.connect.operationOf(request),
    throttled: 'ThrottlingException',
  },
  lambda: {
    handle: (cloud, request) => lambdaAnswer(cloud.lambda, request),
    error: jsonError,
    operation: byPath,
    throttled: 'TooManyRequestsException',
  },
  logs: {
    handle: (cloud, request) => cloud.logs.handle(request),
    error: jsonError,
    operation: byTarget,
    throttled: 'ThrottlingException',
  },
  s3: {
    handle: (cloud, request) => cloud.s3.handle(request),
    error: s3Error,
    operation: byPath,
    throttled: 'SlowDown',
  },
  ssm: {
    handle: (cloud, request) => cloud.ssm.handle(request),
    error: jsonError,
    operation: byTarget,
    throttled: 'ThrottlingException',
  },
  sts: {
    handle: (cloud, request) => cloud.sts.handle(request),
    error: queryError,
    operation: byAction,
    throttled: 'Throttling',
  },
  /** Not a service of AWS's: where handlers of custom resources send their responses, without credentials. */
  response: {
    handle: (cloud, request) => cloud.customResources.handle(request),
    error: s3Error,
    operation: () => 'PutResponse',
    throttled: 'SlowDown',
  },
};

/** What the credentials of a request say: `<access key>/<day>/<region>/<service>/aws4_request`. */
interface Credentials {
  readonly accessKey: string;
  readonly region: string;
  readonly service: string;
}

const CREDENTIALS = /Credential=([^/,\s]+)\/[^/]+\/([^/]+)\/([^/]+)\/aws4_request/;

/** Without credentials, e.g. a GET of a public address, only S3 can be meant. */
const credentialsOf = ({ headers, query }: CloudRequest): Credentials => {
  const given = headers.authorization ?? `Credential=${query.get('X-Amz-Credential') ?? ''}`;
  const [, accessKey = '', region = '', service = 's3'] = CREDENTIALS.exec(given) ?? [];
  return { accessKey, region, service };
};

/** Services whose credentials may name any region. */
const GLOBAL: readonly string[] = ['iam', 'sts'];

const refuseOtherRegion = ({ region, service }: Credentials, cloud: Cloud): void => {
  const own = cloud.settings.environment.region;
  if (region === '' || region === own || GLOBAL.includes(service)) return;
  throw new AwsError('InvalidClientTokenId', `The embedded cloud is in ${own}, and the request is for ${region}.`, 403);
};

/** A request with the service that it is for, and who sent it. */
export interface Routed {
  readonly service: Service;
  readonly call: CloudCall;
  readonly accessKey: string;
}

const unknownService = (name: string): AwsError =>
  new AwsError('UnknownOperationException', `The embedded cloud has no service ${name}.`, 400);

const onlyError = (error: AwsError): CloudResponse => jsonError(error);

const isResponse = ({ path }: CloudRequest): boolean => path.startsWith(RESPONSE_PATH);

/** Finds out who wants what. An error is written in the way of the service, as far as that is known. */
export const route = (cloud: Cloud, request: CloudRequest): Routed | CloudResponse => {
  const credentials = credentialsOf(request);
  const name = isResponse(request) ? 'response' : credentials.service;
  const service = Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined;
  if (service === undefined) return onlyError(unknownService(name));
  try {
    refuseOtherRegion(credentials, cloud);
    const operation = service.operation(cloud, request);
    const isFunction = name === 'response' || cloud.lambda.isFunction(credentials.accessKey);
    const call = { service: name, operation, by: isFunction ? 'function' : 'client' } as const;
    return { service, call, accessKey: credentials.accessKey };
  } catch (error) {
    if (error instanceof AwsError) return service.error(error);
    throw error;
  }
};
