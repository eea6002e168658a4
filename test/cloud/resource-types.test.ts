import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { EmbeddedCloud } from '../../lib/cloud';
import { RESOURCE_TYPES } from '../../lib/cloud/cloudformation/providers';
import { clientSettings, cloudUnderTest, StackUnderTest, stopClouds } from './cloud-under-test';
import { BUCKET, functionResources } from './functions-under-test';

afterAll(stopClouds);

const at = (logicalId: string, attribute: string) => ({ 'Fn::GetAtt': [logicalId, attribute] });

const whisper = (text: string): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'say',
    Actions: [
      { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: text }, Transitions: { NextAction: 'end' } },
      { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  });

const only = (Type: string, more: object = {}): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'end',
    ...more,
    Actions: [{ Identifier: 'end', Type, Parameters: {}, Transitions: {} }],
  });

/** What two versions of a template have in common, and where they differ. */
const pick =
  (isChanged: boolean) =>
  <T>(before: T, after: T): T =>
    isChanged ? after : before;

const HANDLER = `exports.handler = async (event) => {
  await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify({ Status: 'SUCCESS', PhysicalResourceId: 'thing' }) });
};`;

const POLICY = { Version: '2012-10-17', Statement: [] };

const day = (Day: string) => ({ Day, StartTime: { Hours: 8, Minutes: 0 }, EndTime: { Hours: 18, Minutes: 0 } });

const override = (OverrideName: string, day1: string) => ({
  OverrideName,
  EffectiveFrom: day1,
  EffectiveTill: day1,
  OverrideConfig: [],
});

/** A centre with a resource of every type that can be updated, before and after all of them change. */
const everything = (InstanceArn: string, isChanged: boolean) => {
  const change = pick(isChanged);
  const own = { InstanceArn };
  return {
    ...functionResources(HANDLER, { Description: change('one', 'two') }),
    Policy: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: change('a', 'b'), PolicyDocument: POLICY, Roles: [{ Ref: 'Role' }] },
    },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: at('Function', 'Arn'),
        Principal: change('connect.amazonaws.com', 'lex.amazonaws.com'),
      },
    },
    Version: {
      Type: 'AWS::Lambda::Version',
      Properties: { FunctionName: { Ref: 'Function' }, Description: change('one', 'two') },
    },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: change(1, 2),
        AlarmActions: [{ Ref: 'Topic' }],
      },
    },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: change('one', 'two') } },
    Key: { Type: 'AWS::KMS::Key', Properties: { Description: change('one', 'two') } },
    KeyAlias: {
      Type: 'AWS::KMS::Alias',
      Properties: { AliasName: change('alias/one', 'alias/two'), TargetKeyId: { Ref: 'Key' } },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: { source: [change('aws.connect', 'aws.lambda')] } },
    },
    Shared: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { ...POLICY, Id: change('a', 'b') } } },
    Filter: {
      Type: 'AWS::Logs::MetricFilter',
      Properties: { FilterPattern: change('ERROR', 'WARN'), LogGroupName: { Ref: 'Logs' }, MetricTransformations: [] },
    },
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: change(30, 60) } },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: { VersioningConfiguration: { Status: change('Suspended', 'Enabled') } },
    },
    BucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: { ...POLICY, Id: change('a', 'b') } },
    },
    Note: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: change('one', 'two') } },
    CDKMetadata: { Type: 'AWS::CDK::Metadata', Properties: { Analytics: change('one', 'two') } },
    Thing: {
      Type: 'AWS::CloudFormation::CustomResource',
      Properties: { ServiceToken: at('Function', 'Arn'), Size: change(1, 2) },
    },
    Instance: {
      Type: 'AWS::Connect::Instance',
      Properties: {
        IdentityManagementType: 'SAML',
        InstanceAlias: 'second',
        Attributes: { InboundCalls: true, OutboundCalls: true, ContactLens: change(true, false) },
      },
    },
    Storage: {
      Type: 'AWS::Connect::InstanceStorageConfig',
      Properties: {
        ...own,
        ResourceType: 'CALL_RECORDINGS',
        StorageType: 'S3',
        S3Config: { BucketName: { Ref: 'Bucket' }, BucketPrefix: change('one', 'two') },
      },
    },
    Number: {
      Type: 'AWS::Connect::PhoneNumber',
      Properties: { TargetArn: InstanceArn, CountryCode: 'US', Type: 'DID', Description: change('one', 'two') },
    },
    Association: {
      Type: 'AWS::Connect::IntegrationAssociation',
      Properties: {
        InstanceId: InstanceArn,
        IntegrationType: 'LAMBDA_FUNCTION',
        IntegrationArn: at('Function', 'Arn'),
      },
    },
    Bot: {
      Type: 'AWS::Connect::IntegrationAssociation',
      Properties: {
        InstanceId: InstanceArn,
        IntegrationType: 'LEX_BOT',
        IntegrationArn: `arn:aws:lex:eu-west-2:111122223333:bot-alias/ABCDEFGHIJ/${change('ONE', 'TWO')}`,
      },
    },
    Events: {
      Type: 'AWS::Connect::IntegrationAssociation',
      Properties: {
        InstanceId: InstanceArn,
        IntegrationType: 'APPLICATION',
        IntegrationArn: `arn:aws:app-integrations:eu-west-2:111122223333:application/${change('a', 'b')}`,
      },
    },
    Recording: {
      Type: 'AWS::Connect::Prompt',
      Properties: { ...own, Name: change('Jingle', 'Tune'), S3Uri: `s3://${BUCKET}/jingle.wav` },
    },
    Hours: {
      Type: 'AWS::Connect::HoursOfOperation',
      Properties: {
        ...own,
        Name: 'Office',
        TimeZone: change('Europe/Dublin', 'Europe/Paris'),
        Config: [day('MONDAY'), day(change('TUESDAY', 'FRIDAY'))],
        HoursOfOperationOverrides: [override('Christmas', change('2026-12-25', '2026-12-26'))],
      },
    },
    Whisper: {
      Type: 'AWS::Connect::ContactFlow',
      Properties: {
        ...own,
        Name: change('Outbound', 'Outgoing'),
        Type: 'OUTBOUND_WHISPER',
        Content: whisper(change('One.', 'Two.')),
        Tags: [{ Key: change('a', 'b'), Value: 'x' }],
      },
    },
    ToAgent: {
      Type: 'AWS::Connect::ContactFlow',
      Properties: { ...own, Name: 'To agent', Type: 'AGENT_TRANSFER', Content: only('DisconnectParticipant') },
    },
    ToQueue: {
      Type: 'AWS::Connect::ContactFlow',
      Properties: { ...own, Name: 'To queue', Type: 'QUEUE_TRANSFER', Content: only('DisconnectParticipant') },
    },
    Campaign: {
      Type: 'AWS::Connect::ContactFlow',
      Properties: { ...own, Name: 'Campaign', Type: 'CAMPAIGN', Content: only('EndFlowExecution') },
    },
    CampaignVersion: {
      Type: 'AWS::Connect::ContactFlowVersion',
      Properties: { ContactFlowId: { Ref: 'Campaign' }, Description: change('one', 'two') },
    },
    Module: {
      Type: 'AWS::Connect::ContactFlowModule',
      Properties: {
        ...own,
        Name: 'Module',
        Content: only('EndFlowModuleExecution', { Settings: {} }),
        Description: change('one', 'two'),
      },
    },
    ModuleVersion: {
      Type: 'AWS::Connect::ContactFlowModuleVersion',
      Properties: { ContactFlowModuleId: { Ref: 'Module' }, Description: change('one', 'two') },
    },
    ModuleAlias: {
      Type: 'AWS::Connect::ContactFlowModuleAlias',
      Properties: {
        ContactFlowModuleId: { Ref: 'Module' },
        ContactFlowModuleVersion: at('ModuleVersion', 'Version'),
        Name: 'live',
      },
    },
    Queue: {
      Type: 'AWS::Connect::Queue',
      Properties: {
        ...own,
        Name: 'Billing',
        Description: change('one', 'two'),
        HoursOfOperationArn: { Ref: 'Hours' },
        MaxContacts: change(5, 6),
        Status: change('ENABLED', 'DISABLED'),
        OutboundCallerConfig: {
          OutboundCallerIdName: change('a', 'b'),
          OutboundCallerIdNumberArn: { Ref: 'Number' },
          OutboundFlowArn: { Ref: 'Whisper' },
        },
        QuickConnectArns: change([{ Ref: 'CallPartner' }], [{ Ref: 'CallFlow' }]),
      },
    },
    Second: {
      Type: 'AWS::Connect::Queue',
      Properties: { ...own, Name: 'Sales', HoursOfOperationArn: { Ref: 'Hours' } },
    },
    Rights: {
      Type: 'AWS::Connect::SecurityProfile',
      Properties: {
        ...own,
        SecurityProfileName: 'Rights',
        Permissions: change(['BasicAgentAccess'], ['OutboundCallAccess']),
      },
    },
    Routing: {
      Type: 'AWS::Connect::RoutingProfile',
      Properties: {
        ...own,
        Name: 'Routing',
        Description: change('one', 'two'),
        MediaConcurrencies: [
          { Channel: 'VOICE', Concurrency: 1 },
          { Channel: 'CHAT', Concurrency: change(1, 2) },
        ],
        DefaultOutboundQueueArn: { Ref: change('Queue', 'Second') },
        AgentAvailabilityTimer: change('TIME_SINCE_LAST_ACTIVITY', 'TIME_SINCE_LAST_INBOUND'),
        QueueConfigs: [
          { Priority: change(1, 2), Delay: 0, QueueReference: { Channel: 'VOICE', QueueArn: { Ref: 'Queue' } } },
          { Priority: 1, Delay: 0, QueueReference: { Channel: change('CHAT', 'VOICE'), QueueArn: { Ref: 'Second' } } },
        ],
      },
    },
    User: {
      Type: 'AWS::Connect::User',
      Properties: {
        ...own,
        Username: 'ana',
        IdentityInfo: { FirstName: change('Ana', 'Anna'), LastName: 'Example' },
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: change(false, true) },
        RoutingProfileArn: { Ref: 'Routing' },
        SecurityProfileArns: [{ Ref: 'Rights' }],
        UserProficiencies: [
          { AttributeName: 'language', AttributeValue: change('Irish', 'Welsh'), Level: 3 },
          { AttributeName: 'product', AttributeValue: 'meters', Level: change(1, 5) },
        ],
      },
    },
    Retries: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { FunctionName: { Ref: 'Function' }, Qualifier: '$LATEST', MaximumRetryAttempts: change(0, 1) },
    },
    CallAna: {
      Type: 'AWS::Connect::QuickConnect',
      Properties: {
        ...own,
        Name: change('Ana', 'Anna'),
        QuickConnectConfig: {
          QuickConnectType: 'USER',
          UserConfig: { UserArn: { Ref: 'User' }, ContactFlowArn: { Ref: 'ToAgent' } },
        },
      },
    },
    CallSales: {
      Type: 'AWS::Connect::QuickConnect',
      Properties: {
        ...own,
        Name: 'Sales',
        QuickConnectConfig: {
          QuickConnectType: 'QUEUE',
          QueueConfig: { QueueArn: { Ref: change('Second', 'Queue') }, ContactFlowArn: { Ref: 'ToQueue' } },
        },
      },
      DependsOn: ['Second'],
    },
    CallPartner: {
      Type: 'AWS::Connect::QuickConnect',
      Properties: {
        ...own,
        Name: 'Partner',
        QuickConnectConfig: {
          QuickConnectType: 'PHONE_NUMBER',
          PhoneConfig: { PhoneNumber: change('+15555550177', '+15555550178') },
        },
      },
    },
    CallFlow: {
      Type: 'AWS::Connect::QuickConnect',
      Properties: {
        ...own,
        Name: 'Flow',
        QuickConnectConfig: { QuickConnectType: 'FLOW', FlowConfig: { ContactFlowArn: { Ref: 'Inbound' } } },
      },
    },
    Inbound: {
      Type: 'AWS::Connect::ContactFlow',
      Properties: {
        ...own,
        Name: 'Inbound',
        Type: 'CONTACT_FLOW',
        Content: only('DisconnectParticipant'),
        State: 'ACTIVE',
      },
    },
  };
};

const bad = {
  Bad: {
    Type: 'AWS::Connect::Prompt',
    DependsOn: ['CallAna', 'Thing'],
    Properties: { InstanceArn: 'x', Name: 'x', S3Uri: 's3://none/none' },
  },
};

const ready = async (): Promise<{ cloud: EmbeddedCloud; stack: StackUnderTest; InstanceArn: string }> => {
  const cloud = await cloudUnderTest();
  await new S3Client(clientSettings(cloud)).send(
    new PutObjectCommand({ Bucket: BUCKET, Key: 'jingle.wav', Body: 'audio' }),
  );
  return { cloud, stack: new StackUnderTest(cloud), InstanceArn: await cloud.createInstance('larkfield') };
};

test('The centre of these tests has every type that the cloud makes', () => {
  const types = Object.values(everything('arn', false)).map(({ Type }) => Type);
  expect([...new Set(types)].sort()).toEqual([...RESOURCE_TYPES].sort());
});

test('Every type can be made, changed, and deleted without a trace', async () => {
  const { cloud, stack, InstanceArn } = await ready();
  const before = cloud.state();
  expect([await stack.deploy({ Resources: everything(InstanceArn, false) }), await stack.reasons()]).toEqual([
    'CREATE_COMPLETE',
    [],
  ]);
  const first = cloud.state();
  expect([await stack.deploy({ Resources: everything(InstanceArn, true) }), await stack.reasons()]).toEqual([
    'UPDATE_COMPLETE',
    [],
  ]);
  expect(cloud.state()).not.toBe(first);
  await stack.delete();
  expect(cloud.state()).toBe(before);
});

test('A change of every type is taken back when something fails at the end', async () => {
  const { cloud, stack, InstanceArn } = await ready();
  await stack.deploy({ Resources: everything(InstanceArn, false) });
  const before = cloud.state();
  expect(await stack.deploy({ Resources: { ...everything(InstanceArn, true), ...bad } })).toBe(
    'UPDATE_ROLLBACK_COMPLETE',
  );
  expect(cloud.state()).toBe(before);
});
