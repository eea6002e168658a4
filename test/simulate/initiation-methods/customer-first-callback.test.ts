import type { World } from '../../../lib/simulate';
import { bothWays } from '../both-ways';
import { playScript } from '../records/run';
import {
  callback,
  flow,
  flowArn,
  hangUp,
  queueArn,
  type Script,
  say,
  setAttributes,
  setQueue,
  step,
  toQueue,
} from '../script';
import { ANA, BEN, flowsFor, linksOf, play, queue, runsOf, secondsUntil, texts } from '../world';

const leaves = { does: 'hangs up', who: 'customer' } as const;

const onProgress = (ways: Readonly<Record<string, Script>>) =>
  step(
    'CheckOutboundCallStatus',
    {},
    { when: Object.entries(ways).map(([operand, then]) => ['Equals', operand, then] as const) },
  );

const outbound = (script: Script) => flow('Outbound callback', 'CONTACT_FLOW', script);
const human: Script = [onProgress({ CallAnswered: [say('Hello.'), toQueue()], VoicemailBeep: [hangUp()] })];

/** An instance that calls the customer first. */
const customerFirst = (script: Script = human, more: Partial<World> = {}): Partial<World> => ({
  customerFirstCallbackFlow: flowArn('Outbound callback'),
  ...more,
  flows: [outbound(script), ...(more.flows ?? [])],
});

const asked: Script = [setQueue('Sales'), callback(), hangUp()];
const withCreation = (parameters = {}): Script => [
  setQueue('Sales'),
  callback({ ContactFlowId: flowArn('Creation'), ...parameters }),
  hangUp(),
];

describe('The records of a customer-first callback', () => {
  const waits = { ...ANA, availableAfterSeconds: 40 };
  const played = (callProgress?: World['callProgress'], customer = {}) =>
    playScript(
      withCreation({ InitialCallDelaySeconds: '10' }),
      { agents: [waits], moves: [leaves], customer },
      customerFirst(human, {
        flows: [flow('Creation', 'CONTACT_FLOW', [toQueue()])],
        queues: [queue('Sales', { outboundCallerId: '+15555550188' })],
        ...(callProgress && { callProgress }),
      }),
    );

  test('tell of the callback that waits from the start of its creation flow, after the delay, to the call', async () => {
    const { left } = await played();
    expect(left.records[1]).toMatchObject({
      InitiationMethod: 'CALLBACK_CUSTOMER_FIRST_QUEUED',
      InitiationTimestamp: '2026-01-05T10:00:00Z',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:10Z',
      Queue: {
        EnqueueTimestamp: '2026-01-05T10:00:10Z',
        DequeueTimestamp: '2026-01-05T10:00:40Z',
        Duration: 30,
      },
      DisconnectTimestamp: '2026-01-05T10:00:40Z',
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      Agent: null,
    });
  });

  test('tell of the call back its traffic, what detection found, and the time in both queues', async () => {
    const { left } = await played();
    const [first, second, third] = left.records;
    expect(third).toMatchObject({
      InitiationMethod: 'CALLBACK_CUSTOMER_FIRST_DIALED',
      PreviousContactId: second?.ContactId,
      InitialContactId: first?.ContactId,
      InitiationTimestamp: '2026-01-05T10:00:40Z',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:45Z',
      SystemEndpoint: { Address: '+15555550188' },
      SegmentAttributes: { 'connect:TrafficType': { ValueString: 'CUSTOMER_FIRST_CALLBACK' } },
      AnsweringMachineDetectionStatus: 'HUMAN_ANSWERED',
      Agent: { Username: 'ana' },
    });
    const inQueue = third?.Queue?.Duration ?? Number.NaN;
    expect(inQueue).toBeGreaterThan(0);
    expect(third?.Queue?.CallbackTotalQueueDuration).toBe(30 + inQueue);
  });

  test.each([
    ['VOICEMAIL_BEEP', 'VoicemailBeep', {}],
    ['AMD_UNRESOLVED', 'NotDetected', {}],
    ['AMD_UNANSWERED', undefined, { answersCalls: false }],
  ] as const)('tell %s where that is what came of the call', async (status, progress, customer) => {
    const { left } = await played(progress, customer);
    expect(left.records[2]?.AnsweringMachineDetectionStatus).toBe(status);
  });
});

describe('The creation flow of a customer-first callback', () => {
  const creation = (script: Script) => ({ flows: [flow('Creation', 'CONTACT_FLOW', script)] });

  test('runs after the initial delay, before the callback is queued', async () => {
    const result = await play(
      withCreation({ InitialCallDelaySeconds: '60' }),
      { agents: [ANA], moves: [leaves] },
      customerFirst(human, creation([setAttributes({ wanted: 'yes' }), toQueue()])),
    );
    const [, queued] = result.contacts;
    expect(runsOf(result)[1]).toBe('C2 CONTACT_FLOW "Creation" → nobody');
    expect(queued?.runs[0]?.start).toBe(result.start + 60_000);
    expect(queued?.enqueued).toBe(result.start + 60_000);
  });

  test('may change the working queue, which the call back takes over', async () => {
    const result = await play(
      withCreation(),
      { agents: [ANA, BEN], moves: [leaves] },
      customerFirst(human, creation([setQueue('Support'), toQueue()])),
    );
    expect(result.contacts.slice(1).map((contact) => contact.queue?.name)).toEqual(['Support', 'Support']);
    expect(texts(result)).toContain('Customer and ben talk');
  });
});

describe('A customer-first callback', () => {
  test('needs a working queue before it is created, set in the flow or in the block', async () => {
    const made = async (script: Script) => (await play(script, { agents: [ANA] }, customerFirst())).contacts.length;
    expect(await made([callback(), hangUp()])).toBe(1);
    expect(await made([callback({ QueueId: queueArn('Sales') }), hangUp()])).toBe(3);
    expect(await made(asked)).toBe(3);
  });

  test('knows no attempts and no time between them: those of the block count for agent-first callbacks', async () => {
    const result = await play(
      [setQueue('Sales'), callback({ MaximumConnectionAttempts: '3', RetryDelaySeconds: '60' }), hangUp()],
      { agents: [ANA], customer: { missesCalls: 1 } },
      customerFirst(),
    );
    expect(texts(result).filter((text) => text.startsWith('calls '))).toHaveLength(1);
    expect(result.contacts.at(-1)?.disconnectReason).toBe('CUSTOMER_NEVER_ARRIVED');
  });

  test('is an agent-first one on an instance without the option', async () => {
    const methods = async (world: Partial<World>) =>
      (await play(asked, { agents: [ANA], moves: [leaves] }, world)).contacts.map(({ method }) => method);
    expect(await methods({ flows: [outbound(human)] })).toEqual(['INBOUND', 'CALLBACK']);
    expect(await methods(customerFirst())).toEqual([
      'INBOUND',
      'CALLBACK_CUSTOMER_FIRST_QUEUED',
      'CALLBACK_CUSTOMER_FIRST_DIALED',
    ]);
  });

  test('plays the whispers of an ordinary queued call, or none', async () => {
    const [yes, no] = await bothWays('customerFirstWhispers', ['yes', 'no'], (assumptions) =>
      play(asked, { agents: [ANA], moves: [leaves] }, customerFirst(), { assumptions }),
    );
    expect(flowsFor(yes.contacts[2], 'AGENT')).toEqual(['AGENT_WHISPER']);
    expect(flowsFor(yes.contacts[2], 'CUSTOMER')).toEqual(['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CUSTOMER_WHISPER']);
    expect(flowsFor(no.contacts[2], 'AGENT')).toEqual([]);
    expect(flowsFor(no.contacts[2], 'CUSTOMER')).toEqual(['CONTACT_FLOW', 'CUSTOMER_QUEUE']);
    expect(texts(no)).toContain('Customer and ana talk');
  });
});

describe('Another try of a customer-first callback', () => {
  const isRetry = (then: Script, otherwise: Script) =>
    step(
      'Compare',
      { ComparisonValue: '$.Attributes.retry' },
      { when: [['Equals', 'yes', then]], errors: { NoMatchingCondition: otherwise } },
    );
  const again: Script = [setAttributes({ retry: 'yes' }), callback({ ContactFlowId: flowArn('Creation') }), hangUp()];
  const wait = step('Wait', { TimeLimitSeconds: '300' }, { when: [['Equals', 'WaitCompleted', [toQueue()]]] });
  const world = customerFirst([onProgress({ VoicemailBeep: [isRetry([say('Please call us.'), hangUp()], again)] })], {
    callProgress: 'VoicemailBeep',
    flows: [flow('Creation', 'CONTACT_FLOW', [isRetry([wait], [toQueue()])])],
  });
  const played = () => play(withCreation({ InitialCallDelaySeconds: '1' }), { agents: [ANA] }, world);

  test('is made by the flow of the call back, as links of the same chain', async () => {
    expect(linksOf(await played())).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 CALLBACK_CUSTOMER_FIRST_QUEUED initial C1 previous C1 next C3',
      'C3 CALLBACK_CUSTOMER_FIRST_DIALED initial C1 previous C2 next C4',
      'C4 CALLBACK_CUSTOMER_FIRST_QUEUED initial C1 previous C3 next C5',
      'C5 CALLBACK_CUSTOMER_FIRST_DIALED initial C1 previous C4 next -',
    ]);
  });

  test('has the attributes of the call back, and waits as long as its creation flow says', async () => {
    const result = await played();
    const [, , call, next] = result.contacts;
    expect(next?.attributes.get('retry')).toBe('yes');
    expect((next?.enqueued ?? 0) - (call?.connectedToSystem ?? 0)).toBeGreaterThanOrEqual(300_000);
    expect(secondsUntil(result, 'Please call us.')).toBeGreaterThan(300);
  });

  test('goes without a pause where Wait is assumed to fail on every call, by the error branch', async () => {
    const failing = { ...wait, errors: { NoMatchingError: [toQueue()] } };
    const creation = flow('Creation', 'CONTACT_FLOW', [isRetry([failing], [toQueue()])]);
    const flows = [...(world.flows ?? []).filter(({ name }) => name !== 'Creation'), creation];
    const [waits, fails] = await bothWays('waitInCreationFlow', ['yes', 'no'], (assumptions) =>
      play(withCreation(), { agents: [ANA] }, { ...world, flows }, { assumptions }),
    );
    const pause = ({ contacts: [, , , next] }: typeof waits) => (next?.enqueued ?? 0) - (next?.initiated ?? 0);
    expect(pause(waits) - pause(fails)).toBe(300_000);
  });

  test('goes to the back of the queue', async () => {
    const [, first, , next] = (await played()).contacts;
    expect(next).toMatchObject({ ageAdjustment: 0, priority: first?.priority });
    expect(next?.enqueued).toBeGreaterThan(first?.dequeued as number);
  });
});
