import { type CloudOptions, type EmbeddedCloud, startCloud } from '../../lib/cloud';
import { StackUnderTest } from '../cloud/cloud-under-test';
import { ALIAS, type Assembly, CLOCK_SPEED, publish } from './assembly';

const STACK = 'Centre';

/** A cloud with an instance, to which the stack `Centre` of small apps is deployed. */
export interface DeployedApp {
  readonly cloud: EmbeddedCloud;
  readonly instanceArn: string;
  readonly stack: StackUnderTest;
  /** Gives the status of the stack afterwards. */
  deploy(assembly: Assembly): Promise<string>;
}

export const appInCloud = async (options: CloudOptions = {}): Promise<DeployedApp> => {
  const cloud = await startCloud({ functionClockSpeed: CLOCK_SPEED, ...options });
  const instanceArn = await cloud.createInstance(ALIAS);
  const stack = new StackUnderTest(cloud, STACK);
  const deploy = async (assembly: Assembly): Promise<string> => {
    await publish(cloud, assembly);
    return stack.deploy(JSON.stringify(assembly.template));
  };
  return { cloud, instanceArn, stack, deploy };
};

/** The stack of a template with something in it that cannot be made, after all else. */
export const failing = ({ template, archives }: Assembly): Assembly => {
  const Broken = {
    Type: 'AWS::Connect::Queue',
    Properties: {
      InstanceArn: 'arn:aws:connect:eu-west-2:111122223333:instance/none',
      Name: 'B',
      HoursOfOperationArn: 'h',
    },
    DependsOn: Object.keys(template.Resources),
  };
  return { template: { ...template, Resources: { ...template.Resources, Broken } }, archives };
};

interface Life {
  readonly first: Assembly;
  readonly second: Assembly;
}

/**
 * Lives through create, a failing update, update and delete, once for each call of its handlers in it: the call takes effect,
 * its function is killed and called again, and all is as where nothing went wrong. Gives how many calls went wrong.
 */
export const liveWithFaults = async ({ first, second }: Life): Promise<number> => {
  const steps = [
    ({ deploy }: DeployedApp) => deploy(first),
    ({ deploy }: DeployedApp) => deploy(failing(second)),
    ({ deploy }: DeployedApp) => deploy(second),
    async ({ stack }: DeployedApp) => stack.delete().then(() => 'gone'),
  ];
  const states = async (nth: number | undefined) => {
    const app = await appInCloud();
    const found: string[] = [app.cloud.state()];
    const among = { by: 'function' } as const;
    if (nth !== undefined) app.cloud.faults.inject({ fault: 'killed', nth, among });
    try {
      for (const step of steps) {
        const status = await step(app);
        found.push(`${status}\n${app.cloud.state()}`);
      }
      return { found, calls: app.cloud.faults.count(among), areSpent: app.cloud.faults.areSpent };
    } finally {
      await app.cloud.stop();
    }
  };
  const quiet = await states(undefined);
  const left = Array.from({ length: quiet.calls }, (_, i) => i + 1);
  const count = left.length;
  const worker = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) {
      const { found, areSpent } = await states(each);
      expect([each, areSpent]).toEqual([each, true]);
      expect([each, found.map((state, i) => state === quiet.found[i])]).toEqual([each, found.map(() => true)]);
    }
  };
  // Functions are processes of their own.
  await Promise.all([worker(), worker()]);
  return count;
};
