import {
  CreateContactFlowCommand,
  CreateContactFlowModuleCommand,
  DeleteContactFlowCommand,
  DescribeContactFlowCommand,
  type InvalidContactFlowException,
  ListContactFlowsCommand,
  ListHoursOfOperationsCommand,
  ListPromptsCommand,
  ListQueuesCommand,
  ListSecurityProfilesCommand,
  paginateListContactFlows,
  UpdateContactFlowContentCommand,
} from '@aws-sdk/client-connect';
import type { EmbeddedCloud } from '../../lib/cloud';
import { DEFAULT_FLOW_NAMES } from '../../lib/journey';
import { read, write } from '../../lib/language';
import { cloudUnderTest, connectClient, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

const flow = (...actions: readonly object[]): string =>
  JSON.stringify({ Version: '2019-10-30', StartAction: 'first', Metadata: {}, Actions: actions });

const hangUp = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

const say = (Text: string) => ({
  Identifier: 'first',
  Type: 'MessageParticipant',
  Parameters: { Text },
  Transitions: { NextAction: 'end', Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingError' }] },
});

const GREETING = flow(say('Hello.'), hangUp);

const transferWithoutBranches = {
  Identifier: 'first',
  Type: 'TransferContactToQueue',
  Parameters: {},
  Transitions: { Errors: [] },
};

const instanceIn = async (cloud: EmbeddedCloud) => {
  const InstanceId = await cloud.createInstance('larkfield');
  return { InstanceId, client: connectClient(cloud) };
};

test('Whoever wants to know is told of every call that Connect carries out, and of none that it refuses', async () => {
  const told: string[] = [];
  const cloud = await cloudUnderTest({ onConnectCall: ({ operation }) => told.push(operation) });
  const { InstanceId, client } = await instanceIn(cloud);
  await client.send(new ListQueuesCommand({ InstanceId }));
  await expect(client.send(new ListQueuesCommand({ InstanceId: 'nowhere' }))).rejects.toThrow('There is no instance');
  expect(told).toEqual(['CreateInstance', 'ListQueues']);
});

test('Skills of a user are added, given another level, and taken away', async () => {
  const cloud = await cloudUnderTest();
  const { InstanceId } = await instanceIn(cloud);
  const { SecurityProfileSummaryList: [rights] = [] } = await cloud.connect('ListSecurityProfiles', { InstanceId });
  const { RoutingProfileSummaryList: [routing] = [] } = await cloud.connect('ListRoutingProfiles', { InstanceId });
  const { UserId = '' } = await cloud.connect('CreateUser', {
    InstanceId,
    Username: 'ana',
    PhoneConfig: { PhoneType: 'SOFT_PHONE' },
    RoutingProfileId: routing?.Id ?? '',
    SecurityProfileIds: [rights?.Id ?? ''],
  });
  const at = { InstanceId, UserId };
  const skill = (AttributeValue: string, Level: number) => ({ AttributeName: 'language', AttributeValue, Level });
  await cloud.connect('AssociateUserProficiencies', {
    ...at,
    UserProficiencies: [skill('Irish', 2), skill('Welsh', 3)],
  });
  await cloud.connect('AssociateUserProficiencies', { ...at, UserProficiencies: [skill('Irish', 5)] });
  const { Level: _, ...welsh } = skill('Welsh', 3);
  await cloud.connect('DisassociateUserProficiencies', { ...at, UserProficiencies: [welsh] });
  const { UserProficiencyList } = await cloud.connect('ListUserProficiencies', at);
  expect(UserProficiencyList).toEqual([skill('Irish', 5)]);
});

describe('A new instance', () => {
  test('has the eight default flows, each of its type and published', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const { ContactFlowSummaryList = [] } = await client.send(new ListContactFlowsCommand({ InstanceId }));
    expect(ContactFlowSummaryList.map(({ Name }) => Name)).toEqual([...DEFAULT_FLOW_NAMES].sort());
    expect(ContactFlowSummaryList.every(({ ContactFlowStatus }) => ContactFlowStatus === 'PUBLISHED')).toBe(true);
  });

  test('has default flows that play recordings of its own', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const { PromptSummaryList = [] } = await client.send(new ListPromptsCommand({ InstanceId }));
    const list = await client.send(new ListContactFlowsCommand({ InstanceId, ContactFlowTypes: ['CUSTOMER_HOLD'] }));
    const ContactFlowId = list.ContactFlowSummaryList?.[0]?.Id;
    const { ContactFlow } = await client.send(new DescribeContactFlowCommand({ InstanceId, ContactFlowId }));
    const [loop] = read(ContactFlow?.Content ?? '').Actions;
    const prompt = PromptSummaryList.find(({ Name }) => Name === 'CustomerHold.wav');
    expect(loop?.Parameters?.Messages).toEqual([{ PromptId: prompt?.Arn }]);
  });

  test('has a basic queue, basic hours and the four security profiles', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const { QueueSummaryList = [] } = await client.send(
      new ListQueuesCommand({ InstanceId, QueueTypes: ['STANDARD'] }),
    );
    const hours = await client.send(new ListHoursOfOperationsCommand({ InstanceId }));
    const profiles = await client.send(new ListSecurityProfilesCommand({ InstanceId }));
    expect(QueueSummaryList.map(({ Name }) => Name)).toEqual(['BasicQueue']);
    expect(hours.HoursOfOperationSummaryList?.map(({ Name }) => Name)).toEqual(['Basic Hours']);
    expect(profiles.SecurityProfileSummaryList?.map(({ Name }) => Name)).toEqual([
      'Admin',
      'Agent',
      'CallCenterManager',
      'QualityAnalyst',
    ]);
  });

  test('has default flows that the service itself would take', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const { ContactFlowSummaryList = [] } = await client.send(new ListContactFlowsCommand({ InstanceId }));
    for (const { Id: ContactFlowId } of ContactFlowSummaryList) {
      const { ContactFlow } = await client.send(new DescribeContactFlowCommand({ InstanceId, ContactFlowId }));
      const { Content } = ContactFlow ?? {};
      await expect(
        client.send(new UpdateContactFlowContentCommand({ InstanceId, ContactFlowId, Content })),
      ).resolves.toBeDefined();
    }
  });

  test('keeps its default flows: they cannot be deleted', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const { ContactFlowSummaryList = [] } = await client.send(new ListContactFlowsCommand({ InstanceId }));
    const ContactFlowId = ContactFlowSummaryList[0]?.Id;
    await expect(client.send(new DeleteContactFlowCommand({ InstanceId, ContactFlowId }))).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining('is a default flow of the instance; it cannot be deleted'),
    });
  });
});

describe('A flow', () => {
  test('comes back as it was sent', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const created = await client.send(
      new CreateContactFlowCommand({
        InstanceId,
        Name: 'Main line',
        Type: 'CONTACT_FLOW',
        Content: GREETING,
        Tags: { team: 'a' },
      }),
    );
    const { ContactFlowId } = created;
    const { ContactFlow } = await client.send(new DescribeContactFlowCommand({ InstanceId, ContactFlowId }));
    expect(ContactFlow).toMatchObject({
      Arn: created.ContactFlowArn,
      Name: 'Main line',
      Type: 'CONTACT_FLOW',
      State: 'ACTIVE',
      Status: 'PUBLISHED',
      Content: GREETING,
      Tags: { team: 'a' },
    });
  });

  test('that lacks branches is refused with every problem at once, in the words of the service', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const Content = flow(transferWithoutBranches, hangUp);
    const refusal = client.send(
      new CreateContactFlowCommand({ InstanceId, Name: 'Bad', Type: 'CONTACT_FLOW', Content }),
    );
    const error = await refusal.catch((caught) => caught as InvalidContactFlowException);
    expect(error).toMatchObject({ name: 'InvalidContactFlowException', $metadata: { httpStatusCode: 400 } });
    expect((error as InvalidContactFlowException).problems?.map(({ message }) => message)).toEqual([
      'Action is missing required property. Path: Actions[0].Transitions.NextAction',
      'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]',
      'Action is missing required error. Error: NoMatchingError, Path: Actions[0]',
    ]);
  });

  test.each([
    ['not JSON', 'hello', 'cannot be read at line 1'],
    ['no flow', '{"Version":"2019-10-30"}', 'no Actions'],
    ['a flow inside another answer', JSON.stringify({ ContactFlow: { Content: GREETING } }), 'actions'],
    [
      'a flow with a transition to nowhere',
      flow({ ...say('Hello.'), Transitions: { NextAction: 'gone' } }, hangUp),
      'gone',
    ],
  ])('is refused when it is %s', async (_what, Content, words) => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const refusal = client.send(
      new CreateContactFlowCommand({ InstanceId, Name: 'Bad', Type: 'CONTACT_FLOW', Content }),
    );
    const error = (await refusal.catch((caught) => caught)) as InvalidContactFlowException;
    expect(error.name).toBe('InvalidContactFlowException');
    expect(error.problems?.map(({ message }) => message).join()).toContain(words);
  });

  test('that is only saved is not looked at, and cannot be read as published', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const Content = flow(transferWithoutBranches, hangUp);
    const draft = { InstanceId, Name: 'Draft', Type: 'CONTACT_FLOW', Status: 'SAVED', Content } as const;
    const { ContactFlowId } = await client.send(new CreateContactFlowCommand(draft));
    const describe = (id: string) => client.send(new DescribeContactFlowCommand({ InstanceId, ContactFlowId: id }));
    await expect(describe(`${ContactFlowId}`)).rejects.toMatchObject({ name: 'ContactFlowNotPublishedException' });
    expect((await describe(`${ContactFlowId}:$SAVED`)).ContactFlow).toMatchObject({ Content, Status: 'SAVED' });
    const publish = new UpdateContactFlowContentCommand({ InstanceId, ContactFlowId, Content: GREETING });
    await client.send(publish);
    expect((await describe(`${ContactFlowId}`)).ContactFlow?.Content).toBe(GREETING);
  });

  test('of a name that is taken is refused', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const create = new CreateContactFlowCommand({
      InstanceId,
      Name: 'Main line',
      Type: 'CONTACT_FLOW',
      Content: GREETING,
    });
    await client.send(create);
    await expect(client.send(create)).rejects.toMatchObject({ name: 'DuplicateResourceException' });
  });

  test('module needs Settings in its content', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const module = { ...JSON.parse(flow({ ...hangUp, Identifier: 'first', Type: 'EndFlowModuleExecution' })) };
    const create = (content: object) =>
      client.send(new CreateContactFlowModuleCommand({ InstanceId, Name: 'Module', Content: JSON.stringify(content) }));
    await expect(create(module)).rejects.toMatchObject({
      name: 'InvalidContactFlowModuleException',
      Problems: [{ message: 'JSON field is missing or null for field name: settings' }],
    });
    await expect(create({ ...module, Settings: {} })).resolves.toMatchObject({
      Arn: expect.stringContaining('/flow-module/'),
    });
  });
});

describe('The API', () => {
  test('gives long lists page by page', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest({ pageSize: 3 }));
    const pages: number[] = [];
    for await (const page of paginateListContactFlows({ client }, { InstanceId })) {
      pages.push(page.ContactFlowSummaryList?.length ?? 0);
    }
    expect(pages).toEqual([3, 3, 2]);
  });

  test('refuses a token that it never gave', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const list = new ListContactFlowsCommand({ InstanceId, NextToken: 'nonsense' });
    await expect(client.send(list)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('says which members of a request are missing or of the wrong kind', async () => {
    const { InstanceId, client } = await instanceIn(await cloudUnderTest());
    const bad = { InstanceId, Name: 5, Type: 'CONTACT_FLOW' } as unknown as ConstructorParameters<
      typeof CreateContactFlowCommand
    >[0];
    await expect(client.send(new CreateContactFlowCommand(bad))).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: 'CreateContactFlow.Content: required; CreateContactFlow.Name: expected string, got number.',
    });
  });

  test('takes so many calls at once, and more as time goes by', async () => {
    let now = Date.UTC(2026, 10, 2);
    const cloud = await cloudUnderTest({ throttle: { requestsPerSecond: 2, burst: 5 }, clock: () => new Date(now) });
    const { InstanceId, client } = await instanceIn(cloud);
    const list = async () => {
      const answer = await client.send(new ListQueuesCommand({ InstanceId })).catch((error: Error) => error);
      return answer instanceof Error ? answer.name : 'taken';
    };
    const first = [await list(), await list(), await list(), await list(), await list(), await list()];
    expect(first).toEqual(['taken', 'taken', 'taken', 'taken', 'taken', 'ThrottlingException']);
    now += 1000;
    expect([await list(), await list(), await list()]).toEqual(['taken', 'taken', 'ThrottlingException']);
  });

  test('names an operation that it does not carry out', async () => {
    const cloud = await cloudUnderTest();
    await expect(cloud.connect('ListViews', { InstanceId: 'any' })).rejects.toThrow(
      'The embedded cloud does not carry out connect:ListViews.',
    );
  });

  test('gives the same ids for the same seed, in whatever order things are made', async () => {
    const arnOf = async (seed: string, names: readonly string[]) => {
      const cloud = await cloudUnderTest({ seed });
      const InstanceId = await cloud.createInstance('larkfield');
      const made = new Map<string, string | undefined>();
      for (const Name of names) {
        const input = { InstanceId, Name, Type: 'CONTACT_FLOW', Content: write(read(GREETING)) } as const;
        made.set(Name, (await cloud.connect('CreateContactFlow', input)).ContactFlowArn);
      }
      return made.get('One');
    };
    const arn = await arnOf('a', ['One', 'Two']);
    expect(await arnOf('a', ['Two', 'One'])).toBe(arn);
    expect(await arnOf('b', ['One', 'Two'])).not.toBe(arn);
  });
});
