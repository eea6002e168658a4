import type { Channel } from '../../../lib/language';
import { type Move, Simulation, type World, type WorldQuickConnect } from '../../../lib/simulate';
import { bothWays } from '../both-ways';
import { playScript } from '../records/run';
import {
  endFlow,
  flow,
  flowArn,
  hangUp,
  INSTANCE,
  loopPrompts,
  queueArn,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
} from '../script';
import { ANA, BEN, flowsFor, heardBy, hearing, play, queue, runsOf, secondsUntil, smallCentre, texts } from '../world';

const sales: Script = [setQueue('Sales'), toQueue()];
const agentGoes: Move = { does: 'hangs up', who: 'agent' };
const FAILS = { NoMatchingError: [setAttributes({ failed: 'yes' }), hangUp()] };

/** Whether a block leaves by its error branch on a channel. */
const fails = async (channel: Channel, block: Script[number], more: Partial<World> = {}) => {
  const result = await play([{ ...block, errors: FAILS }, hangUp()], { channel }, more);
  return result.contacts[0]?.attributes.get('failed') === 'yes';
};

describe('The flow types of each channel', () => {
  test.each([
    ['VOICE', 'Ben', 'AGENT_TRANSFER', 'SOURCE_AGENT'],
    ['VOICE', 'Support', 'QUEUE_TRANSFER', 'SOURCE_AGENT'],
    ['CHAT', 'Ben', 'AGENT_TRANSFER', 'CUSTOMER'],
    ['CHAT', 'Support', 'QUEUE_TRANSFER', 'CUSTOMER'],
    ['TASK', 'Ben', 'AGENT_TRANSFER', 'nobody'],
    ['TASK', 'Support', 'QUEUE_TRANSFER', 'nobody'],
    ['EMAIL', 'Ben', 'AGENT_TRANSFER', 'nobody'],
    ['EMAIL', 'Support', 'QUEUE_TRANSFER', 'nobody'],
  ] as const)(
    'A %s transferred to %s runs the %s flow, which %s hears, and reaches the other agent',
    async (channel, to, flowType, heard) => {
      const result = await play(sales, { channel, agents: [ANA, BEN], moves: [{ does: 'transfers', to }] });
      expect(runsOf(result).find((run) => run.startsWith(`C2 ${flowType} `))).toMatch(new RegExp(`→ ${heard}$`));
      expect(result.contacts[1]).toMatchObject({ method: 'TRANSFER', channel, agent: { name: 'ben' } });
    },
  );

  test.each([
    ['CHAT', ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CUSTOMER_WHISPER']],
    ['TASK', []],
    ['EMAIL', []],
  ] as const)('A customer whisper that a block sets: on a %s the customer gets %j', async (channel, types) => {
    const whisper = flow('Hello', 'CUSTOMER_WHISPER', [say('You are connected.')]);
    const result = await play(
      [setHook('CustomerWhisper', 'Hello'), ...sales],
      { channel, agents: [ANA], moves: [agentGoes] },
      { flows: [whisper] },
    );
    expect(flowsFor(result.contacts[0], 'CUSTOMER')).toEqual(types);
    expect(texts(result).includes('“You are connected.”')).toBe(channel === 'CHAT');
  });

  test.each([
    ['CHAT', true],
    ['TASK', true],
    ['EMAIL', true],
    ['VOICE', false],
  ] as const)('Set hold flow on a %s leaves by the error branch: %s', async (channel, isError) => {
    const flows = [flow('Music', 'CUSTOMER_HOLD', [loopPrompts('Music.')])];
    const block = step('UpdateContactEventHooks', { EventHooks: { CustomerHold: flowArn('Music') } });
    expect(await fails(channel, block, { flows })).toBe(isError);
  });
});

describe('A whisper on a chat', () => {
  test('is shown to the one it is for, and not to the other', async () => {
    const flows = [
      flow('To the agent', 'AGENT_WHISPER', [say('A gold customer.')]),
      flow('To the customer', 'CUSTOMER_WHISPER', [say('This chat is kept.')]),
    ];
    const result = await play(
      [setHook('AgentWhisper', 'To the agent'), setHook('CustomerWhisper', 'To the customer'), ...sales],
      { channel: 'CHAT', agents: [ANA], moves: [agentGoes] },
      { flows },
    );
    expect(heardBy(result, 'ana')).toEqual(['“A gold customer.”']);
    expect(heardBy(result, 'Customer')).toEqual(['“This chat is kept.”']);
  });

  test('goes on after a block that chats do not support', async () => {
    const stream = step('UpdateContactMediaStreamingBehavior', {
      MediaStreamingState: 'Enabled',
      MediaStreamType: 'Audio',
      Participants: [{ ParticipantType: 'Customer', MediaDirections: ['To', 'From'] }],
    });
    const flows = [
      flow('To the agent', 'AGENT_WHISPER', [
        { ...stream, errors: { NoMatchingError: [say('Still here.'), endFlow()] } },
        say('Spoken.'),
      ]),
    ];
    const result = await play(
      [setHook('AgentWhisper', 'To the agent'), ...sales],
      { channel: 'CHAT', agents: [ANA], moves: [agentGoes] },
      { flows },
    );
    expect(heardBy(result, 'ana')).toEqual(['“Still here.”']);
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('of type outbound does not run, or is shown to both', async () => {
    const both = flow('To both', 'OUTBOUND_WHISPER', [say('Welcome to the chat.'), endFlow()]);
    const world = { flows: [both], queues: [queue('Sales', { outboundWhisperFlow: both.arn })] };
    const [no, yes] = await bothWays('chatOutboundWhisper', ['no', 'yes'], (assumptions) =>
      play(sales, { channel: 'CHAT', agents: [ANA], moves: [agentGoes] }, world, { assumptions }),
    );
    expect([heardBy(no, 'ana'), heardBy(no, 'Customer')]).toEqual([[], []]);
    const seen = ['“Welcome to the chat.”'];
    expect([heardBy(yes, 'ana'), heardBy(yes, 'Customer')]).toEqual([seen, seen]);
  });
});

describe('Play prompt', () => {
  const text = step('MessageParticipant', { Text: 'Hello.' });
  const audio = step('MessageParticipant', { PromptId: `${INSTANCE}/prompt/hello` });
  const prompts = [{ arn: `${INSTANCE}/prompt/hello`, name: 'hello' }];

  test.each([
    ['VOICE', false, false],
    ['CHAT', false, true],
    ['TASK', false, true],
  ] as const)('on a %s fails with text: %s, and with audio: %s', async (channel, withText, withAudio) => {
    expect(await fails(channel, text)).toBe(withText);
    expect(await fails(channel, audio, { prompts })).toBe(withAudio);
  });

  test('on an email goes on without effect, or leaves by the error branch', async () => {
    const script = [{ ...text, errors: FAILS }, hangUp()];
    const [goesOn, errs] = await bothWays('promptOnEmail', ['goesOn', 'errorBranch'], (assumptions) =>
      play(script, { channel: 'EMAIL' }, {}, { assumptions }),
    );
    expect([goesOn, errs].map(({ contacts }) => contacts[0]?.attributes.get('failed'))).toEqual([undefined, 'yes']);
  });
});

test.each([
  ['CHAT', 'the customer sees what comes next'],
  ['TASK', 'the flow goes on'],
] as const)('Loop prompts on a %s leaves by the error branch, and %s', async (channel, _then) => {
  const looped = {
    ...loopPrompts('Soon.'),
    errors: { NoMatchingError: [setAttributes({ looped: 'no' }), say('Soon, in writing.')] },
  };
  const result = await play(
    [setHook('CustomerQueue', 'Loop'), ...sales],
    { channel },
    { flows: [flow('Loop', 'CUSTOMER_QUEUE', [looped])] },
  );
  expect(result.contacts[0]?.attributes.get('looped')).toBe('no');
  expect(heardBy(result, 'Customer')).toEqual(channel === 'CHAT' ? ['“Soon, in writing.”'] : []);
});

describe('A transfer by the API', () => {
  const transfers = (flowName: string, to?: string): Move => ({
    does: 'is transferred by the API',
    flow: flowName,
    ...(to !== undefined && { to }),
  });
  const flows = [
    flow('Anywhere', 'CONTACT_FLOW', [setQueue('Support'), toQueue()]),
    flow('To the agent', 'AGENT_TRANSFER', [step('UpdateContactTargetQueue', { AgentId: '$.Agent.ARN' }), toQueue()]),
    flow('To the queue', 'QUEUE_TRANSFER', [toQueue()]),
    flow('Whisper', 'AGENT_WHISPER', [say('No.')]),
  ];
  const moved = (channel: Channel, move: Move) =>
    playScript(sales, { channel, agents: [ANA, BEN], moves: [move, agentGoes] }, { flows });

  test.each([
    ['TASK', 'Anywhere', undefined],
    ['TASK', 'To the agent', 'ben'],
    ['TASK', 'To the queue', 'Support'],
    ['EMAIL', 'Anywhere', undefined],
    ['EMAIL', 'To the agent', 'ben'],
    ['EMAIL', 'To the queue', 'Support'],
  ] as const)('takes a %s where the flow %s takes it', async (channel, flowName, to) => {
    const { result, left } = await moved(channel, transfers(flowName, to));
    expect(result.stopped).toBeNull();
    expect(left.records.map(({ InitiationMethod, Agent }) => [InitiationMethod, Agent?.Username])).toEqual([
      ['API', 'ana'],
      ['TRANSFER', 'ben'],
    ]);
    expect(left.records[0]?.DisconnectReason).toBe(channel === 'EMAIL' ? 'TRANSFERRED' : 'OTHER');
    expect(result.contacts[1]?.runs[0]).toMatchObject({ name: flowName, heardBy: null });
  });

  test.each([
    ['VOICE', 'Anywhere', 'TransferContact takes tasks and emails only, no VOICE contact.'],
    ['CHAT', 'Anywhere', 'TransferContact takes tasks and emails only, no CHAT contact.'],
    ['TASK', 'Whisper', 'TransferContact takes no AGENT_WHISPER flow.'],
    ['TASK', 'Gone', 'There is no flow "Gone" in this world.'],
  ] as const)('takes no %s with the flow %s, and the run says so', async (channel, flowName, says) => {
    expect((await moved(channel, transfers(flowName))).result.stopped).toBe(says);
  });
});

describe('A flow that the agent of a chat sends', () => {
  const connect = (name: string, kind: WorldQuickConnect['kind'], target: string) => ({
    arn: `${INSTANCE}/transfer-destination/${name.toLowerCase()}`,
    name,
    kind,
    target,
  });
  const form = flow('Form', 'CONTACT_FLOW', [
    setAttributes({ form: 'sent' }),
    say('Please fill in the form.'),
    step('Wait', { TimeLimitSeconds: '60' }, { when: [['Equals', 'WaitCompleted', [say('Thank you.')]]] }),
  ]);
  const quickConnects = [
    connect('Form', 'FLOW', form.arn),
    connect('Whisper', 'FLOW', flowArn('Whisper')),
    connect('Support', 'QUEUE', queueArn('Support')),
  ];
  const world = { quickConnects, flows: [form, flow('Whisper', 'AGENT_WHISPER', [say('No.')])] };
  const sends = (quickConnect = 'Form', afterSeconds = 30): Move => ({
    does: 'sends a flow',
    quickConnect,
    afterSeconds,
  });
  const chat = (moves: readonly Move[], channel: Channel = 'CHAT') =>
    play(sales, { channel, agents: [ANA, BEN], moves }, world);

  test('is seen by the customer, who goes on talking to the agent', async () => {
    const result = await chat([sends(), { does: 'writes', who: 'customer', text: 'One moment.', afterSeconds: 5 }]);
    expect(heardBy(result, 'Customer')).toEqual(['“Please fill in the form.”', '“Thank you.”']);
    expect(runsOf(result).at(-1)).toBe('C1 CONTACT_FLOW "Form" → CUSTOMER');
    expect(result.contacts[0]?.runs.at(-1)).toMatchObject({ source: 'quick connect' });
    expect(result.contacts[0]).toMatchObject({ state: 'connected', talking: ['CUSTOMER', 'AGENT'] });
    expect(secondsUntil(result, 'writes “One moment.”')).toBe(38);
  });

  test('runs alone: a second one has to wait until it has ended', async () => {
    const result = await chat([sends(), sends('Form', 30), sends('Form', 61)]);
    expect(texts(result)).toContain('cannot send the flow "Form": another one is still running');
    expect(texts(result).filter((text) => text === 'sends the flow "Form"')).toHaveLength(2);
  });

  test('is sent ten times in a chat at most', async () => {
    const result = await chat(Array.from({ length: 11 }, () => sends('Form', 61)));
    expect(texts(result).filter((text) => text === 'sends the flow "Form"')).toHaveLength(10);
    expect(texts(result).at(-1)).toBe('cannot send the flow "Form": a chat takes 10 of them');
  });

  test('keeps the chat from being transferred while it runs', async () => {
    const result = await chat([sends(), { does: 'transfers', to: 'Support', afterSeconds: 10 }]);
    expect(texts(result)).toContain('cannot add quick connect "Support": a flow that the agent sent is still running');
    expect(result.contacts).toHaveLength(1);
  });

  test.each([
    ['a call', 'VOICE', sends(), 'No flow can be sent on a VOICE contact.'],
    ['a task', 'TASK', sends(), 'No flow can be sent on a TASK contact.'],
    ['a chat, with a flow of another type', 'CHAT', sends('Whisper'), 'Quick connect "Whisper" names no inbound flow.'],
    [
      'a chat, with a quick connect of another type',
      'CHAT',
      sends('Support'),
      'There is no quick connect "Support" of type FLOW in this world.',
    ],
    [
      'a chat, as a transfer',
      'CHAT',
      { does: 'transfers', to: 'Form' } as Move,
      'Quick connect "Form" is a flow to be sent; it transfers nothing.',
    ],
  ] as const)('is refused on %s, and the run says so', async (_, channel, move, says) => {
    expect((await chat([move], channel)).stopped).toBe(says);
  });
});

describe('The source agent of a transfer', () => {
  const working = { ...ANA, afterContactWorkSeconds: 30 };
  const TO_BEN: Move = { does: 'transfers', to: 'Ben' };

  test('of a chat goes to the work after the contact at once', async () => {
    const { left } = await playScript(sales, { channel: 'CHAT', agents: [working, BEN], moves: [TO_BEN, agentGoes] });
    const [first, second] = left.records;
    expect(first?.Agent?.AfterContactWorkStartTimestamp).toBe(second?.InitiationTimestamp);
    expect(first?.DisconnectTimestamp).toBe(second?.InitiationTimestamp);
  });

  test('of a call stays until leaving it', async () => {
    const moves: readonly Move[] = [TO_BEN, { does: 'chooses', choice: 'END_CALL', afterSeconds: 50 }, agentGoes];
    const { result, left } = await playScript(sales, { agents: [working, BEN], moves });
    const leftAt = new Date(result.start + secondsUntil(result, 'chooses End call') * 1000).toISOString();
    expect(left.records[0]?.Agent?.AfterContactWorkStartTimestamp).toBe(leftAt.replace(/\.\d+/, ''));
  });
});

test('Pause and resume hooks are for tasks: on a call they leave by the error branch', async () => {
  const flows = [flow('Paused', 'CONTACT_FLOW', [hangUp()])];
  expect(
    await hearing([setHook('PauseContact', 'Paused', [say('No pauses here.'), hangUp()]), hangUp()], {}, { flows }),
  ).toEqual(['No pauses here.']);
});

test('An agent who paused a task is offered another one, or none before going on with it', async () => {
  const entry = flow('Entry', 'CONTACT_FLOW', sales);
  const connected: (readonly boolean[])[] = [];
  await bothWays('pausedTaskFreesSlot', ['yes', 'no'], async (assumptions) => {
    const simulation = new Simulation(smallCentre({ flows: [entry] }), { assumptions });
    simulation.seat(ANA);
    const start = { method: 'API', channel: 'TASK', flow: 'Entry' } as const;
    const pauses: Move = { does: 'pauses', afterSeconds: 10 };
    for (const moves of [[pauses], []])
      simulation.clock.after(0, () => simulation.startContact(start, simulation.newStory({}, moves)));
    await simulation.advance(() => false, 60);
    connected.push(simulation.contacts.map(({ connectedToAgent }) => connectedToAgent !== null));
    return simulation.result();
  });
  expect(connected).toEqual([
    [true, true],
    [true, false],
  ]);
});
