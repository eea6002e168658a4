import { App, type Environment } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';

interface Configuration {
  readonly instanceArn?: string;
  readonly env?: Environment;
}

/** Where the example is deployed to. An environment is only given where it is another one than the CLI would take. */
export const CONFIGURATIONS = {
  'a new instance': {},
  'an existing instance': {
    instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001',
  },
  'an existing instance in another region and account': {
    instanceArn: 'arn:aws:connect:us-west-2:444455556666:instance/5e0c0000-aaaa-4bbb-8ccc-000000000002',
    env: { region: 'us-west-2', account: '444455556666' },
  },
} as const satisfies Record<string, Configuration>;

export type ConfigurationName = keyof typeof CONFIGURATIONS;

export const CONFIGURATION_NAMES = Object.keys(CONFIGURATIONS) as readonly ConfigurationName[];

/** The example as the CLI would make it, but that functions are not bundled. */
export const exampleFor = (name: ConfigurationName) => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true } });
  const stack = new ContactCentreStack(app, 'ContactCentre', CONFIGURATIONS[name]);
  return { app, stack };
};
