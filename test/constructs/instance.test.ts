import { Match, Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RemovalPolicy, Stack, Tags } from 'aws-cdk-lib/core';
import { Instance } from '../../lib/constructs';
import { ENV, INSTANCE_ARN, smallCentre } from './small-centre';

const bareStack = () => new Stack(undefined, 'Bare', { env: ENV });

test('An instance takes calls both ways, writes flow logs, and stays when it leaves the stack', () => {
  const stack = bareStack();
  new Instance(stack, 'Instance', { alias: 'northwind' });

  Template.fromStack(stack).hasResource('AWS::Connect::Instance', {
    DeletionPolicy: 'Retain',
    Properties: {
      IdentityManagementType: 'CONNECT_MANAGED',
      InstanceAlias: 'northwind',
      Attributes: { InboundCalls: true, OutboundCalls: true, ContactflowLogs: true },
    },
  });
});

test('Features are switched on and off by name', () => {
  const stack = bareStack();
  const features = { outboundCalls: false, contactFlowLogs: false, contactLens: true, highVolumeOutbound: true };
  new Instance(stack, 'Instance', { alias: 'northwind', features, removalPolicy: RemovalPolicy.DESTROY });

  Template.fromStack(stack).hasResource('AWS::Connect::Instance', {
    DeletionPolicy: 'Delete',
    Properties: {
      Attributes: {
        InboundCalls: true,
        OutboundCalls: false,
        ContactflowLogs: false,
        ContactLens: true,
        HighVolumeOutBound: true,
      },
    },
  });
});

test('An instance on an existing directory needs no alias', () => {
  const stack = bareStack();
  const identityManagement = { type: 'EXISTING_DIRECTORY', directoryId: 'd-0123456789' } as const;
  new Instance(stack, 'Instance', { identityManagement });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::Instance', {
    IdentityManagementType: 'EXISTING_DIRECTORY',
    DirectoryId: 'd-0123456789',
    InstanceAlias: Match.absent(),
  });
});

test('An instance that manages its own users is refused without an alias', () => {
  expect(() => new Instance(bareStack(), 'Instance')).toThrow(
    'Bare/Instance: an instance with CONNECT_MANAGED users needs an alias',
  );
});

test('An instance is tagged with its stack', () => {
  const stack = bareStack();
  new Instance(stack, 'Instance', { alias: 'northwind' });
  Tags.of(stack).add('team', 'contact-centre');

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::Instance', {
    Tags: [{ Key: 'team', Value: 'contact-centre' }],
  });
});

test('An imported instance knows its id, account and Region', () => {
  const { instance } = smallCentre();

  expect(instance.instanceId).toBe('5e0c0000-aaaa-4bbb-8ccc-000000000001');
  expect(instance.env).toMatchObject(ENV);
  expect(instance.instanceRef.instanceArn).toBe(INSTANCE_ARN);
});

test('An instance id where the ARN belongs is refused with the form of the ARN', () => {
  const importById = () => Instance.fromInstanceArn(bareStack(), 'Instance', '5e0c0000-aaaa-4bbb-8ccc-000000000001');

  expect(importById).toThrow('is not the ARN of a Connect instance. Give one of the form arn:<partition>:connect:');
});

test('A grant on an instance names that instance only', () => {
  const { stack, instance } = smallCentre();
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  instance.grant(role, 'connect:DescribeInstance');

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: [{ Action: 'connect:DescribeInstance', Effect: 'Allow', Resource: INSTANCE_ARN }] },
  });
});
