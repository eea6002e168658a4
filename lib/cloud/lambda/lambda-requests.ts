import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from '../http/message';
import type { FunctionError, InvocationOutcome } from './function-process';
import { functionReference, type LambdaFunction } from './lambda-function';
import type { LambdaService } from './lambda-service';

const JSON_TYPE = { 'content-type': 'application/json' };
const ROUTE = /^\/2015-03-31\/functions(?:\/([^/]+)(?:\/(invocations|configuration))?)?\/?$/;

/** Lambda tries a call that nobody waits for again so often, unless the function says otherwise. */
const RETRIES = 2;

const configuration = (lambda: LambdaFunction) => ({
  FunctionName: lambda.name,
  FunctionArn: lambda.arn,
  Runtime: lambda.runtime,
  Role: lambda.role,
  Handler: lambda.handler,
  Description: lambda.description ?? '',
  Timeout: lambda.timeoutSeconds,
  MemorySize: lambda.memoryMegabytes,
  CodeSize: lambda.code.length,
  CodeSha256: lambda.codeSha256,
  Version: '$LATEST',
  Environment: { Variables: { ...lambda.environment } },
  LoggingConfig: { LogFormat: 'Text', LogGroup: lambda.logGroup },
  Architectures: [...lambda.architectures],
  State: 'Active',
  LastUpdateStatus: 'Successful',
});

const answer = (body: unknown): CloudResponse => ({ status: 200, headers: JSON_TYPE, body: JSON.stringify(body) });

const failureBody = ({ errorType, errorMessage, trace }: FunctionError): string =>
  JSON.stringify({ errorType, errorMessage, trace });

const invocationAnswer = (outcome: InvocationOutcome): CloudResponse =>
  outcome.ok
    ? answer(outcome.result)
    : { status: 200, headers: { ...JSON_TYPE, 'x-amz-function-error': 'Unhandled' }, body: failureBody(outcome.error) };

const eventOf = ({ body }: CloudRequest): unknown => {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json.');
  }
};

/** A call that nobody waits for: it is tried again where the function fails, as Lambda does. */
export const invokeAsynchronously = async (
  lambda: LambdaService,
  reference: string,
  event: unknown,
): Promise<InvocationOutcome> => {
  let outcome = await lambda.invoke(reference, event);
  const most = lambda.retries.get(functionReference(reference).name) ?? RETRIES;
  for (let retries = 0; retries < most && !outcome.ok; retries++) outcome = await lambda.invoke(reference, event);
  return outcome;
};

const invoked = async (lambda: LambdaService, name: string, request: CloudRequest): Promise<CloudResponse> => {
  const event = eventOf(request);
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  lambda.get(name);
  if (type === 'DryRun') return { status: 204 };
  if (type === 'RequestResponse') return invocationAnswer(await lambda.invoke(name, event));
  invokeAsynchronously(lambda, name, event).catch(() => undefined);
  return { status: 202 };
};

const notHere = ({ method, path }: CloudRequest): AwsError =>
  new AwsError('UnknownOperationException', `The embedded cloud does not carry out lambda ${method} ${path}.`, 400);

/** Answers a request of Lambda's API. */
export const lambdaAnswer = async (lambda: LambdaService, request: CloudRequest): Promise<CloudResponse> => {
  const match = ROUTE.exec(request.path);
  if (match === null) throw notHere(request);
  const [, encoded, part] = match;
  const qualifier = request.query.get('Qualifier');
  const name = `${decodeURIComponent(encoded ?? '')}${qualifier === null ? '' : `:${qualifier}`}`;
  if (request.method === 'POST' && part === 'invocations') return invoked(lambda, name, request);
  if (request.method !== 'GET' || part === 'invocations') throw notHere(request);
  if (encoded === undefined) return answer({ Functions: [...lambda.functions.values()].map(configuration) });
  const found = configuration(lambda.get(name));
  return answer(part === 'configuration' ? found : { Configuration: found, Code: { RepositoryType: 'S3' } });
};
