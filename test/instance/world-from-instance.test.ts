import { Connect } from '@aws-sdk/client-connect';
import type { EmbeddedCloud } from '../../lib/cloud';
import { worldFromInstance } from '../../lib/instance';
import { DEFAULT_FLOW_NAMES } from '../../lib/journey';
import { type Scenario, simulate, type World } from '../../lib/simulate';
import { clientSettings, cloudUnderTest, stopClouds } from '../cloud/cloud-under-test';

afterAll(stopClouds);

const FUNCTION = 'arn:aws:lambda:eu-west-2:111122223333:function:look-up';

const Settings = { InputParameters: [], OutputParameters: [], Transitions: [] };

const flow = (...Actions: readonly object[]): string =>
  JSON.stringify({ Version: '2019-10-30', StartAction: 'first', Metadata: {}, Settings, Actions });

const HANG_UP = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
const ALWAYS = { NextAction: 'end', Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingError' }] };

const END = { ...HANG_UP, Type: 'EndFlowExecution' };

const say = (Text: string): string =>
  flow({ Identifier: 'first', Type: 'MessageParticipant', Parameters: { Text }, Transitions: ALWAYS }, END);

const ask = flow(
  {
    Identifier: 'first',
    Type: 'InvokeLambdaFunction',
    Parameters: { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '3' },
    Transitions: { ...ALWAYS, NextAction: 'tell' },
  },
  { Identifier: 'tell', Type: 'MessageParticipant', Parameters: { Text: '$.External.name' }, Transitions: ALWAYS },
  HANG_UP,
);

/** A centre as somebody might have clicked it together. */
const handMade = async (cloud: EmbeddedCloud): Promise<string> => {
  const InstanceId = await cloud.createInstance('larkfield');
  const add = cloud.connect;
  const whisper = { InstanceId, Name: 'Our number', Type: 'OUTBOUND_WHISPER', Content: say('Larkfield.') } as const;
  const { ContactFlowId: OutboundFlowId } = await add('CreateContactFlow', whisper);
  await add('CreateContactFlow', { InstanceId, Name: 'Main', Type: 'CONTACT_FLOW', Content: ask });
  const draft = { InstanceId, Name: 'Draft', Type: 'CONTACT_FLOW', Content: ask, Status: 'SAVED' } as const;
  await add('CreateContactFlow', draft);
  await add('CreateContactFlowModule', { InstanceId, Name: 'Goodbye', Content: say('Goodbye.') });
  await add('AssociateLambdaFunction', { InstanceId, FunctionArn: FUNCTION });
  const at = { Hours: 9, Minutes: 30 };
  const { HoursOfOperationId = '' } = await add('CreateHoursOfOperation', {
    InstanceId,
    Name: 'Office',
    TimeZone: 'Europe/Dublin',
    Config: [{ Day: 'MONDAY', StartTime: at, EndTime: { Hours: 17, Minutes: 0 } }],
  });
  await add('CreateHoursOfOperationOverride', {
    InstanceId,
    HoursOfOperationId,
    Name: 'Inventory',
    EffectiveFrom: '2026-03-02',
    EffectiveTill: '2026-03-02',
    Config: [],
  });
  const numbers = { PhoneNumberCountryCode: 'GB', PhoneNumberType: 'DID', TargetArn: InstanceId } as const;
  const { AvailableNumbersList: [number] = [] } = await add('SearchAvailablePhoneNumbers', numbers);
  const claimed = await add('ClaimPhoneNumber', { TargetArn: InstanceId, PhoneNumber: number?.PhoneNumber ?? '' });
  const OutboundCallerConfig = { OutboundFlowId, OutboundCallerIdNumberId: claimed.PhoneNumberId };
  const queue = { InstanceId, Name: 'Sales', HoursOfOperationId, MaxContacts: 5, OutboundCallerConfig };
  const { QueueId = '' } = await add('CreateQueue', queue);
  await add('CreateQueue', { InstanceId, Name: 'Billing', HoursOfOperationId });
  const { RoutingProfileId = '' } = await add('CreateRoutingProfile', {
    InstanceId,
    Name: 'Sales people',
    Description: 'Sells',
    DefaultOutboundQueueId: QueueId,
    MediaConcurrencies: [
      { Channel: 'VOICE', Concurrency: 1 },
      { Channel: 'CHAT', Concurrency: 3, CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' } },
    ],
    QueueConfigs: [{ QueueReference: { QueueId, Channel: 'VOICE' }, Priority: 2, Delay: 10 }],
  });
  const { SecurityProfileSummaryList: [rights] = [] } = await add('ListSecurityProfiles', { InstanceId });
  const { UserId = '' } = await add('CreateUser', {
    InstanceId,
    Username: 'ana',
    IdentityInfo: { FirstName: 'Ana', LastName: 'Example' },
    PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 30 },
    RoutingProfileId,
    SecurityProfileIds: [rights?.Id ?? ''],
  });
  await add('AssociateUserProficiencies', {
    InstanceId,
    UserId,
    UserProficiencies: [{ AttributeName: 'language', AttributeValue: 'Irish', Level: 4 }],
  });
  const { ContactFlowSummaryList: [transfer] = [] } = await add('ListContactFlows', {
    InstanceId,
    ContactFlowTypes: ['AGENT_TRANSFER'],
  });
  const UserConfig = { UserId, ContactFlowId: transfer?.Id ?? '' };
  const ana = { InstanceId, Name: 'Ana', QuickConnectConfig: { QuickConnectType: 'USER', UserConfig } } as const;
  await add('CreateQuickConnect', ana);
  const PhoneConfig = { PhoneNumber: '+15555550177' };
  const partner = { QuickConnectType: 'PHONE_NUMBER', PhoneConfig } as const;
  await add('CreateQuickConnect', { InstanceId, Name: 'Partner', QuickConnectConfig: partner });
  return InstanceId;
};

let world: World;
let instanceArn: string;
const asked: string[] = [];

beforeAll(async () => {
  const cloud = await cloudUnderTest({ pageSize: 2 });
  instanceArn = await handMade(cloud);
  world = await worldFromInstance(new Connect(clientSettings(cloud)), instanceArn.split('/')[1] ?? '', {
    invoke: (arn) => {
      asked.push(arn);
      return { name: 'Sam Example' };
    },
  });
});

const named = <T extends { readonly name: string }>(things: readonly T[], wanted: string): T | undefined =>
  things.find(({ name }) => name === wanted);

describe('An instance that is read through its API', () => {
  test('is the instance of the world, with its Region', () => {
    expect([world.instanceArn, world.region]).toEqual([instanceArn, 'eu-west-2']);
  });

  test('has its published flows, the eight default flows among them, and no drafts', () => {
    const names = world.flows.map(({ name }) => name).sort();
    expect(names).toEqual([...DEFAULT_FLOW_NAMES, 'Main', 'Our number'].sort());
    expect(named(world.flows, 'Our number')?.type).toBe('OUTBOUND_WHISPER');
    expect(world.modules.map(({ name, type }) => [name, type])).toEqual([['Goodbye', 'MODULE']]);
  });

  test('has queues with their hours, their limit, their outbound whisper and the number that they show', () => {
    const sales = named(world.queues, 'Sales');
    const ids = [sales?.hours, sales?.outboundWhisperFlow];
    expect(named(world.hours, 'Office')?.arn).toContain(String(ids[0]));
    expect(named(world.flows, 'Our number')?.arn).toContain(String(ids[1]));
    expect([sales?.maxContacts, sales?.outboundCallerId]).toEqual([5, '+441632960000']);
    expect(named(world.queues, 'Billing')?.outboundCallerId).toBeUndefined();
  });

  test('has hours in minutes of the day, with what overrides them', () => {
    expect(named(world.hours, 'Office')).toMatchObject({
      timeZone: 'Europe/Dublin',
      week: [{ day: 'MONDAY', open: { from: 570, to: 1020 } }],
      overrides: [{ name: 'Inventory', from: '2026-03-02', to: '2026-03-02', everyYear: false, stretches: [] }],
    });
  });

  test('has agents as their routing profiles and skills say', () => {
    const sales = named(world.queues, 'Sales')?.arn;
    expect(named(world.agents, 'ana')).toMatchObject({
      firstName: 'Ana',
      lastName: 'Example',
      queues: [sales],
      routes: [{ queue: sales, channels: ['VOICE'], priority: 2, delaySeconds: 10 }],
      concurrency: { VOICE: { contacts: 1, acrossChannels: false }, CHAT: { contacts: 3, acrossChannels: true } },
      afterContactWorkLimitSeconds: 30,
      proficiencies: { language: { Irish: 4 } },
    });
  });

  test('has quick connects that lead to people and numbers', () => {
    const [ana, partner] = [named(world.quickConnects, 'Ana'), named(world.quickConnects, 'Partner')];
    expect(ana).toMatchObject({ kind: 'USER', target: named(world.agents, 'ana')?.arn });
    expect(named(world.flows, 'Default agent transfer')?.arn).toContain(String(ana?.flow));
    expect(partner).toMatchObject({ kind: 'PHONE_NUMBER', target: '+15555550177' });
  });

  test('has the recordings that every instance has', () => {
    expect(world.prompts.map(({ name }) => name)).toContain('CustomerQueue.wav');
  });

  test('plays calls, and calls its functions as it was told to', async () => {
    const scenario: Scenario = { start: { method: 'INBOUND', flow: 'Main' } };
    const { transcript } = await simulate(world, scenario);
    expect(transcript.map(({ text }) => text)).toContain('“Sam Example”');
    expect(asked).toEqual([FUNCTION]);
  });
});

test('A function that nobody was told how to call fails, and the flow leaves by its error branch', async () => {
  const cloud = await cloudUnderTest();
  const read = await worldFromInstance(new Connect(clientSettings(cloud)), await handMade(cloud));
  const { transcript } = await simulate(read, { start: { method: 'INBOUND', flow: 'Main' } });
  const because = 'Nobody was told how to call arn:aws:lambda:eu-west-2:111122223333:function:look-up';
  expect(transcript.map(({ text }) => text).join('\n')).toContain(because);
});

test('Hours that recur otherwise than every year are named, as the simulator cannot play them', async () => {
  const cloud = await cloudUnderTest();
  const InstanceId = await cloud.createInstance('larkfield');
  const { HoursOfOperationSummaryList: [hours] = [] } = await cloud.connect('ListHoursOfOperations', { InstanceId });
  await cloud.connect('CreateHoursOfOperationOverride', {
    InstanceId,
    HoursOfOperationId: hours?.Id ?? '',
    Name: 'Stocktaking',
    EffectiveFrom: '2026-03-02',
    EffectiveTill: '2026-12-31',
    Config: [],
    RecurrenceConfig: { RecurrencePattern: { Frequency: 'MONTHLY', Interval: 1 } },
  });
  const reading = worldFromInstance(new Connect(clientSettings(cloud)), InstanceId);
  await expect(reading).rejects.toThrow('Override "Stocktaking" recurs MONTHLY; only YEARLY is simulated.');
});
