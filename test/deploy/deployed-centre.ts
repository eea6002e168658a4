import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';
import { type CloudOptions, type EmbeddedCloud, startCloud } from '../../lib/cloud';
import { StackUnderTest } from '../cloud/cloud-under-test';
import { ALIAS, type Assembly, CLOCK_SPEED, publish, synthesise } from './assembly';
import { broken, changed, type WrittenTemplate } from './template-variants';

const STACK = 'ContactCentre';

/** Synthesises the example once, for whatever cloud it is deployed to. */
export const synthesised = (): Promise<Assembly> =>
  synthesise(STACK, (app, instanceArn) => new ContactCentreStack(app, STACK, { instanceArn }));

const VARIANTS = { first: (template: WrittenTemplate) => template, changed, broken } as const;

type Variant = keyof typeof VARIANTS;

/** A cloud of its own for one life of the example: instances in all of them have the same ids. */
export interface DeployedCentre {
  readonly cloud: EmbeddedCloud;
  readonly instanceArn: string;
  readonly stack: StackUnderTest;
  /** Deploys by CloudFormation's own API; gives the status of the stack afterwards. */
  deploy(variant: Variant): Promise<string>;
  /** Gives the status, and `gone` where the stack is no longer there. */
  delete(): Promise<string>;
  /** Tries again to take back an update that could not be taken back. */
  continueRollback(): Promise<string>;
}

/** A cloud with an instance, to which the example can be deployed without the CDK. */
export const newDeployment = async (assembly: Assembly, options: CloudOptions = {}): Promise<DeployedCentre> => {
  const cloud = await startCloud({ functionClockSpeed: CLOCK_SPEED, ...options });
  const instanceArn = await cloud.createInstance(ALIAS);
  await publish(cloud, assembly);
  const stack = new StackUnderTest(cloud, STACK);
  return {
    cloud,
    instanceArn,
    stack,
    deploy: (variant) => stack.deploy(JSON.stringify(VARIANTS[variant](assembly.template))),
    delete: async () => {
      await stack.delete();
      return stack.status().catch(() => 'gone');
    },
    continueRollback: () => stack.continueRollback(),
  };
};
