import { Match, Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RemovalPolicy, Tags } from 'aws-cdk-lib/core';
import {
  agentWhisperFlow,
  disconnect,
  endFlow,
  flowModule,
  inboundFlow,
  playPrompt,
  returnFromModule,
  setWhispers,
  transferToQueue,
} from '../../lib/build';
import {
  AgentHoldFlow,
  AgentTransferFlow,
  AgentWhisperFlow,
  ContactFlow,
  ContactFlowModule,
  CustomerHoldFlow,
  CustomerQueueFlow,
  CustomerWhisperFlow,
  InboundFlow,
  OutboundWhisperFlow,
  QueueTransferFlow,
} from '../../lib/constructs';
import { FLOW_TYPES, write } from '../../lib/language';
import { arn, documentsIn, greeting, INSTANCE_ARN, queueNamed, smallCentre } from './small-centre';

const hello = inboundFlow('Hello', { onError: [disconnect()], description: 'Says hello' }, [
  playPrompt('Hello.'),
  disconnect(),
]);
const whisper = agentWhisperFlow('Billing whisper', { onError: [endFlow()] }, [playPrompt('Billing.'), endFlow()]);

test('A written flow is deployed under its own name and description, with its type', () => {
  const { stack, instance } = smallCentre();
  new InboundFlow(stack, 'Hello', { instance, flow: hello });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlow', {
    InstanceArn: INSTANCE_ARN,
    Name: 'Hello',
    Description: 'Says hello',
    Type: 'CONTACT_FLOW',
    Content: write(hello.document, { indent: 'compact' }),
    State: Match.absent(),
  });
});

test('Name, description and state can differ from what was written', () => {
  const { stack, instance } = smallCentre();
  new InboundFlow(stack, 'Hello', { instance, flow: hello, name: 'Old line', description: 'Old', state: 'ARCHIVED' });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlow', {
    Name: 'Old line',
    Description: 'Old',
    State: 'ARCHIVED',
  });
});

test('A flow refers to the queues and flows of its stack', () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const billing = queueNamed(centre, 'Billing');
  const billingWhisper = new AgentWhisperFlow(stack, 'BillingWhisper', { instance, flow: whisper });
  const mainLine = inboundFlow('Main line', { onError: [disconnect()] }, [
    playPrompt('Thanks for calling Northwind.'),
    setWhispers({ agent: billingWhisper }),
    transferToQueue(billing, { atCapacity: [disconnect()] }),
  ]);
  new InboundFlow(stack, 'MainLine', { instance, flow: mainLine });

  const { Metadata, ...document } = documentsIn(stack)['Main line'] ?? {};
  expect(document).toMatchSnapshot();
  expect(JSON.stringify(Metadata)).not.toContain('Token');
});

test('There is a construct for every type of flow but campaigns, for which the general one is left', () => {
  const { stack, instance } = smallCentre();
  const props = { instance, content: write(greeting('Hello.')), state: 'ARCHIVED' } as const;
  const classes = [
    InboundFlow,
    CustomerQueueFlow,
    CustomerHoldFlow,
    CustomerWhisperFlow,
    AgentHoldFlow,
    AgentWhisperFlow,
    OutboundWhisperFlow,
    AgentTransferFlow,
    QueueTransferFlow,
  ];
  const types = classes.map((Class) => new Class(stack, Class.name, props).flowType);
  const campaign = new ContactFlow(stack, 'Campaign', { ...props, type: 'CAMPAIGN' });

  expect([...types, campaign.flowType]).toEqual(FLOW_TYPES);
});

test('A document without a name gets one made of the path, which flows can be written with', () => {
  const { stack, instance } = smallCentre();
  const flow = new InboundFlow(stack, 'Hello', { instance, content: greeting('Hello.') });

  expect(flow.flowName).toMatch(/^Centre-Hello-[0-9A-F]{8}$/);
  Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlow', { Name: flow.flowName });
});

test('The text of an export keeps its spelling, whitespace aside', () => {
  const { stack, instance } = smallCentre();
  const spelling = JSON.stringify(greeting('Hello.'), null, 4).replace('Hello.', 'Gr\\u00fc\\u00dfe');
  new InboundFlow(stack, 'Hello', { instance, content: spelling });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlow', {
    Content: Match.stringLikeRegexp('"Text":"Gr\\\\u00fc\\\\u00dfe"'),
  });
});

test('Text that is no flow is refused at once, with the construct and the place in the text', () => {
  const { stack, instance } = smallCentre();
  const ship = () => new InboundFlow(stack, 'Hello', { instance, content: '{ "Version": "2019-10-30", }' });

  expect(ship).toThrow(/The content of Centre\/Hello/);
});

test('A raw document may refer to what it uses by tokens in its text', () => {
  const centre = smallCentre();
  const billing = queueNamed(centre, 'Billing');
  const content = write(greeting(`The queue is ${billing.queueArn}`));
  new InboundFlow(centre.stack, 'Hello', { instance: centre.instance, name: 'Hello', content });

  expect(documentsIn(centre.stack).Hello?.Actions[0]?.Parameters).toEqual({
    Text: expect.stringMatching(/<Billing\w+\.QueueArn>/),
  });
});

test('A flow is tagged with its stack, and kept when it is told so', () => {
  const { stack, instance } = smallCentre();
  new InboundFlow(stack, 'Hello', { instance, flow: hello }).applyRemovalPolicy(RemovalPolicy.RETAIN);
  Tags.of(stack).add('team', 'contact-centre');

  Template.fromStack(stack).hasResource('AWS::Connect::ContactFlow', {
    DeletionPolicy: 'Retain',
    Properties: { Tags: [{ Key: 'team', Value: 'contact-centre' }] },
  });
});

test('An imported flow has an id, an instance and the type of its class', () => {
  const { stack } = smallCentre();
  const flow = AgentWhisperFlow.fromContactFlowArn(stack, 'Default', arn('contact-flow', '7'));

  expect(flow).toMatchObject({
    contactFlowId: '0f1e0000-bbbb-4ccc-8ddd-000000000007',
    instanceArn: INSTANCE_ARN,
    flowType: 'AGENT_WHISPER',
  });
});

test('The ARN of something else is refused where a flow is imported', () => {
  const { stack } = smallCentre();
  const importQueue = () => InboundFlow.fromContactFlowArn(stack, 'Wrong', arn('queue', '1'));

  expect(importQueue).toThrow(`"${arn('queue', '1')}" is not the ARN of a flow.`);
});

test('A program may start chats in one flow, and tasks and outbound calls of its instance', () => {
  const { stack, instance } = smallCentre();
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const flow = new InboundFlow(stack, 'Hello', { instance, flow: hello });
  flow.grantStartChatContact(role);
  flow.grantStartTaskContact(role);
  flow.grantStartOutboundVoiceContact(role);

  const flowArn = { 'Fn::GetAtt': [Match.stringLikeRegexp('Hello'), 'ContactFlowArn'] };
  const contacts = `${INSTANCE_ARN}/contact/*`;
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        { Action: 'connect:StartChatContact', Effect: 'Allow', Resource: flowArn },
        { Action: 'connect:StartTaskContact', Effect: 'Allow', Resource: [flowArn, contacts] },
        { Action: 'connect:StartOutboundVoiceContact', Effect: 'Allow', Resource: contacts },
      ],
    },
  });
});

test('An imported flow can be granted as well', () => {
  const { stack } = smallCentre();
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const flow = InboundFlow.fromContactFlowArn(stack, 'Hello', arn('contact-flow', '1'));
  flow.grantStartChatContact(role);
  flow.grantStartTaskContact(role);
  flow.grantStartOutboundVoiceContact(role);

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        { Action: 'connect:StartChatContact', Resource: arn('contact-flow', '1') },
        { Action: 'connect:StartTaskContact', Resource: [arn('contact-flow', '1'), `${INSTANCE_ARN}/contact/*`] },
        { Action: 'connect:StartOutboundVoiceContact', Resource: `${INSTANCE_ARN}/contact/*` },
      ],
    },
  });
});

test('A flow module is deployed like a flow, without a type', () => {
  const { stack, instance } = smallCentre();
  const say = flowModule('Say the time', { onError: [returnFromModule()] }, [playPrompt('Noon.'), returnFromModule()]);
  const module = new ContactFlowModule(stack, 'SayTheTime', { instance, flow: say });

  expect(module.moduleName).toBe('Say the time');
  Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlowModule', {
    InstanceArn: INSTANCE_ARN,
    Name: 'Say the time',
    Content: write(say.document, { indent: 'compact' }),
    Type: Match.absent(),
  });
});

test('A module can be imported by its alias', () => {
  const { stack } = smallCentre();
  const moduleArn = `${arn('flow-module', '3')}:0a0b0000-cccc-4ddd-8eee-000000000004`;

  expect(ContactFlowModule.fromContactFlowModuleArn(stack, 'Module', moduleArn).contactFlowModuleArn).toBe(moduleArn);
});
