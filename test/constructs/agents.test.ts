import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnSecurityProfile } from 'aws-cdk-lib/aws-connect';
import { Duration, SecretValue } from 'aws-cdk-lib/core';
import { type IQueue, Queue, RoutingProfile, User, type UserProps } from '../../lib/constructs';
import { arn, INSTANCE_ARN, queueNamed, smallCentre } from './small-centre';

const GET_BILLING = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Billing'), 'QueueArn'] };

test('A routing profile routes each of its channels from a queue', () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const billing = queueNamed(centre, 'Billing');
  new RoutingProfile(stack, 'Agents', {
    instance,
    name: 'Agents',
    concurrency: { VOICE: 1, CHAT: 3 },
    acrossChannels: false,
    defaultOutboundQueue: billing,
    queues: [{ queue: billing, priority: 2, delay: Duration.seconds(10) }],
  });

  const behavior = { CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } };
  const from = (Channel: string) => ({ Priority: 2, Delay: 10, QueueReference: { Channel, QueueArn: GET_BILLING } });
  Template.fromStack(stack).hasResourceProperties('AWS::Connect::RoutingProfile', {
    InstanceArn: INSTANCE_ARN,
    Name: 'Agents',
    Description: 'Agents',
    DefaultOutboundQueueArn: GET_BILLING,
    MediaConcurrencies: [
      { Channel: 'VOICE', Concurrency: 1, ...behavior },
      { Channel: 'CHAT', Concurrency: 3, ...behavior },
    ],
    QueueConfigs: [from('VOICE'), from('CHAT')],
  });
});

test('A routing profile without queues handles calls, which agents make or are handed', () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  new RoutingProfile(stack, 'Agents', { instance, defaultOutboundQueue: queueNamed(centre, 'Billing') });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::RoutingProfile', {
    MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
    QueueConfigs: Match.absent(),
  });
});

test('A queue can be routed on some channels only', () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const billing = queueNamed(centre, 'Billing');
  new RoutingProfile(stack, 'Agents', {
    instance,
    concurrency: { VOICE: 1, TASK: 5 },
    defaultOutboundQueue: billing,
    queues: [{ queue: billing, channels: ['TASK'] }],
  });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::RoutingProfile', {
    QueueConfigs: [{ Priority: 1, Delay: 0, QueueReference: { Channel: 'TASK', QueueArn: GET_BILLING } }],
  });
});

test('The queues of a routing profile beyond the tenth are added by the function', () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const queues = Array.from({ length: 12 }, (_, i) => Queue.fromQueueArn(stack, `Q${i}`, arn('queue', `${i}`)));
  const [defaultOutboundQueue] = queues as [IQueue];
  new RoutingProfile(stack, 'Agents', { instance, defaultOutboundQueue, queues: queues.map((queue) => ({ queue })) });

  const template = Template.fromStack(stack);
  const [profile] = Object.values(template.findResources('AWS::Connect::RoutingProfile'));
  expect(profile?.Properties.QueueConfigs).toHaveLength(10);
  const more = (i: string) => ({ QueueArn: arn('queue', i), Channel: 'VOICE', Priority: 1, Delay: 0 });
  template.hasResourceProperties('Custom::ConnectMoreQueues', {
    RoutingProfileArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Agents'), 'RoutingProfileArn'] },
    Queues: [more('10'), more('11')],
    Listed: Match.arrayWith([more('0'), more('9')]),
  });
});

const ana = (props: Partial<UserProps> = {}) => {
  const { stack, instance } = smallCentre();
  const routingProfile = RoutingProfile.fromRoutingProfileArn(stack, 'Agents', arn('routing-profile', '1'));
  const securityProfiles = [arn('security-profile', '2')];
  new User(stack, 'Ana', { instance, username: 'ana', routingProfile, securityProfiles, ...props });
  return Template.fromStack(stack);
};

test('A user has a softphone, a routing profile and security profiles', () => {
  ana({ firstName: 'Ana', lastName: 'Lima' }).hasResourceProperties('AWS::Connect::User', {
    InstanceArn: INSTANCE_ARN,
    Username: 'ana',
    Password: Match.absent(),
    IdentityInfo: { FirstName: 'Ana', LastName: 'Lima' },
    PhoneConfig: { PhoneType: 'SOFT_PHONE' },
    RoutingProfileArn: arn('routing-profile', '1'),
    SecurityProfileArns: [arn('security-profile', '2')],
  });
});

test('A user can have a desk phone and time to finish up', () => {
  const phone = { deskPhoneNumber: '+4930123456', afterContactWork: Duration.minutes(2) };
  ana({ phone }).hasResourceProperties('AWS::Connect::User', {
    PhoneConfig: { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+4930123456', AfterContactWorkTimeLimit: 120 },
  });
});

test('A password stays in Secrets Manager', () => {
  ana({ password: SecretValue.secretsManager('ana') }).hasResourceProperties('AWS::Connect::User', {
    Password: '{{resolve:secretsmanager:ana:SecretString:::}}',
  });
});

test('A security profile of the same stack can be given as it is', () => {
  const { stack, instance } = smallCentre();
  const { instanceArn } = instance;
  const profile = new CfnSecurityProfile(stack, 'Profile', { instanceArn, securityProfileName: 'Agents' });
  const routingProfile = RoutingProfile.fromRoutingProfileArn(stack, 'Agents', arn('routing-profile', '1'));
  const user = new User(stack, 'Ana', { instance, username: 'ana', routingProfile, securityProfiles: [profile] });

  expect(user.userName).toBe('ana');
  Template.fromStack(stack).hasResourceProperties('AWS::Connect::User', {
    SecurityProfileArns: [{ Ref: 'Profile' }],
  });
});

test('A user name with other characters is refused', () => {
  expect(() => ana({ username: 'ana lima' })).toThrow('Centre/Ana: the user name "ana lima" is not made of');
});

test('A user without a security profile is refused', () => {
  expect(() => ana({ securityProfiles: [] })).toThrow('a user has one to ten security profiles, and 0 are given.');
});
