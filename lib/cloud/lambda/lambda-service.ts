import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AwsError } from '../aws-error';
import type { CloudEnvironment } from '../environment';
import type { LogsService } from '../logs/logs-service';
import { FunctionProcess, type InvocationOutcome } from './function-process';
import { type FunctionVersion, functionReference, type LambdaFunction, type Permission } from './lambda-function';
import { unpack } from './unpack';

/** Where clients in functions find the cloud; known once it listens. */
export interface FunctionSurroundings {
  readonly endpoint: () => string;
  /** Folders in which functions find what Lambda's own runtime brings along, such as the SDK. */
  readonly modulePath: string;
  /** How much faster than elsewhere time passes in functions. */
  readonly clockSpeed: number;
}

interface Running {
  readonly process: FunctionProcess;
  readonly accessKey: string;
}

/** Lambda: functions, and the processes in which they run. */
export class LambdaService {
  readonly functions = new Map<string, LambdaFunction>();
  readonly versions = new Map<string, FunctionVersion[]>();
  readonly permissions = new Map<string, Permission>();
  /** How often calls that nobody waits for are tried again, by the name of the function. @default twice */
  readonly retries = new Map<string, number>();
  private readonly folders = new Map<string, string>();
  private readonly idle = new Map<string, Running[]>();
  private readonly busy = new Map<string, Running>();
  private started = 0;
  private isStopped = false;

  constructor(
    private readonly environment: CloudEnvironment,
    private readonly logs: LogsService,
    private readonly surroundings: FunctionSurroundings,
  ) {}

  /** By name or ARN, with or without a version. @throws AwsError where there is none */
  get(reference: string): LambdaFunction {
    const { name, qualifier } = functionReference(reference);
    const found = this.functions.get(name);
    const version = this.versions.get(name)?.find(({ number }) => String(number) === qualifier);
    const result = qualifier === undefined ? found : version?.snapshot;
    if (result !== undefined) return result;
    throw new AwsError('ResourceNotFoundException', `Function not found: ${reference}`, 404);
  }

  create(lambda: LambdaFunction): LambdaFunction {
    if (this.functions.has(lambda.name)) {
      throw new AwsError('ResourceConflictException', `Function already exist: ${lambda.name}`, 409);
    }
    this.functions.set(lambda.name, lambda);
    return lambda;
  }

  update(lambda: LambdaFunction): void {
    this.functions.set(this.get(lambda.name).name, lambda);
    this.retire(lambda.name);
  }

  remove(name: string): void {
    this.functions.delete(this.get(name).name);
    this.versions.delete(name);
    this.retire(name);
  }

  /** Runs the code of a function with an event. */
  async invoke(reference: string, event: unknown): Promise<InvocationOutcome> {
    const lambda = this.get(reference);
    refuseForeignRuntime(lambda);
    if (this.isStopped) throw new AwsError('ServiceException', 'The embedded cloud has been stopped.', 500);
    const running = this.idle.get(lambda.arn)?.pop() ?? this.start(lambda);
    this.busy.set(running.accessKey, running);
    const context = this.contextOf(lambda);
    const outcome = await running.process.invoke(event, context, lambda.timeoutSeconds);
    this.busy.delete(running.accessKey);
    if (!outcome.ok) this.logs.write(lambda.logGroup, 'runtime', outcome.error.errorMessage);
    if (!running.process.isOver && this.functions.get(lambda.name) === lambda) this.keep(lambda.arn, running);
    else running.process.stop();
    return outcome;
  }

  /** Kills the process that calls with an access key; whether there was one. */
  kill(accessKey: string): boolean {
    const running = this.busy.get(accessKey);
    running?.process.stop();
    return running !== undefined;
  }

  isFunction(accessKey: string): boolean {
    return this.busy.has(accessKey);
  }

  /** Ends every process and removes what was unpacked. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const all = [...[...this.idle.values()].flat(), ...this.busy.values()];
    for (const { process } of all) process.stop();
    await Promise.all(all.map(({ process }) => process.gone));
    for (const folder of this.folders.values()) rmSync(folder, { recursive: true, force: true });
    this.folders.clear();
  }

  private keep(arn: string, running: Running): void {
    this.idle.set(arn, [...(this.idle.get(arn) ?? []), running]);
  }

  private retire(name: string): void {
    for (const [arn, running] of this.idle) {
      if (functionReference(arn).name !== name) continue;
      for (const { process } of running) process.stop();
      this.idle.delete(arn);
    }
  }

  private folderOf({ codeSha256, code }: LambdaFunction): string {
    const known = this.folders.get(codeSha256);
    if (known !== undefined) return known;
    const folder = mkdtempSync(path.join(tmpdir(), 'embedded-cloud-'));
    this.folders.set(codeSha256, folder);
    unpack(code, folder);
    return folder;
  }

  private start(lambda: LambdaFunction): Running {
    const accessKey = `FUNCTION${++this.started}`;
    const folder = this.folderOf(lambda);
    const environment = this.variablesOf(lambda, folder, accessKey);
    const { clockSpeed } = this.surroundings;
    const onLine = (line: string) => this.logs.write(lambda.logGroup, accessKey, line);
    return { accessKey, process: new FunctionProcess({ folder, environment, clockSpeed, onLine }) };
  }

  private variablesOf(lambda: LambdaFunction, folder: string, accessKey: string): Record<string, string> {
    return {
      ...lambda.environment,
      PATH: process.env.PATH ?? '',
      NODE_PATH: this.surroundings.modulePath,
      AWS_ENDPOINT_URL: this.surroundings.endpoint(),
      AWS_ACCESS_KEY_ID: accessKey,
      AWS_SECRET_ACCESS_KEY: 'embedded',
      AWS_REGION: this.environment.region,
      AWS_DEFAULT_REGION: this.environment.region,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AWS_EXECUTION_ENV: `AWS_Lambda_${lambda.runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: lambda.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memoryMegabytes),
      AWS_LAMBDA_LOG_GROUP_NAME: lambda.logGroup,
      AWS_LAMBDA_LOG_STREAM_NAME: accessKey,
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: lambda.handler,
      TZ: ':UTC',
    };
  }

  private contextOf({ name, arn, memoryMegabytes, logGroup, timeoutSeconds }: LambdaFunction): Record<string, unknown> {
    return {
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memoryMegabytes),
      awsRequestId: this.environment.identifiers.uuid('request', name),
      logGroupName: logGroup,
      logStreamName: 'embedded-cloud',
      timeoutSeconds,
    };
  }
}

const refuseForeignRuntime = ({ name, runtime }: LambdaFunction): void => {
  if (runtime === undefined || runtime.startsWith('nodejs')) return;
  const reason = `The embedded cloud runs functions in Node.js only, and ${name} wants ${runtime}.`;
  throw new AwsError('InvalidRuntimeException', reason, 502);
};
