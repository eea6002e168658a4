import { Match, Template } from 'aws-cdk-lib/assertions';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ContactFlow, FlowAlarms, InboundFlow } from '../../lib/constructs';
import { arn, greeting, smallCentre } from './small-centre';

const INSTANCE_ID = { Name: 'InstanceId', Value: '5e0c0000-aaaa-4bbb-8ccc-000000000001' };

test('A flow that fails, or takes error branches too often, and a number that leads nowhere raise an alarm', () => {
  const { stack, instance } = smallCentre();
  const flow = new InboundFlow(stack, 'MainLine', { instance, name: 'Main line', content: greeting('Hello.') });
  const topic = new Topic(stack, 'Alarms');
  new FlowAlarms(stack, 'FlowAlarms', { instance, flows: [flow], mostErrors: 25, actions: [new SnsAction(topic)] });

  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::CloudWatch::Alarm', 3);
  const ofFlow = Match.arrayWith([
    { Name: 'ContactFlowName', Value: 'Main line' },
    INSTANCE_ID,
    { Name: 'MetricGroup', Value: 'ContactFlow' },
  ]);
  const raised = { AlarmActions: [{ Ref: Match.stringLikeRegexp('^Alarms') }], Namespace: 'AWS/Connect', Period: 300 };
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    ...raised,
    MetricName: 'ContactFlowFatalErrors',
    Threshold: 0,
    Dimensions: ofFlow,
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    ...raised,
    MetricName: 'ContactFlowErrors',
    Threshold: 25,
    AlarmDescription: 'Flow "Main line" took error branches more than 25 times in five minutes.',
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    ...raised,
    MetricName: 'MisconfiguredPhoneNumbers',
    Dimensions: [INSTANCE_ID, { Name: 'MetricGroup', Value: 'VoiceCalls' }],
  });
});

test('A flow whose name is not known cannot be watched, and the error says what to do', () => {
  const { stack, instance } = smallCentre();
  const imported = ContactFlow.fromContactFlowAttributes(stack, 'Imported', {
    contactFlowArn: arn('contact-flow', '1'),
    flowType: 'CONTACT_FLOW',
  });
  expect(() => new FlowAlarms(stack, 'FlowAlarms', { instance, flows: [imported] })).toThrow(
    /Centre\/Imported: CloudWatch tells flows apart by name.* Give `flowName` where it is imported\./,
  );
});
