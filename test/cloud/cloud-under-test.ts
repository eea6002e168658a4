import {
  type CloudFormationClient as Client,
  CloudFormationClient,
  ContinueUpdateRollbackCommand,
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { ConnectClient } from '@aws-sdk/client-connect';
import { type CloudOptions, type EmbeddedCloud, startCloud } from '../../lib/cloud';

/** Functions are processes, and start as fast as the machine lets them. */
jest.setTimeout(60_000);

const NOON = new Date('2026-11-02T12:00:00Z');

const running: EmbeddedCloud[] = [];

/** A cloud whose clock stands still; `stopClouds` ends it. */
export const cloudUnderTest = async (options: CloudOptions = {}): Promise<EmbeddedCloud> => {
  const cloud = await startCloud({ clock: () => NOON, ...options });
  running.push(cloud);
  return cloud;
};

/** Ends every cloud that a test file has started. */
export const stopClouds = async (): Promise<void> => {
  await Promise.all(running.splice(0).map((cloud) => cloud.stop()));
};

/** What any client of AWS needs to find the cloud. */
export const clientSettings = ({ endpoint }: EmbeddedCloud) => ({
  endpoint,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
});

export const connectClient = (cloud: EmbeddedCloud): ConnectClient => new ConnectClient(clientSettings(cloud));

type Resources = Readonly<Record<string, object>>;

export interface TemplateParts {
  readonly Resources: Resources;
  readonly [section: string]: unknown;
}

/** A stack as a test sees it: deployed with CloudFormation's own client. */
export class StackUnderTest {
  private readonly client: Client;
  private count = 0;

  constructor(
    cloud: EmbeddedCloud,
    readonly name = 'Centre',
  ) {
    this.client = new CloudFormationClient(clientSettings(cloud));
  }

  /** Makes a change set; gives what it says. */
  async plan(template: TemplateParts | string, more: object = {}) {
    const ChangeSetName = `change-${++this.count}`;
    const exists = await this.exists();
    const StackName = this.name;
    await this.client.send(
      new CreateChangeSetCommand({
        StackName,
        ChangeSetName,
        ChangeSetType: exists ? 'UPDATE' : 'CREATE',
        Capabilities: ['CAPABILITY_IAM'],
        TemplateBody: typeof template === 'string' ? template : JSON.stringify(template),
        ...more,
      }),
    );
    return this.client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName }));
  }

  /** Deploys a template; gives the status of the stack afterwards. */
  async deploy(template: TemplateParts | string, more: object = {}, execution: object = {}): Promise<string> {
    const { ChangeSetName } = await this.plan(template, more);
    await this.client.send(new ExecuteChangeSetCommand({ StackName: this.name, ChangeSetName, ...execution }));
    return this.settled();
  }

  async delete(): Promise<void> {
    await this.client.send(new DeleteStackCommand({ StackName: this.name }));
    await this.settled().catch(() => undefined);
  }

  /** Tries again to take back an update that could not be taken back; gives the status of the stack afterwards. */
  async continueRollback(): Promise<string> {
    await this.client.send(new ContinueUpdateRollbackCommand({ StackName: this.name }));
    return this.settled();
  }

  /** The status of the stack once nothing happens to it any more. */
  private async settled(): Promise<string> {
    for (;;) {
      const status = await this.status();
      if (!status.endsWith('_IN_PROGRESS')) return status;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async describe() {
    const { Stacks: [stack] = [] } = await this.client.send(new DescribeStacksCommand({ StackName: this.name }));
    return stack;
  }

  async status(): Promise<string> {
    return (await this.describe())?.StackStatus ?? '';
  }

  async output(name: string): Promise<string | undefined> {
    return (await this.describe())?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
  }

  /** `<logical id> <status>` of everything that happened, in order. */
  async history(): Promise<readonly string[]> {
    const { StackEvents = [] } = await this.client.send(new DescribeStackEventsCommand({ StackName: this.name }));
    return StackEvents.map(
      ({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`,
    ).reverse();
  }

  /** What events say about failures. */
  async reasons(): Promise<readonly string[]> {
    const { StackEvents = [] } = await this.client.send(new DescribeStackEventsCommand({ StackName: this.name }));
    const failed = StackEvents.filter(({ ResourceStatus = '' }) => ResourceStatus.endsWith('FAILED'));
    return failed.map(({ ResourceStatusReason = '' }) => ResourceStatusReason).reverse();
  }

  private async exists(): Promise<boolean> {
    const stack = await this.describe().catch(() => undefined);
    return stack !== undefined && stack.StackStatus !== 'REVIEW_IN_PROGRESS';
  }
}
