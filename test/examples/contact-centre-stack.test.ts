import { Match, Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';
import { read } from '../../lib/language';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';

const templateOn = (instanceArn?: string): Template => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(new ContactCentreStack(app, 'ContactCentre', { instanceArn }));
};

const existing = templateOn(INSTANCE);

const idOf = (type: string, properties: object): string => {
  const [id] = Object.keys(existing.findResources(type, { Properties: properties }));
  if (id === undefined) throw new Error(`There is no ${type} ${JSON.stringify(properties)}.`);
  return id;
};

const flowArn = (name: string): object => ({
  'Fn::GetAtt': [idOf('AWS::Connect::ContactFlow', { Name: name }), 'ContactFlowArn'],
});

describe('The stack of the example contact centre', () => {
  test('makes an instance only where none is given', () => {
    templateOn().resourceCountIs('AWS::Connect::Instance', 1);
    existing.resourceCountIs('AWS::Connect::Instance', 0);
    existing.allResourcesProperties('AWS::Connect::ContactFlow', { InstanceArn: INSTANCE });
  });

  test('holds a flow of every type that a centre can provide', () => {
    const types = Object.values(existing.findResources('AWS::Connect::ContactFlow')).map(
      ({ Properties }) => Properties.Type,
    );
    expect([...new Set(types)].sort()).toEqual([
      'AGENT_HOLD',
      'AGENT_TRANSFER',
      'AGENT_WHISPER',
      'CONTACT_FLOW',
      'CUSTOMER_HOLD',
      'CUSTOMER_QUEUE',
      'CUSTOMER_WHISPER',
      'OUTBOUND_WHISPER',
      'QUEUE_TRANSFER',
    ]);
  });

  test('replaces the default outbound whisper at the billing queue', () => {
    existing.hasResourceProperties('AWS::Connect::Queue', {
      Name: 'Billing',
      OutboundCallerConfig: { OutboundFlowArn: flowArn('Outbound whisper') },
    });
  });

  test('replaces the default transfer flows at the quick connects', () => {
    existing.hasResourceProperties('AWS::Connect::QuickConnect', {
      QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { ContactFlowArn: flowArn('Agent transfer') } },
    });
    existing.hasResourceProperties('AWS::Connect::QuickConnect', {
      QuickConnectConfig: { QuickConnectType: 'QUEUE', QueueConfig: { ContactFlowArn: flowArn('Queue transfer') } },
    });
  });

  test('lets nobody but the instance call its functions', () => {
    existing.allResourcesProperties('AWS::Lambda::Permission', {
      Principal: 'connect.amazonaws.com',
      SourceArn: INSTANCE,
      SourceAccount: '111122223333',
    });
  });

  test('deploys the main line after the associations of the functions that it calls', () => {
    const associations = Object.keys(existing.findResources('AWS::Connect::IntegrationAssociation'));
    expect(associations).toHaveLength(2);
    existing.hasResource('AWS::Connect::ContactFlow', {
      Properties: { Name: 'Main line' },
      DependsOn: Match.arrayWith([...associations].sort()),
    });
  });

  test('closes at Christmas', () => {
    existing.hasResourceProperties('AWS::Connect::HoursOfOperation', {
      Name: 'Office',
      HoursOfOperationOverrides: [
        Match.objectLike({ OverrideName: 'Christmas', EffectiveFrom: '2026-12-25', OverrideConfig: [] }),
      ],
    });
  });

  test('says what an agent hears in flows that one can read', () => {
    const { Properties } = existing.findResources('AWS::Connect::ContactFlow', {
      Properties: { Name: 'Gold whisper' },
    })[idOf('AWS::Connect::ContactFlow', { Name: 'Gold whisper' })] as { Properties: { Content: string } };
    expect(read(Properties.Content)).toMatchSnapshot();
  });
});
