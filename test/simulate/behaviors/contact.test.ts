import type { JsonObject } from '../../../lib/language';
import {
  agentArn,
  callback,
  flow,
  flowArn,
  hangUp,
  loopPrompts,
  moveToQueue,
  queueArn,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  waitSeconds,
} from '../script';
import { ANA, hearing, play, queue, secondsUntil, texts } from '../world';

const failed: Script = [say('Error.'), hangUp()];
const errors = { NoMatchingError: failed };
const KB = 1024;

describe('Set contact attributes', () => {
  test('writes them all, looked up', async () => {
    const script = [
      setAttributes({ a: '1' }),
      setAttributes({ b: '$.Attributes.a+$.Channel' }),
      say('$.Attributes.b'),
      hangUp(),
    ];
    expect(await hearing(script)).toEqual(['1+VOICE']);
  });

  test('replaces a value', async () => {
    expect(
      await hearing([setAttributes({ a: '1' }), setAttributes({ a: '2' }), say('$.Attributes.a'), hangUp()]),
    ).toEqual(['2']);
  });

  test('leaves by its error branch over 32 KB in all, and then sets none of them', async () => {
    const script = [
      setAttributes({ big: 'x'.repeat(20 * KB) }),
      setAttributes({ small: 'y', more: 'x'.repeat(20 * KB) }, [say('[$.Attributes.small]'), hangUp()]),
      hangUp(),
    ];
    expect(await hearing(script)).toEqual(['[]']);
  });

  test('takes 32 KB exactly, names included', async () => {
    const full = { k: 'x'.repeat(32 * KB - 1) };
    expect(await hearing([setAttributes(full, failed), say('Set.'), hangUp()])).toEqual(['Set.']);
    expect(await hearing([setAttributes({ kk: full.k }, failed), say('Set.'), hangUp()])).toEqual(['Error.']);
  });
});

describe('Set whisper, hold, queue, disconnect and event flow', () => {
  const flows = [
    flow('Whisper', 'AGENT_WHISPER', [say('Gold.')]),
    flow('Hold', 'CUSTOMER_HOLD', [loopPrompts('Jazz.')]),
    flow('Inbound', 'CONTACT_FLOW', [hangUp()]),
  ];
  const set = (hook: string, name: string, channel: 'VOICE' | 'CHAT' | 'TASK' = 'VOICE') =>
    play([setHook(hook, name, failed), hangUp()], { channel }, { flows });

  test('sets the hook of the contact', async () => {
    expect((await set('AgentWhisper', 'Whisper')).contacts[0]?.hooks).toEqual({ AgentWhisper: flowArn('Whisper') });
  });

  test.each([
    ['AgentWhisper', 'Hold'],
    ['CustomerWhisper', 'Whisper'],
    ['CustomerRemaining', 'Whisper'],
    ['CustomerHold', 'Inbound'],
    ['CustomerQueue', 'Inbound'],
  ])('leaves by its error branch when %s is to be "%s", a flow of the wrong type', async (hook, name) => {
    const result = await set(hook, name);
    expect(texts(result).join()).toMatch(/the hook wants [A-Z_]+/);
    expect(result.contacts[0]?.hooks).toEqual({});
  });

  test('leaves by its error branch when there is no such flow or no such hook', async () => {
    expect(texts(await set('AgentWhisper', 'Gone')).join()).toContain('is no flow');
    expect(texts(await set('OutboundWhisper', 'Whisper')).join()).toContain('there is no event hook OutboundWhisper');
  });

  test('leaves by its error branch for hold flows on a chat', async () => {
    expect(texts(await set('CustomerHold', 'Hold', 'CHAT'))).toContain('“Error.”');
    expect((await set('CustomerHold', 'Hold')).contacts[0]?.hooks.CustomerHold).toBe(flowArn('Hold'));
  });

  test('takes the flow from an attribute', async () => {
    const dynamic = step('UpdateContactEventHooks', { EventHooks: { AgentWhisper: '$.Attributes.flow' } });
    const result = await play([setAttributes({ flow: flowArn('Whisper') }), dynamic, hangUp()], {}, { flows });
    expect(result.contacts[0]?.hooks.AgentWhisper).toBe(flowArn('Whisper'));
  });

  test('keeps the last whisper of each kind', async () => {
    const more = [...flows, flow('Second', 'AGENT_WHISPER', [say('Silver.')])];
    const script = [setHook('AgentWhisper', 'Whisper'), setHook('AgentWhisper', 'Second'), hangUp()];
    expect((await play(script, {}, { flows: more })).contacts[0]?.hooks).toEqual({ AgentWhisper: flowArn('Second') });
  });
});

describe('Set working queue', () => {
  test('leaves by its error branch when there is no such queue or agent', async () => {
    const missing: JsonObject[] = [{ QueueId: queueArn('Gone') }, { AgentId: agentArn('gone') }, { QueueId: '' }];
    for (const parameters of missing)
      expect(await hearing([step('UpdateContactTargetQueue', parameters, { errors }), hangUp()])).toEqual(['Error.']);
  });

  test('says whether the queue is missing or was not named at all', async () => {
    const said = async (QueueId: string) =>
      texts(await play([step('UpdateContactTargetQueue', { QueueId }, { errors }), hangUp()])).join();
    expect(await said('gone')).toContain(
      'UpdateContactTargetQueue takes its NoMatchingError branch: there is no queue gone',
    );
    expect(await said('$.Attributes.none')).toContain(
      'UpdateContactTargetQueue takes its NoMatchingError branch: no queue is named',
    );
  });

  test('takes the queue from an attribute', async () => {
    const dynamic = step('UpdateContactTargetQueue', { QueueId: '$.Attributes.queue' }, { errors });
    expect(
      await hearing([setAttributes({ queue: queueArn('Sales') }), dynamic, say('$.Queue.Name'), hangUp()]),
    ).toEqual(['Sales']);
  });

  test('takes an id as well as an ARN', async () => {
    expect(
      await hearing([
        step('UpdateContactTargetQueue', { QueueId: 'sales' }, { errors }),
        say('$.Queue.Name'),
        hangUp(),
      ]),
    ).toEqual(['Sales']);
  });
});

describe('Transfer to queue', () => {
  const full: Script = [say('Full.'), hangUp()];

  test('leaves by its at-capacity branch when the queue is full', async () => {
    const queues = [queue('Sales', { maxContacts: 0 })];
    expect(await hearing([setQueue('Sales'), toQueue(full, failed)], {}, { queues })).toEqual(['Full.']);
  });

  test('queues as long as there is room', async () => {
    const queues = [queue('Sales', { maxContacts: 1 })];
    const result = await play([setQueue('Sales'), toQueue(full, failed)], {}, { queues });
    expect(result.contacts[0]?.state).toBe('queued');
  });

  test('leaves by its error branch without a working queue', async () => {
    expect(await hearing([toQueue(full, failed)])).toEqual(['Error.']);
  });

  test('In a customer queue flow it needs a queue that is there', async () => {
    const flows = [
      flow('Waiting', 'CUSTOMER_QUEUE', [
        waitSeconds(10, [moveToQueue('Gone', [], [say('Stays.'), loopPrompts('Music.')])]),
      ]),
    ];
    const script = [setHook('CustomerQueue', 'Waiting'), setQueue('Sales'), toQueue()];
    expect(await hearing(script, {}, { flows })).toContain('Stays.');
  });

  test('Moving from queue to queue is for contacts in a queue', async () => {
    expect(await hearing([setQueue('Sales'), moveToQueue('Support', [], failed)])).toEqual(['Error.']);
  });
});

describe('Change routing priority', () => {
  const priority = (QueuePriority: string) => step('UpdateContactRoutingBehavior', { QueuePriority });

  test('sets the priority of the contact; without it every contact has 5', async () => {
    expect((await play([hangUp()])).contacts[0]?.priority).toBe(5);
    expect((await play([priority('1'), hangUp()])).contacts[0]?.priority).toBe(1);
  });
});

describe('The next contact for a free agent', () => {
  const priority = (QueuePriority: string) => step('UpdateContactRoutingBehavior', { QueuePriority });
  const late = { agents: [{ name: 'ana', availableAfterSeconds: 60 }] };
  /** A callback is queued, and some seconds later the caller. */
  const both = (first: string, second: string) =>
    play(
      [
        setQueue('Sales'),
        priority(first),
        callback({ InitialCallDelaySeconds: '1' }),
        say('A'.repeat(75)),
        priority(second),
        toQueue(),
      ],
      late,
    );
  const firstAccepted = ({ transcript, contacts }: Awaited<ReturnType<typeof both>>) => {
    const accepted = transcript.find(({ text }) => text === 'accepts the contact');
    return contacts.find(({ id }) => id === accepted?.contactId)?.method;
  };

  test('is the one that waits longest', async () => {
    expect(firstAccepted(await both('5', '5'))).toBe('CALLBACK');
  });

  test('is the one with the highest priority, 1 being the highest', async () => {
    expect(firstAccepted(await both('9', '1'))).toBe('INBOUND');
    expect(firstAccepted(await both('1', '9'))).toBe('CALLBACK');
  });
});

describe('Set callback number', () => {
  const set = (CallbackNumber: string) =>
    step(
      'UpdateContactCallbackNumber',
      { CallbackNumber },
      {
        errors: { InvalidCallbackNumber: [say('Invalid.'), hangUp()], CallbackNumberNotDialable: [hangUp()] },
      },
    );

  test.each(['+15555550123', '+4930123456'])('takes %s', async (number) => {
    expect((await play([set(number), hangUp()])).contacts[0]?.callbackNumber).toBe(number);
  });

  test.each(['5555550123', '+0123456', 'Timeout', '', '+1 555 555 0123'])(
    'leaves by "invalid number" for "%s"',
    async (number) => {
      expect(await hearing([set(number), hangUp()])).toEqual(['Invalid.']);
    },
  );
});

describe('Tags', () => {
  test('are set and taken away', async () => {
    const script = [
      step('TagContact', { Tags: { team: 'blue', shift: '$.Channel' } }),
      say('$.Tags.team, $.Tags.shift'),
      step('UntagContact', { TagKeys: ['team'] }),
      say('[$.Tags.team]'),
      hangUp(),
    ];
    expect(await hearing(script)).toEqual(['blue, VOICE', '[]']);
  });
});

describe('Set voice and contact data', () => {
  test('are read back by references', async () => {
    const script = [
      step('UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Joanna' }),
      step('UpdateContactData', { LanguageCode: 'en-GB', Name: 'Order $.Attributes.order' }),
      say('$.TextToSpeechVoiceId $.LanguageCode $.Name'),
      hangUp(),
    ];
    expect(await hearing([setAttributes({ order: '42' }), ...script])).toEqual(['Joanna en-GB Order 42']);
  });
});

describe('Transfer to agent', () => {
  test('leaves by its error branch where no agent was chosen', async () => {
    expect(await hearing([step('TransferContactToAgent', {}, { errors })])).toEqual(['Error.']);
  });
});

describe('Create callback', () => {
  const ask = (parameters: JsonObject) => step('CreateCallbackContact', parameters, { errors });

  test('waits for its delay before it queues the callback', async () => {
    const result = await play([setQueue('Sales'), ask({ InitialCallDelaySeconds: '99' }), hangUp()], { agents: [ANA] });
    expect(secondsUntil(result, 'waits in queue "Sales"')).toBe(99);
  });

  test('can name another queue than the working queue', async () => {
    const script = [setQueue('Sales'), ask({ InitialCallDelaySeconds: '1', QueueId: queueArn('Support') }), hangUp()];
    expect(secondsUntil(await play(script), 'waits in queue "Support"')).toBe(1);
  });

  test('leaves by its error branch without a queue', async () => {
    expect(await hearing([ask({ InitialCallDelaySeconds: '1' })])).toEqual(['Error.']);
    expect(await hearing([ask({ QueueId: queueArn('Gone') })])).toEqual(['Error.']);
  });

  test.each(['CHAT', 'TASK'] as const)('leaves by its error branch on a %s: there is no number', async (channel) => {
    const result = await play([setQueue('Sales'), ask({ InitialCallDelaySeconds: '1' }), hangUp()], { channel });
    expect(result.contacts).toHaveLength(1);
    expect(texts(result)).toContain('“Error.”');
  });
});
