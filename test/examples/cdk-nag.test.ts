import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Aspects, type Stack } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';

/** What the AwsSolutions pack holds against the example; functions are not bundled. */
const findingsOf = (context: Readonly<Record<string, string>>, more: (stack: Stack) => unknown = () => {}) => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [], ...context } });
  more(new ContactCentreStack(app, 'ContactCentre', { instanceArn: app.node.tryGetContext('instanceArn') }));
  Aspects.of(app).add(new AwsSolutionsChecks({ reports: false }));
  return app
    .synth()
    .getStackByName('ContactCentre')
    .messages.filter(({ level }) => level !== 'info')
    .map(({ id, entry }) => `${id}: ${String(entry.data).slice(0, 80)}`);
};

describe('The AwsSolutions pack of cdk-nag', () => {
  test.each([
    ['on a new instance', {}],
    ['on an instance that is there already', { instanceArn: INSTANCE }],
  ])('holds nothing against the example %s', (_where, context) => {
    expect(findingsOf(context as Readonly<Record<string, string>>)).toEqual([]);
  });

  test('would say so if there was something', () => {
    expect(findingsOf({}, (stack) => new Bucket(stack, 'Bucket')).join()).toContain('AwsSolutions-S1');
  });
});
