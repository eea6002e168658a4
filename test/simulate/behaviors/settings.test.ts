import { logsFlows, settingsOf } from '../../../lib/simulate/contact-settings';
import { fitsRouting } from '../../../lib/simulate/routing-criteria';
import {
  agentArn,
  flow,
  flowArn,
  functionArn,
  hangUp,
  INSTANCE,
  loopPrompts,
  moveToQueue,
  queueArn,
  type Script,
  say,
  setHook,
  setQueue,
  step,
  toQueue,
} from '../script';
import { ANA, BEN, hearing, lambda, play, queue, texts } from '../world';

const branch = (text: string): Script => [say(text), hangUp()];
const errors = { NoMatchingError: branch('Error.') };
const firstOf = async (script: Script, ...rest: Parameters<typeof play> extends [Script, ...infer R] ? R : never) => {
  const [contact] = (await play(script, ...rest)).contacts;
  if (!contact) throw new Error('no contact');
  return contact;
};

describe('Recording', () => {
  test('is remembered on the contact, piece by piece', async () => {
    const voice = (more: object) => ({ VoiceBehavior: { VoiceRecordingBehavior: more } }) as never;
    const contact = await firstOf([
      step('UpdateContactRecordingAndAnalyticsBehavior', voice({ RecordedParticipants: ['Agent', 'Customer'] })),
      step('UpdateContactRecordingAndAnalyticsBehavior', voice({ IVRRecordingBehavior: 'Enabled' })),
      hangUp(),
    ]);
    expect(settingsOf(contact)).toMatchObject({ recorded: ['Agent', 'Customer'], automatedInteractionRecorded: true });
  });

  test('leaves by its branch on another channel', async () => {
    const chat = step(
      'UpdateContactRecordingAndAnalyticsBehavior',
      { ChatBehavior: {} },
      {
        errors: { ChannelMismatch: branch('No chat.'), ...errors },
      },
    );
    expect(await hearing([chat])).toEqual(['No chat.']);
  });
});

test('Flow logs stay on for the contacts that follow', async () => {
  const moving = flow('Moving', 'CUSTOMER_QUEUE', [moveToQueue('Support')]);
  const log = step('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' });
  const { contacts } = await play(
    [log, setHook('CustomerQueue', 'Moving'), setQueue('Sales'), toQueue()],
    {},
    { flows: [moving] },
  );
  expect(contacts.slice(0, 2).map(logsFlows)).toEqual([true, true]);
  expect(logsFlows(await firstOf([hangUp()]))).toBe(false);
});

describe('Media streaming', () => {
  const stream = (MediaStreamingState: string) =>
    step('UpdateContactMediaStreamingBehavior', { MediaStreamingState }, { errors });

  test('tells where the audio is, to the flow and to functions', async () => {
    const heard: unknown[] = [];
    const invoke = (event: unknown) => {
      heard.push(event);
      return {};
    };
    const functions = [lambda('Look up', invoke)];
    const call = step('InvokeLambdaFunction', { LambdaFunctionARN: functionArn('Look up') });
    const script = [
      stream('Enabled'),
      say('$.MediaStreams.Customer.Audio.StartTimestamp'),
      call,
      stream('Disabled'),
      call,
      hangUp(),
    ];
    expect(await hearing(script, {}, { functions })).toEqual([String(Date.parse('2026-01-05T10:00:00Z'))]);
    const stops = heard.map((event) => JSON.stringify(event).includes('StopTimestamp'));
    expect(stops).toEqual([false, true]);
  });
});

describe('Numbers that may be called', () => {
  const telephony = { dialable: ['+1'] };

  test('limit callbacks and transfers', async () => {
    const set = step(
      'UpdateContactCallbackNumber',
      { CallbackNumber: '+4930123456' },
      {
        errors: { CallbackNumberNotDialable: branch('Not there.') },
      },
    );
    const call = step(
      'TransferParticipantToThirdParty',
      {
        ThirdPartyPhoneNumber: '+4930123456',
        ThirdPartyConnectionTimeLimitSeconds: '30',
        ContinueFlowExecution: 'True',
      },
      { errors: { CallFailed: branch('Not there either.') } },
    );
    expect(await hearing([set], {}, { telephony })).toEqual(['Not there.']);
    expect(await hearing([call], {}, { telephony })).toEqual(['Not there either.']);
  });

  test('a full queue takes no callback', async () => {
    const callback = step('CreateCallbackContact', { InitialCallDelaySeconds: '5' }, { errors });
    const queues = [queue('Sales', { maxContacts: 0 })];
    expect(await hearing([setQueue('Sales'), callback], {}, { queues })).toEqual(['Error.']);
  });
});

describe('Get metrics', () => {
  const told = '$.Metrics.Queue.Size $.Metrics.Queue.EstimatedWaitTime $.Metrics.Contact.PositionInQueue';
  const waiting = flow('Waiting', 'CUSTOMER_QUEUE', [
    say('A'.repeat(120)),
    step('GetMetricData', {}, { errors: { NoMatchingError: [say('Nothing.'), loopPrompts('Music.')] } }),
    say(told),
    loopPrompts('Music.'),
  ]);
  const script = [setHook('CustomerQueue', 'Waiting'), setQueue('Sales'), toQueue()];
  const queues = [queue('Sales', { estimatedWaitSeconds: 90 }), queue('Support')];

  test.each([
    ['none', '1 90 1'],
    ['fiveSeconds', '1 90 1'],
    ['tenSeconds', 'Nothing.'],
  ] as const)('eight seconds after the first contact, %s late, tells %s', async (metricsLag, said) => {
    const heard = await hearing(script, {}, { flows: [waiting], queues }, { assumptions: { metricsLag } });
    expect(heard).toContain(said);
  });

  test('of an idle queue does what is assumed', async () => {
    const idle = [setQueue('Sales'), step('GetMetricData', {}, { errors }), say('$.Metrics.Queue.Size'), hangUp()];
    const run = (metricsOfIdleQueue: 'errorBranch' | 'zeros') =>
      hearing(idle, {}, {}, { assumptions: { metricsOfIdleQueue } });
    expect(await run('errorBranch')).toEqual(['Error.']);
    expect(await run('zeros')).toEqual(['0']);
  });
});

describe('Routing criteria', () => {
  const level = (ProficiencyLevel: number, value = 'german') => ({
    AttributeCondition: {
      Name: 'language',
      Value: value,
      ProficiencyLevel,
      ComparisonOperator: 'NumberGreaterOrEqualTo',
    },
  });
  const criteria = {
    RoutingCriteria: {
      Steps: [
        { Expression: { AndExpression: [level(4), level(2, 'french')] }, Expiry: { DurationInSeconds: '30' } },
        { Expression: level(3), Expiry: { DurationInSeconds: '60' } },
      ],
    },
  };
  const agent = (german: number, french = 0) => ({
    arn: agentArn('x'),
    name: 'x',
    queues: [],
    proficiencies: { language: { german, french } },
  });

  test('ask for less and less, and at last for nothing', async () => {
    const { routing } = settingsOf(await firstOf([step('UpdateContactRoutingCriteria', criteria), hangUp()]));
    const fits = (seconds: number) =>
      [agent(5, 2), agent(3), agent(1)].map((each) => fitsRouting(each, routing, seconds));
    expect(fits(0)).toEqual([true, false, false]);
    expect(fits(30)).toEqual([true, true, false]);
    expect(fits(90)).toEqual([true, true, true]);
  });

  test('with an agent who is not there leave by the error branch', async () => {
    const named = { AttributeCondition: { MatchCriteria: { AgentsCriteria: { AgentIds: [agentArn('gone')] } } } };
    const set = step(
      'UpdateContactRoutingCriteria',
      { RoutingCriteria: { Steps: [{ Expression: named }] } },
      { errors },
    );
    expect(await hearing([set, hangUp()])).toEqual(['Error.']);
  });
});

test('Hold customer or agent changes who is on hold on the contact before', async () => {
  const state = (PreviousContactParticipantState: string) =>
    step('UpdatePreviousContactParticipantState', { PreviousContactParticipantState });
  const transfer = flow('Transfer', 'AGENT_TRANSFER', [
    state('AgentOnHold'),
    say('A'.repeat(60)),
    state('OffHold'),
    say('Back.'),
  ]);
  const quickConnect = {
    arn: `${INSTANCE}/transfer-destination/ben`,
    name: 'Ben',
    kind: 'USER',
    target: agentArn('ben'),
    flow: flowArn('Transfer'),
  } as const;
  const { contacts } = await play(
    [setQueue('Sales'), toQueue()],
    { agents: [ANA, BEN], moves: [{ does: 'transfers', to: 'Ben' }] },
    { flows: [transfer], quickConnects: [quickConnect] },
  );
  const hold = contacts[0]?.runs.filter(({ flowType }) => flowType.endsWith('_HOLD')) ?? [];
  expect(hold.map(({ flowType, heardBy }) => `${flowType} ${heardBy}`)).toEqual([
    'CUSTOMER_HOLD CUSTOMER',
    'AGENT_HOLD AGENT',
  ]);
  expect(hold.every(({ end }) => end !== null)).toBe(true);
  expect(Number(hold[1]?.end) - Number(hold[1]?.start)).toBe(4_000);
});

describe('Resume contact', () => {
  test('does with a running task what is assumed', async () => {
    const script = [step('ResumeContact', {}, { errors }), say('Goes on.'), hangUp()];
    const run = async (resumeOfRunningTask: 'errorBranch' | 'goesOn') =>
      texts(await play(script, { channel: 'TASK' }, {}, { assumptions: { resumeOfRunningTask } }));
    expect(await run('errorBranch')).toContain('“Error.”');
    expect(await run('goesOn')).toContain('“Goes on.”');
  });
});

test('A prompt that is not there leaves by the error branch, and is played where it is', async () => {
  const prompt = step('MessageParticipant', { PromptId: '$.Attributes.prompt' }, { errors });
  expect(await hearing([prompt, hangUp()])).toEqual(['Error.']);
  const bare = step('MessageParticipant', { PromptId: 'welcome' }, { errors });
  expect(await hearing([bare, hangUp()], {}, { prompts: [{ arn: 'welcome', name: 'Welcome.wav' }] })).toEqual([
    '[plays Welcome.wav]',
  ]);
});

test('A queue tells the number that it shows', async () => {
  const queues = [queue('Sales', { outboundCallerId: '+15555550144' })];
  expect(await hearing([setQueue('Sales'), say('$.Queue.OutboundCallerId.Address'), hangUp()], {}, { queues })).toEqual(
    ['+15555550144'],
  );
  expect(queueArn('Sales')).toBe(queues[0]?.arn);
});
