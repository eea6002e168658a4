import { CloudFormationClient, RollbackStackCommand } from '@aws-sdk/client-cloudformation';
import { DescribeQueueCommand, ListContactFlowsCommand, ListQueuesCommand } from '@aws-sdk/client-connect';
import type { EmbeddedCloud } from '../../lib/cloud';
import {
  clientSettings,
  cloudUnderTest,
  connectClient,
  StackUnderTest,
  stopClouds,
  type TemplateParts,
} from './cloud-under-test';

afterAll(stopClouds);

const content = (text: string): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'say',
    Actions: [
      { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: text }, Transitions: { NextAction: 'end' } },
      { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  });

interface Changes {
  readonly queueName?: string;
  readonly whisper?: string;
  readonly whisperType?: string;
  readonly maxContacts?: number;
}

/** Hours, a queue with an outbound whisper, and the whisper. */
const centre = (InstanceArn: string, changes: Changes = {}) => ({
  Hours: {
    Type: 'AWS::Connect::HoursOfOperation',
    Properties: {
      InstanceArn,
      Name: 'Office',
      TimeZone: 'Europe/Dublin',
      Config: [{ Day: 'MONDAY', StartTime: { Hours: 8, Minutes: 0 }, EndTime: { Hours: 18, Minutes: 0 } }],
    },
  },
  Queue: {
    Type: 'AWS::Connect::Queue',
    Properties: {
      InstanceArn,
      Name: changes.queueName ?? 'Billing',
      HoursOfOperationArn: { 'Fn::GetAtt': ['Hours', 'HoursOfOperationArn'] },
      OutboundCallerConfig: { OutboundFlowArn: { 'Fn::GetAtt': ['Whisper', 'ContactFlowArn'] } },
      ...(changes.maxContacts === undefined ? {} : { MaxContacts: changes.maxContacts }),
    },
  },
  Whisper: {
    Type: 'AWS::Connect::ContactFlow',
    Properties: {
      InstanceArn,
      Name: 'Outbound whisper',
      Type: changes.whisperType ?? 'OUTBOUND_WHISPER',
      Content: changes.whisper ?? content('Calling you now.'),
    },
  },
});

const badFlow = (InstanceArn: string) => ({
  Broken: {
    Type: 'AWS::Connect::ContactFlow',
    DependsOn: 'Queue',
    Properties: {
      InstanceArn,
      Name: 'Broken',
      Type: 'CONTACT_FLOW',
      Content: JSON.stringify({
        Version: '2019-10-30',
        StartAction: 'queue',
        Actions: [{ Identifier: 'queue', Type: 'TransferContactToQueue', Parameters: {}, Transitions: {} }],
      }),
    },
  },
});

const template = (Resources: TemplateParts['Resources'], more: object = {}): TemplateParts => ({ Resources, ...more });

const ready = async () => {
  const cloud = await cloudUnderTest();
  const InstanceArn = await cloud.createInstance('larkfield');
  return { cloud, InstanceArn, stack: new StackUnderTest(cloud) };
};

const queueNames = async (cloud: EmbeddedCloud, InstanceId: string) => {
  const { QueueSummaryList = [] } = await connectClient(cloud).send(new ListQueuesCommand({ InstanceId }));
  return QueueSummaryList.map(({ Name }) => Name);
};

const flowNames = async (cloud: EmbeddedCloud, InstanceId: string) => {
  const list = await connectClient(cloud).send(new ListContactFlowsCommand({ InstanceId }));
  return (list.ContactFlowSummaryList ?? []).map(({ Name }) => Name);
};

describe('A first deployment', () => {
  test('makes everything, each thing after what it needs', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    expect(await stack.deploy(template(centre(InstanceArn)))).toBe('CREATE_COMPLETE');
    const history = await stack.history();
    const made = history.filter((each) => each.endsWith('CREATE_COMPLETE'));
    expect(made).toEqual([
      'Hours CREATE_COMPLETE',
      'Whisper CREATE_COMPLETE',
      'Queue CREATE_COMPLETE',
      'Centre CREATE_COMPLETE',
    ]);
    expect(await queueNames(cloud, InstanceArn)).toEqual(['BasicQueue', 'Billing']);
  });

  test('leaves what references stand for in the resources and in the outputs', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const Outputs = {
      Queue: { Value: { Ref: 'Queue' } },
      Whisper: { Value: { 'Fn::GetAtt': ['Whisper', 'ContactFlowArn'] } },
    };
    await stack.deploy(template(centre(InstanceArn), { Outputs }));
    const QueueId = await stack.output('Queue');
    const { Queue } = await connectClient(cloud).send(new DescribeQueueCommand({ InstanceId: InstanceArn, QueueId }));
    expect(await stack.output('Whisper')).toMatch(
      new RegExp(`/contact-flow/${Queue?.OutboundCallerConfig?.OutboundFlowId}$`),
    );
  });

  test('with a flow that Connect refuses takes everything back, and tells the problems', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const before = cloud.state();
    const status = await stack.deploy(template({ ...centre(InstanceArn), ...badFlow(InstanceArn) }));
    expect(status).toBe('ROLLBACK_COMPLETE');
    expect(cloud.state()).toBe(before);
    expect((await stack.reasons())[0]).toContain(
      'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]',
    );
    const history = await stack.history();
    expect(history.slice(history.indexOf('Centre ROLLBACK_IN_PROGRESS'))).toEqual([
      'Centre ROLLBACK_IN_PROGRESS',
      'Queue DELETE_IN_PROGRESS',
      'Queue DELETE_COMPLETE',
      'Whisper DELETE_IN_PROGRESS',
      'Whisper DELETE_COMPLETE',
      'Hours DELETE_IN_PROGRESS',
      'Hours DELETE_COMPLETE',
      'Centre ROLLBACK_COMPLETE',
    ]);
  });

  test('without rollback stops where it failed, and goes on from there', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const all = template({ ...centre(InstanceArn), ...badFlow(InstanceArn) });
    expect(await stack.deploy(all, {}, { DisableRollback: true })).toBe('CREATE_FAILED');
    expect(await queueNames(cloud, InstanceArn)).toContain('Billing');
    expect(await stack.deploy(template(centre(InstanceArn)))).toBe('UPDATE_COMPLETE');
  });
});

describe('An update', () => {
  test('changes in place what can be changed', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const Outputs = { Queue: { Value: { Ref: 'Queue' } } };
    await stack.deploy(template(centre(InstanceArn), { Outputs }));
    const arn = await stack.output('Queue');
    expect(await stack.deploy(template(centre(InstanceArn, { queueName: 'Bills', maxContacts: 9 }), { Outputs }))).toBe(
      'UPDATE_COMPLETE',
    );
    expect(await stack.output('Queue')).toBe(arn);
    const { Queue } = await connectClient(cloud).send(
      new DescribeQueueCommand({ InstanceId: InstanceArn, QueueId: arn }),
    );
    expect(Queue).toMatchObject({ Name: 'Bills', MaxContacts: 9 });
  });

  test('takes the values of numbers also as texts, as parameters give them', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const Parameters = { Most: { Type: 'Number', Default: '7' } };
    const { Queue, ...others } = centre(InstanceArn);
    const Resources = {
      ...others,
      Queue: { ...Queue, Properties: { ...Queue.Properties, MaxContacts: { Ref: 'Most' } } },
    };
    await stack.deploy(template(Resources, { Parameters, Outputs: { Queue: { Value: { Ref: 'Queue' } } } }));
    const QueueId = await stack.output('Queue');
    const described = await connectClient(cloud).send(new DescribeQueueCommand({ InstanceId: InstanceArn, QueueId }));
    expect(described.Queue?.MaxContacts).toBe(7);
  });

  test('replaces what cannot be changed: the new one first, then its users, then the old one goes', async () => {
    const { InstanceArn, stack } = await ready();
    const withQueue = (Type: string) => ({
      Flow: {
        Type: 'AWS::Connect::ContactFlow',
        Properties: { InstanceArn, Name: `Flow ${Type}`, Type, Content: content('Hello.') },
      },
      Note: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { Ref: 'Flow' } } },
    });
    await stack.deploy(template(withQueue('AGENT_WHISPER')));
    const before = (await stack.history()).length;
    expect(await stack.deploy(template(withQueue('CUSTOMER_WHISPER')))).toBe('UPDATE_COMPLETE');
    expect((await stack.history()).slice(before)).toEqual([
      'Centre UPDATE_IN_PROGRESS',
      'Flow UPDATE_IN_PROGRESS',
      'Flow CREATE_IN_PROGRESS',
      'Flow CREATE_COMPLETE',
      'Note UPDATE_IN_PROGRESS',
      'Note UPDATE_COMPLETE',
      'Centre UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Flow DELETE_IN_PROGRESS',
      'Flow DELETE_COMPLETE',
      'Centre UPDATE_COMPLETE',
    ]);
  });

  test('deletes what is no longer declared, users before what they use', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const { Hours, ...others } = centre(InstanceArn);
    await stack.deploy(template({ Hours, ...others }));
    const before = (await stack.history()).length;
    await stack.deploy(template({ Hours }));
    expect((await stack.history()).slice(before).filter((each) => each.endsWith('DELETE_COMPLETE'))).toEqual([
      'Queue DELETE_COMPLETE',
      'Whisper DELETE_COMPLETE',
    ]);
    expect(await queueNames(cloud, InstanceArn)).toEqual(['BasicQueue']);
  });

  test('that fails leaves everything as it was, byte for byte', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    await stack.deploy(template(centre(InstanceArn, { maxContacts: 3 })));
    const before = cloud.state();
    const changed = centre(InstanceArn, { queueName: 'Bills', whisper: content('Another text.') });
    expect(await stack.deploy(template({ ...changed, ...badFlow(InstanceArn) }))).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(cloud.state()).toBe(before);
  });

  test('that fails after a replacement keeps the old resource and deletes the new one', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const profile = (SecurityProfileName: string) => ({
      Rights: { Type: 'AWS::Connect::SecurityProfile', Properties: { InstanceArn, SecurityProfileName } },
    });
    const [first, second] = [profile('First'), profile('Second')];
    const { Broken } = badFlow(InstanceArn);
    await stack.deploy(template(first));
    const before = cloud.state();
    expect(await stack.deploy(template({ ...second, Broken: { ...Broken, DependsOn: 'Rights' } }))).toBe(
      'UPDATE_ROLLBACK_COMPLETE',
    );
    expect(cloud.state()).toBe(before);
  });

  test('keeps what an old resource is to be kept for', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const flow = (Type: string) => ({
      Flow: {
        Type: 'AWS::Connect::ContactFlow',
        UpdateReplacePolicy: 'Retain',
        Properties: { InstanceArn, Name: `Flow ${Type}`, Type, Content: content('Hello.') },
      },
    });
    await stack.deploy(template(flow('AGENT_WHISPER')));
    await stack.deploy(template(flow('CUSTOMER_WHISPER')));
    expect(await flowNames(cloud, InstanceArn)).toEqual(
      expect.arrayContaining(['Flow AGENT_WHISPER', 'Flow CUSTOMER_WHISPER']),
    );
  });

  test('without rollback can be taken back later', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    await stack.deploy(template(centre(InstanceArn)));
    const before = cloud.state();
    const changed = template({ ...centre(InstanceArn, { queueName: 'Bills' }), ...badFlow(InstanceArn) });
    expect(await stack.deploy(changed, {}, { DisableRollback: true })).toBe('UPDATE_FAILED');
    expect(await queueNames(cloud, InstanceArn)).toContain('Bills');
    await new CloudFormationClient(clientSettings(cloud)).send(new RollbackStackCommand({ StackName: stack.name }));
    expect(await stack.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(cloud.state()).toBe(before);
  });

  test('refuses properties that a type does not have or lacks', async () => {
    const { InstanceArn, stack } = await ready();
    const status = await stack.deploy(
      template({ Rights: { Type: 'AWS::Connect::SecurityProfile', Properties: { InstanceArn, Nmae: 'x' } } }),
    );
    expect(status).toBe('ROLLBACK_COMPLETE');
    expect((await stack.reasons())[0]).toBe(
      'Properties validation failed for resource Rights with message:\n#: required key [SecurityProfileName] not found\n#: extraneous key [Nmae] is not permitted\nThe embedded cloud knows these properties of AWS::Connect::SecurityProfile: Description, InstanceArn, Permissions, SecurityProfileName, Tags.',
    );
  });
});

describe('A deletion', () => {
  test('leaves nothing but what is to be retained', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    const before = cloud.state();
    await stack.deploy(template(centre(InstanceArn)));
    await stack.delete();
    expect(cloud.state()).toBe(before);
    const { Hours } = centre(InstanceArn);
    await stack.deploy(template({ Hours: { ...Hours, DeletionPolicy: 'Retain' } }));
    await stack.delete();
    expect(cloud.state()).not.toBe(before);
    expect(cloud.state()).toContain('"name": "Office"');
  });

  test('that cannot delete something keeps it and what it needs, and says so', async () => {
    const { cloud, InstanceArn, stack } = await ready();
    await stack.deploy(template(centre(InstanceArn), { Outputs: { Queue: { Value: { Ref: 'Queue' } } } }));
    const QueueId = `${await stack.output('Queue')}`;
    await cloud.connect('CreateRoutingProfile', {
      InstanceId: InstanceArn,
      Name: 'By hand',
      Description: 'Made by hand',
      DefaultOutboundQueueId: QueueId,
      MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
    });
    await stack.delete();
    expect(await stack.status()).toBe('DELETE_FAILED');
    expect(await stack.reasons()).toEqual([
      expect.stringContaining('The queue \\"Billing\\" is used by \\"By hand\\".'.replaceAll('\\', '')),
      'The following resource(s) failed to delete: [Queue]. ',
    ]);
    expect(await queueNames(cloud, InstanceArn)).toContain('Billing');
  });
});

describe('Stacks that share values', () => {
  const exporting = (Value: string) => ({
    Resources: { Note: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/note', Value } } },
    Outputs: { Note: { Value: { 'Fn::GetAtt': ['Note', 'Value'] }, Export: { Name: 'note' } } },
  });
  const importing = {
    Resources: {
      Copy: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Name: '/copy', Value: { 'Fn::ImportValue': 'note' } },
      },
    },
  };

  test('read exports of each other', async () => {
    const { cloud, stack } = await ready();
    await new StackUnderTest(cloud, 'Source').deploy(exporting('first'));
    expect(await stack.deploy(importing)).toBe('CREATE_COMPLETE');
    expect(cloud.state()).toContain('"value": "first"');
  });

  test('keep an export that others read', async () => {
    const { cloud, stack } = await ready();
    const source = new StackUnderTest(cloud, 'Source');
    await source.deploy(exporting('first'));
    await stack.deploy(importing);
    expect(await source.deploy(exporting('second'))).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect((await source.describe())?.Outputs?.[0]?.OutputValue).toBe('first');
    await source.delete();
    expect(await source.status()).toBe('DELETE_FAILED');
    expect((await source.describe())?.StackStatusReason).toBe(
      'Export note cannot be deleted as it is in use by Centre',
    );
  });

  test('cannot read what nobody exports', async () => {
    const { stack } = await ready();
    expect(await stack.plan(importing)).toMatchObject({
      Status: 'FAILED',
      StatusReason: 'No export named note found.',
    });
  });
});
