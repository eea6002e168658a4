import path from 'node:path';
import type { JsonObject } from '../language';
import { CloudFormationService } from './cloudformation/cloudformation-service';
import { CustomResources } from './cloudformation/custom-resources';
import { connectCalls, functionCalls } from './cloudformation-calls';
import { ConnectService } from './connect/connect-service';
import { type ConnectSettings, ConnectState } from './connect/connect-state';
import type { CloudEnvironment } from './environment';
import { Faults } from './faults';
import { IamStore } from './iam/iam-store';
import { LambdaService } from './lambda/lambda-service';
import { LogsService } from './logs/logs-service';
import { S3Service } from './s3/s3-service';
import { SsmService } from './ssm/ssm-service';
import { StsService } from './sts/sts-service';

/** What `cdk bootstrap` leaves in an account: the CDK uses this much of it. */
const BOOTSTRAP = { qualifier: 'hnb659fds', version: '30' } as const;

export interface CloudSettings {
  readonly environment: CloudEnvironment;
  readonly connect: ConnectSettings;
  readonly secrets: Readonly<Record<string, string>>;
  /** How much faster than elsewhere time passes in functions. */
  readonly functionClockSpeed: number;
  /** Where clients find the cloud; asked once it listens. */
  readonly endpoint: () => string;
}

/** Every service of the embedded cloud, and what they share; without the server that stands before them. */
export class Cloud {
  readonly faults = new Faults();
  readonly iam = new IamStore();
  readonly kept = new Map<string, JsonObject>();
  readonly connect: ConnectService;
  readonly sts: StsService;
  readonly ssm: SsmService;
  readonly s3: S3Service;
  readonly logs: LogsService;
  readonly lambda: LambdaService;
  readonly customResources: CustomResources;
  readonly cloudFormation: CloudFormationService;

  constructor(readonly settings: CloudSettings) {
    const { environment, endpoint, functionClockSpeed: clockSpeed } = settings;
    this.connect = new ConnectService(new ConnectState(environment, settings.connect));
    this.sts = new StsService(environment);
    this.ssm = new SsmService(environment);
    this.s3 = new S3Service(environment);
    this.logs = new LogsService(environment);
    this.lambda = new LambdaService(environment, this.logs, { endpoint, modulePath: modulePath(), clockSpeed });
    this.customResources = new CustomResources(endpoint);
    this.cloudFormation = new CloudFormationService(this.providerServices(), settings.secrets);
    this.bootstrap();
  }

  private providerServices() {
    const { settings, connect, faults, lambda, s3, logs, ssm, iam, kept, customResources } = this;
    return {
      environment: settings.environment,
      connect: connectCalls(connect, faults),
      invoke: functionCalls(lambda, faults),
      lambda,
      s3,
      logs,
      ssm,
      iam,
      kept,
      customResources,
    };
  }

  private bootstrap(): void {
    const { account, region } = this.settings.environment;
    const { qualifier, version: value } = BOOTSTRAP;
    this.s3.create(`cdk-${qualifier}-assets-${account}-${region}`);
    this.ssm.create({ name: `/cdk-bootstrap/${qualifier}/version`, type: 'String', value, description: undefined });
  }
}

/** The folders of packages above a folder, the nearest first. */
const packagesAbove = (folder: string): readonly string[] => {
  const parent = path.dirname(folder);
  const here = path.join(folder, 'node_modules');
  return parent === folder ? [here] : [here, ...packagesAbove(parent)];
};

/** Functions find the SDK where this package and the project that uses it find theirs. */
const modulePath = (): string => [...packagesAbove(__dirname), ...packagesAbove(process.cwd())].join(path.delimiter);
