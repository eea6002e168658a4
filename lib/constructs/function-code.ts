import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, type IFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { LIMITS } from '../language';

export interface FunctionOptions {
  /** The exported function. @default 'handler' */
  readonly handler?: string;

  /** @default - none */
  readonly environment?: Readonly<Record<string, string>>;

  /** @default Duration.seconds(8), as long as a flow waits */
  readonly timeout?: Duration;

  /** @default 512, which starts quicker than the least; a caller waits */
  readonly memoryMegabytes?: number;

  /** @default Runtime.NODEJS_24_X */
  readonly runtime?: Runtime;

  /** @default - one of its own, which goes with the function and keeps lines for a month */
  readonly logGroup?: ILogGroup;

  /** @default - none */
  readonly description?: string;
}

/** Code for a function that is made here. */
export type FunctionSettings = FunctionOptions &
  (
    | {
        /** A TypeScript or JavaScript file, bundled with everything that it imports. */
        readonly entry: string;
        /** @default - minified, without source maps */
        readonly bundling?: BundlingOptions;
        readonly code?: never;
      }
    | {
        /** Code that needs no bundling; the handler is `index.handler` unless another is named. */
        readonly code: Code;
        readonly entry?: never;
        readonly bundling?: never;
      }
  );

/** CommonJS from ES modules: the quickest start that was measured with the SDK inside. */
const BUNDLING: BundlingOptions = {
  bundleAwsSDK: true,
  format: OutputFormat.CJS,
  mainFields: ['module', 'main'],
  minify: true,
};

const ownLogGroup = (scope: Construct): LogGroup =>
  new LogGroup(scope, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });

/** May write its own log and nothing else; the managed policy that functions mostly get allows every log. */
const roleFor = (scope: Construct, logGroup: ILogGroup): Role => {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return role;
};

/** A function with its log group and a role that can write to this log only. */
export const makeFunction = (scope: Construct, settings: FunctionSettings): IFunction => {
  const logGroup = settings.logGroup ?? ownLogGroup(scope);
  const options = {
    description: settings.description,
    runtime: settings.runtime ?? Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: settings.memoryMegabytes ?? 512,
    timeout: settings.timeout ?? Duration.seconds(LIMITS.lambdaSynchronousSeconds),
    environment: settings.environment && { ...settings.environment },
    logGroup,
    role: roleFor(scope, logGroup),
  };
  if (settings.code !== undefined) {
    const handler = settings.handler ?? 'index.handler';
    return new LambdaFunction(scope, 'Function', { ...options, handler, code: settings.code });
  }
  const { entry, handler, bundling } = settings;
  return new NodejsFunction(scope, 'Function', { ...options, entry, handler, bundling: { ...BUNDLING, ...bundling } });
};
