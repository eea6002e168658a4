import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SupportLine } from '../../examples/support-line/support-line';

test('The support line of the README has hours, a queue and an inbound flow', () => {
  const app = new App({
    context: { instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001' },
  });
  const template = Template.fromStack(new SupportLine(app, 'SupportLine'));
  template.resourceCountIs('AWS::Connect::HoursOfOperation', 1);
  template.resourceCountIs('AWS::Connect::Queue', 1);
  template.hasResourceProperties('AWS::Connect::ContactFlow', { Name: 'Main line', Type: 'CONTACT_FLOW' });
});
