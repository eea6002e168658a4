import { bothWays } from '../both-ways';
import { playScript } from '../records/run';
import { agentArn, callback, endFlow, flow, flowArn, hangUp, queueArn, say, setHook, setQueue } from '../script';
import { ANA, play, queue, runsOf, secondsUntil, smallCentre, texts } from '../world';
import { statesOf } from './states';

const leaves = { does: 'hangs up', who: 'customer' } as const;
const asked = [setQueue('Sales'), callback(), hangUp()];
const eve = { arn: agentArn('eve'), name: 'eve', queues: [queueArn('Sales')] };
const CALLER_ID = '+15555550188';

describe('The times of a callback', () => {
  /** Ten and fifteen seconds long. */
  const flows = [
    flow('To the agent', 'AGENT_WHISPER', [say('A'.repeat(150))]),
    flow('To the customer', 'OUTBOUND_WHISPER', [say('C'.repeat(225)), endFlow()]),
  ];
  const world = { flows, queues: [queue('Sales', { outboundWhisperFlow: flowArn('To the customer') })] };
  const script = [
    setHook('AgentWhisper', 'To the agent'),
    setQueue('Sales'),
    callback({ InitialCallDelaySeconds: '99' }),
    hangUp(),
  ];
  const scenario = {
    agents: [{ ...ANA, availableAfterSeconds: 120, acceptsAfterSeconds: 0 }],
    customer: { answersAfterSeconds: 0 },
    moves: [{ ...leaves, afterSeconds: 335 }],
  };
  const played = (...[assumptions = {}]: [Parameters<typeof playScript>[3]?]) =>
    playScript(script, scenario, world, assumptions);

  test('come out as in the example of its page: delay, queue, agent whisper, call, outbound whisper, talk', async () => {
    const { left } = await played();
    const [first, second] = left.records;
    expect(first?.DisconnectTimestamp).toBe('2026-01-05T10:00:00Z');
    expect(second).toMatchObject({
      InitiationMethod: 'CALLBACK',
      InitiationTimestamp: '2026-01-05T10:00:00Z',
      Queue: { EnqueueTimestamp: '2026-01-05T10:01:39Z', DequeueTimestamp: '2026-01-05T10:02:00Z' },
      ConnectedToSystemTimestamp: '2026-01-05T10:02:10Z',
      Agent: { ConnectedToAgentTimestamp: '2026-01-05T10:02:25Z' },
      DisconnectTimestamp: '2026-01-05T10:08:00Z',
    });
  });

  test('count the time in queue from the queue on, or from the beginning of the delay', async () => {
    const durations: (number | undefined)[] = [];
    await bothWays('callbackQueueDuration', ['sinceEnqueued', 'withDelay'], async (assumptions) => {
      const { result, left } = await played({ assumptions });
      durations.push(left.records[1]?.Queue?.Duration);
      return result;
    });
    expect(durations).toEqual([21, 120]);
  });
});

describe('A callback that is offered', () => {
  test('rings at the next agent where one misses it, which is no failed attempt', async () => {
    const result = await play(
      [setQueue('Sales'), callback({ MaximumConnectionAttempts: '2', RetryDelaySeconds: '60' }), hangUp()],
      { agents: [{ ...ANA, acceptsAfterSeconds: 60 }, { name: 'eve' }], moves: [leaves] },
      { agents: [...smallCentre().agents, eve] },
    );
    expect(result.contacts[1]?.offers.map(({ agent, outcome }) => `${agent} ${outcome}`)).toEqual([
      'ana missed',
      'eve accepted',
    ]);
    expect(secondsUntil(result, /^calls /)).toBe(34);
    expect(result.contacts[1]?.retries?.left).toBe(1);
  });

  test('is INCOMING at its agent, and PENDING after that only where that is assumed', async () => {
    const states: (readonly string[])[] = [];
    await bothWays('callbackShowsPending', ['no', 'yes'], async (assumptions) => {
      const { result, left } = await playScript(asked, { agents: [ANA], moves: [leaves] }, {}, { assumptions });
      states.push(statesOf(left.agentEvents, 'ana'));
      return result;
    });
    expect(states).toEqual([
      ['INCOMING', 'CONNECTED', 'ENDED', '-'],
      ['INCOMING', 'PENDING', 'CONNECTED', 'ENDED', '-'],
    ]);
  });

  test('shows the caller ID of its queue as system endpoint, anonymous without one, or nothing', async () => {
    const endpoints: (string | undefined)[] = [];
    const run = async (outboundCallerId: string | undefined, assumptions = {}) => {
      const queues = [queue('Sales', outboundCallerId === undefined ? {} : { outboundCallerId })];
      const { result, left } = await playScript(asked, { agents: [ANA], moves: [leaves] }, { queues }, { assumptions });
      endpoints.push(left.records[1]?.SystemEndpoint?.Address);
      return result;
    };
    await bothWays('callbackSystemEndpoint', ['callerId', 'notFilled'], (assumptions) => run(CALLER_ID, assumptions));
    await run(undefined);
    expect(endpoints).toEqual([CALLER_ID, undefined, 'anonymous']);
  });
});

describe('A callback that breaks off after an agent accepted it', () => {
  const twice = [setQueue('Sales'), callback({ MaximumConnectionAttempts: '2', RetryDelaySeconds: '60' }), hangUp()];

  test('ends where the customer hangs up in the outbound whisper, or is tried again', async () => {
    const customer = { hangsUpAfterSeconds: 19.5 };
    const [ends, again] = await bothWays('callbackRetries', ['unanswered', 'everyFailure'], (assumptions) =>
      play(twice, { agents: [ANA], customer }, {}, { assumptions }),
    );
    expect(ends.contacts[1]).toMatchObject({ state: 'ended', disconnectReason: 'CUSTOMER_DISCONNECT' });
    expect(secondsUntil(again, 'is broken off, and tried again in 60 s (for the last time)')).toBe(19.5);
    expect(again.contacts[1]?.offers.map(({ outcome }) => outcome)).toEqual(['failed', 'accepted']);
    expect(secondsUntil(again, 'Customer and ana talk')).toBeGreaterThan(79.5);
  });

  test('ends where the agent hangs up in the whisper, or is tried again as often as there are attempts', async () => {
    const agents = [{ ...ANA, hangsUpInWhisperAfterSeconds: 0.5 }];
    const [ends, again] = await bothWays('callbackRetries', ['unanswered', 'everyFailure'], (assumptions) =>
      play(twice, { agents }, {}, { assumptions }),
    );
    const attempts = [ends, again].map((result) => texts(result).filter((text) => text === 'accepts the contact'));
    expect(attempts.map(({ length }) => length)).toEqual([1, 2]);
    expect([ends, again].map(({ contacts }) => contacts[1]?.disconnectReason)).toEqual(['OTHER', 'OTHER']);
    expect(texts(again).join()).not.toContain('calls +');
  });

  test('is tried no more often than asked for: once where nothing is said', async () => {
    const result = await play(
      asked,
      { agents: [ANA], customer: { hangsUpAfterSeconds: 19.5 } },
      {},
      {
        assumptions: { callbackRetries: 'everyFailure' },
      },
    );
    expect(result.contacts[1]).toMatchObject({ state: 'ended', disconnectReason: 'CUSTOMER_DISCONNECT' });
    expect(result.assumptions).not.toHaveProperty('callbackRetries');
  });
});

describe('The creation flow of a callback', () => {
  test('has to put it into a queue: one that ends without that ends the callback, and nobody is called', async () => {
    const result = await play(
      [setQueue('Sales'), callback({ ContactFlowId: flowArn('Creation') }), hangUp()],
      { agents: [ANA] },
      { flows: [flow('Creation', 'CONTACT_FLOW', [hangUp()])] },
    );
    expect(result.contacts[1]).toMatchObject({
      state: 'ended',
      disconnectReason: 'CONTACT_FLOW_DISCONNECT',
      enqueued: null,
    });
    expect(runsOf(result).at(-1)).toBe('C2 CONTACT_FLOW "Creation" → nobody');
    expect(texts(result).join()).not.toContain('calls +');
  });
});
