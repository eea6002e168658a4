import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  AgentQuickConnect,
  AgentTransferFlow,
  FlowQuickConnect,
  InboundFlow,
  OutboundWhisperFlow,
  PhoneNumberQuickConnect,
  Queue,
  QueueQuickConnect,
  QueueTransferFlow,
  QuickConnect,
  User,
} from '../../lib/constructs';
import { arn, INSTANCE_ARN, officeHours, queueNamed, smallCentre } from './small-centre';

const PHONE_NUMBER = 'arn:aws:connect:eu-central-1:111122223333:phone-number/0a0b0000-cccc-4ddd-8eee-000000000009';

test('A queue has hours, and leaves open what is not said', () => {
  const centre = smallCentre();
  queueNamed(centre, 'Billing');

  Template.fromStack(centre.stack).hasResourceProperties('AWS::Connect::Queue', {
    InstanceArn: INSTANCE_ARN,
    Name: 'Billing',
    HoursOfOperationArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('Office'), 'HoursOfOperationArn'] },
    OutboundCallerConfig: Match.absent(),
    QuickConnectArns: Match.absent(),
    Status: Match.absent(),
  });
});

test('The outbound whisper of a queue is the one that its customers hear on outbound calls', () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  new Queue(stack, 'Sales', {
    instance,
    hours: officeHours(centre),
    maxContacts: 20,
    enabled: false,
    outboundWhisperFlow: OutboundWhisperFlow.fromContactFlowArn(stack, 'Whisper', arn('contact-flow', '1')),
    outboundCallerIdName: 'Northwind',
    outboundCallerIdNumber: PHONE_NUMBER,
  });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::Queue', {
    MaxContacts: 20,
    Status: 'DISABLED',
    OutboundCallerConfig: {
      OutboundCallerIdName: 'Northwind',
      OutboundCallerIdNumberArn: PHONE_NUMBER,
      OutboundFlowArn: arn('contact-flow', '1'),
    },
  });
});

test('Two queues can be transferred to from each other', () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const hours = officeHours(centre);
  const transferFlow = QueueTransferFlow.fromContactFlowArn(stack, 'Transfer', arn('contact-flow', '2'));
  const billing = new Queue(stack, 'Billing', { instance, hours });
  const toBilling = new QueueQuickConnect(stack, 'ToBilling', { instance, queue: billing, transferFlow });
  new Queue(stack, 'Sales', { instance, hours, quickConnects: [toBilling] });

  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Connect::Queue', {
    QuickConnectArns: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('ToBilling'), 'QuickConnectArn'] }],
  });
  template.hasResourceProperties('AWS::Connect::QuickConnect', {
    QuickConnectConfig: {
      QuickConnectType: 'QUEUE',
      QueueConfig: {
        QueueArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('Billing'), 'QueueArn'] },
        ContactFlowArn: arn('contact-flow', '2'),
      },
    },
  });
});

test('Quick connects can be added to a queue later', () => {
  const centre = smallCentre();
  const billing = queueNamed(centre, 'Billing');
  billing.addQuickConnects(QuickConnect.fromQuickConnectArn(centre.stack, 'Lawyer', arn('transfer-destination', '6')));

  Template.fromStack(centre.stack).hasResourceProperties('AWS::Connect::Queue', {
    QuickConnectArns: [arn('transfer-destination', '6')],
  });
});

test('The quick connects of a queue beyond the fiftieth are added by the function, whenever they are named', () => {
  const centre = smallCentre();
  const billing = queueNamed(centre, 'Billing');
  for (let i = 0; i < 53; i++) {
    const quickConnectArn = arn('transfer-destination', `${i}`);
    billing.addQuickConnects(QuickConnect.fromQuickConnectArn(centre.stack, `Q${i}`, quickConnectArn));
  }

  const template = Template.fromStack(centre.stack);
  const [queue] = Object.values(template.findResources('AWS::Connect::Queue'));
  expect(queue?.Properties.QuickConnectArns).toHaveLength(50);
  template.resourceCountIs('Custom::ConnectMoreQuickConnects', 1);
  template.hasResourceProperties('Custom::ConnectMoreQuickConnects', {
    QueueArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Billing'), 'QueueArn'] },
    QuickConnectArns: ['50', '51', '52'].map((i) => arn('transfer-destination', i)),
    Listed: queue?.Properties.QuickConnectArns,
  });
});

test('An agent quick connect names the agent and the transfer flow', () => {
  const { stack, instance } = smallCentre();
  new AgentQuickConnect(stack, 'ToAna', {
    instance,
    name: 'Ana',
    description: 'Team lead',
    agent: User.fromUserArn(stack, 'Ana', arn('agent', '3')),
    transferFlow: AgentTransferFlow.fromContactFlowArn(stack, 'Transfer', arn('contact-flow', '4')),
  });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::QuickConnect', {
    Name: 'Ana',
    Description: 'Team lead',
    QuickConnectConfig: {
      QuickConnectType: 'USER',
      UserConfig: { UserArn: arn('agent', '3'), ContactFlowArn: arn('contact-flow', '4') },
    },
  });
});

test('A flow quick connect names an inbound flow', () => {
  const { stack, instance } = smallCentre();
  const inboundFlow = InboundFlow.fromContactFlowArn(stack, 'Survey', arn('contact-flow', '8'));
  new FlowQuickConnect(stack, 'ToSurvey', { instance, inboundFlow });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::QuickConnect', {
    QuickConnectConfig: { QuickConnectType: 'FLOW', FlowConfig: { ContactFlowArn: arn('contact-flow', '8') } },
  });
});

test('A phone number quick connect has no flow', () => {
  const { stack, instance } = smallCentre();
  new PhoneNumberQuickConnect(stack, 'Taxi', { instance, phoneNumber: '+4930210202' });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::QuickConnect', {
    QuickConnectConfig: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+4930210202' } },
  });
});

test.each(['030 210202', '+49 30 210202', '+0491234', ''])('The number "%s" is refused', (phoneNumber) => {
  const { stack, instance } = smallCentre();

  expect(() => new PhoneNumberQuickConnect(stack, 'Taxi', { instance, phoneNumber })).toThrow(
    'is no number in E.164 form',
  );
});

test('A queue with a name that is too long is refused at once', () => {
  expect(() => queueNamed(smallCentre(), 'Q'.repeat(128))).toThrow('has 128 characters; Connect takes up to 127.');
});

test('An imported queue knows its id', () => {
  const { stack } = smallCentre();

  expect(Queue.fromQueueArn(stack, 'Basic', arn('queue', '2')).queueId).toBe('0f1e0000-bbbb-4ccc-8ddd-000000000002');
});
