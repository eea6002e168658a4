import { devNull } from 'node:os';
import { Cloud } from './cloud';
import { assumeOfCloud, type CloudAssumptions } from './connect/assumptions';
import type { ConnectCallRecord, OnContact } from './connect/connect-state';
import type { OperationInput, OperationName, OperationOutput } from './connect/protocol/operation';
import type { Faults } from './faults';
import { type RateLimit, RequestRate } from './http/request-rate';
import { portOf, serve, stopServing } from './http/serve';
import { Identifiers } from './identifiers';
import { functionReference } from './lambda/lambda-function';
import { systemClock } from './real-time';
import { type StateOptions, stateText } from './state';

export interface CloudOptions {
  /** @default 0, any that is free */
  readonly port?: number;
  /** @default 'eu-west-2' */
  readonly region?: string;
  /** @default '111122223333' */
  readonly account?: string;
  /** Ids come out of it: the same deployments give the same ids. @default 'embedded cloud' */
  readonly seed?: string;
  /** What stamps are taken from. @default the system's clock */
  readonly clock?: () => Date;
  /** Takes contacts that programs start. @default they are kept, and nothing else happens */
  readonly onContact?: OnContact;
  /** How many calls Connect takes; the service takes 2 a second, 5 in a burst. @default any number */
  readonly throttle?: RateLimit;
  /** How Connect answers where nobody has published it. @default CLOUD_DEFAULTS */
  readonly assumptions?: Partial<CloudAssumptions>;
  /** Entries on a page of Connect's lists, where a request does not say. @default 100 */
  readonly pageSize?: number;
  /** Told about every call that Connect has carried out, whoever made it, after it took effect. */
  readonly onConnectCall?: (call: ConnectCallRecord) => void;
  /**
   * How much faster than elsewhere time passes in functions, so that tests do not wait for handlers that pause between their
   * calls. Time limits of functions stay as they are. @default 1
   */
  readonly functionClockSpeed?: number;
  /** Values of secrets, by name or ARN, for templates that refer to Secrets Manager. @default none */
  readonly secrets?: Readonly<Record<string, string>>;
  /** The largest request that is read. @default 100 MB */
  readonly mostRequestBytes?: number;
  /** Told about defects of the cloud itself. @default they are written to the error output */
  readonly onDefect?: (error: unknown) => void;
}

/** A cloud that runs in this process and answers on this machine alone. */
export interface EmbeddedCloud {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** Variables that lead AWS's own programs and SDKs here. */
  readonly environment: Readonly<Record<string, string>>;
  /** What goes wrong on purpose, and how many calls there were. */
  readonly faults: Faults;
  /** Calls Connect without a client. @throws AwsError */
  connect<N extends OperationName>(operation: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
  /** Makes a Connect instance with everything that a new one has; gives its ARN. */
  createInstance(alias: string): Promise<string>;
  /** Calls a deployed function, by name or ARN. @throws Error with the function's own message where it fails */
  invoke(reference: string, event: unknown): Promise<unknown>;
  /** The lines that a function has written. */
  logs(functionReference: string): readonly string[];
  /** Everything that the cloud holds, as canonical JSON. */
  state(options?: StateOptions): string;
  /** Ends the server, and every function that runs. */
  stop(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

const environmentFor = (endpoint: string, region: string): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'embedded',
  AWS_SECRET_ACCESS_KEY: 'embedded',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
  // Nothing in the settings of this machine may lead to the real AWS.
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  CDK_DISABLE_CLI_TELEMETRY: 'true',
});

const cloudFor = (options: CloudOptions, endpoint: () => string): Cloud => {
  const { region = 'eu-west-2', account = '111122223333', seed = 'embedded cloud', clock = systemClock } = options;
  return new Cloud({
    environment: { region, account, clock, identifiers: new Identifiers(seed) },
    connect: {
      pageSize: options.pageSize ?? 100,
      onContact: options.onContact,
      onCall: options.onConnectCall,
      assumptions: assumeOfCloud(options.assumptions),
    },
    secrets: options.secrets ?? {},
    functionClockSpeed: options.functionClockSpeed ?? 1,
    endpoint,
  });
};

const report = (error: unknown): void => {
  process.stderr.write(`The embedded cloud has a defect: ${error instanceof Error ? error.stack : String(error)}\n`);
};

const invoked = async (cloud: Cloud, reference: string, event: unknown): Promise<unknown> => {
  const outcome = await cloud.lambda.invoke(reference, event);
  if (outcome.ok) return outcome.result;
  throw new Error(outcome.error.errorMessage);
};

const logLines = (cloud: Cloud, reference: string): readonly string[] => {
  const { logGroup } = cloud.lambda.get(functionReference(reference).name);
  return cloud.logs.eventsOf(logGroup).map(({ message }) => message);
};

const createInstance = async (cloud: Cloud, alias: string): Promise<string> => {
  const { Arn = '' } = await cloud.connect.call('CreateInstance', {
    IdentityManagementType: 'SAML',
    InstanceAlias: alias,
    InboundCallsEnabled: true,
    OutboundCallsEnabled: true,
  });
  return Arn;
};

/** Starts a cloud on the loopback interface. */
export const startCloud = async (options: CloudOptions = {}): Promise<EmbeddedCloud> => {
  let endpoint = '';
  const cloud = cloudFor(options, () => endpoint);
  const { clock, region } = cloud.settings.environment;
  const server = await serve(cloud, options.port ?? 0, {
    mostBytes: options.mostRequestBytes ?? 100 * MEGABYTE,
    rate: options.throttle && new RequestRate(options.throttle, clock),
    onDefect: options.onDefect ?? report,
  });
  endpoint = `http://127.0.0.1:${portOf(server)}`;
  return {
    endpoint,
    environment: environmentFor(endpoint, region),
    faults: cloud.faults,
    connect: (operation, input) => cloud.connect.call(operation, input),
    createInstance: (alias) => createInstance(cloud, alias),
    invoke: (reference, event) => invoked(cloud, reference, event),
    logs: (reference) => logLines(cloud, reference),
    state: (stateOptions) => stateText(cloud, stateOptions),
    stop: async () => {
      await cloud.lambda.stop();
      await stopServing(server);
      await cloud.cloudFormation.settled();
    },
  };
};
