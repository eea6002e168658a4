import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  AgentWhisperFlow,
  HoursOfOperation,
  InboundFlow,
  Prompt,
  Queue,
  RoutingProfile,
  SecurityProfile,
  User,
} from '../../lib/constructs';
import { greeting, INSTANCE_ARN, smallCentre } from './small-centre';

const LOOK_UP = 'Custom::ConnectLookUp';

test('What exists already can be named wherever an own construct can', () => {
  const { stack, instance } = smallCentre();
  const hours = HoursOfOperation.fromHoursOfOperationName(stack, 'Hours', { instance, name: 'Basic Hours' });
  const sales = new Queue(stack, 'Sales', { instance, hours });
  const routingProfile = RoutingProfile.fromRoutingProfileName(stack, 'Routing', {
    instance,
    name: 'Basic Routing Profile',
  });
  const agent = SecurityProfile.fromSecurityProfileName(stack, 'Agent', { instance, name: 'Agent' });
  new User(stack, 'Ana', { instance, username: 'ana', routingProfile, securityProfiles: [agent] });
  const beep = Prompt.fromPromptName(stack, 'Beep', { instance, name: 'Beep.wav' });
  const content = { ...greeting('Hello.'), Metadata: { beep: beep.promptArn, queue: sales.queueArn } };
  new InboundFlow(stack, 'Line', { instance, name: 'Line', content });

  const template = Template.fromStack(stack);
  template.resourceCountIs(LOOK_UP, 4);
  template.hasResourceProperties(LOOK_UP, {
    InstanceArn: INSTANCE_ARN,
    Kind: 'prompt',
    Name: 'Beep.wav',
    FlowType: Match.absent(),
  });
  template.hasResourceProperties('AWS::Connect::Queue', {
    HoursOfOperationArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('LookUphoursofoperation'), 'Arn'] },
  });
  template.hasResourceProperties('AWS::Connect::User', {
    RoutingProfileArn: { 'Fn::GetAtt': [Match.anyValue(), 'Arn'] },
    SecurityProfileArns: [{ 'Fn::GetAtt': [Match.anyValue(), 'Arn'] }],
  });
});

test('A flow is looked up by its type as well, and is called by its name', () => {
  const { stack, instance } = smallCentre();
  const whisper = AgentWhisperFlow.fromContactFlowName(stack, 'Whisper', { instance, name: 'Default agent whisper' });
  expect([whisper.flowType, whisper.flowName]).toEqual(['AGENT_WHISPER', 'Default agent whisper']);
  expect(InboundFlow.fromContactFlowName(stack, 'Line', { instance, name: 'Line' }).flowType).toBe('CONTACT_FLOW');

  Template.fromStack(stack).hasResourceProperties(LOOK_UP, {
    Kind: 'flow',
    Name: 'Default agent whisper',
    FlowType: 'AGENT_WHISPER',
  });
});

test('What two constructs of a stack seek is looked up once', () => {
  const { stack, instance } = smallCentre();
  const [one, two] = ['One', 'Two'].map((id) => Queue.fromQueueName(stack, id, { instance, name: 'BasicQueue' }));
  expect(one?.queueArn).toBe(two?.queueArn);
  expect(one?.queueName).toBe('BasicQueue');
  Template.fromStack(stack).resourceCountIs(LOOK_UP, 1);
});

test('A flow that is sought by two types is looked up as each of them', () => {
  const { stack, instance } = smallCentre();
  InboundFlow.fromContactFlowName(stack, 'Line', { instance, name: 'Line' });
  AgentWhisperFlow.fromContactFlowName(stack, 'Whisper', { instance, name: 'Line' });
  Template.fromStack(stack).resourceCountIs('Custom::ConnectLookUp', 2);
});

test('The function may list what is sought in the instance, and nothing else', () => {
  const { stack, instance } = smallCentre();
  Queue.fromQueueName(stack, 'Basic', { instance, name: 'BasicQueue' });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyName: Match.stringLikeRegexp('^ConnectProviderAccessToLists'),
    PolicyDocument: {
      Statement: [
        { Action: 'connect:ListQueues', Effect: 'Allow', Resource: [INSTANCE_ARN, `${INSTANCE_ARN}/queue/*`] },
      ],
    },
  });
});

test('A name that is empty is refused at once', () => {
  const { stack, instance } = smallCentre();
  expect(() => Queue.fromQueueName(stack, 'Basic', { instance, name: ' ' })).toThrow(
    'Centre/Basic: the name is empty; give that of the queue.',
  );
});
