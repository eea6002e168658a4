import type { ChatTimeouts, Move } from '../../../lib/simulate';
import { simulate } from '../../../lib/simulate';
import { flow, hangUp, setHook, setQueue, toQueue } from '../script';
import { ANA, secondsUntil, smallCentre, texts } from '../world';

const script = [setHook('CustomerRemaining', 'Afterwards'), setQueue('Sales'), toQueue()];
const flows = [flow('Chat', 'CONTACT_FLOW', script), flow('Afterwards', 'CONTACT_FLOW', [hangUp()])];

const chat = (
  timeouts: ChatTimeouts,
  moves: readonly Move[] = [],
  expiresAfterSeconds?: number,
  limitSeconds?: number,
) =>
  simulate(
    { ...smallCentre(), flows },
    {
      start: {
        method: 'API',
        channel: 'CHAT',
        flow: 'Chat',
        timeouts,
        ...(expiresAfterSeconds && { expiresAfterSeconds }),
      },
      agents: [ANA],
      moves,
    },
    limitSeconds === undefined ? {} : { limitSeconds },
  );

/** When customer and agent are connected. */
const CONNECTED = 3;

describe('The timers of a chat', () => {
  test('take the agent off a chat in which the customer is silent, and the disconnect flow runs', async () => {
    const result = await chat({ customerIdleMinutes: 2, customerDisconnectMinutes: 5 });
    expect(secondsUntil(result, 'the customer is idle')).toBe(CONNECTED + 120);
    expect(secondsUntil(result, 'ends: IDLE_DISCONNECT')).toBe(CONNECTED + 300);
    expect(result.contacts.map(({ method }) => method)).toEqual(['API', 'DISCONNECT']);
  });

  test('begin anew with every message of that side', async () => {
    const writes = (who: 'customer' | 'agent'): Move => ({ does: 'writes', who, text: 'Hello', afterSeconds: 100 });
    const result = await chat({ customerDisconnectMinutes: 5 }, [
      writes('customer'),
      writes('agent'),
      writes('customer'),
    ]);
    expect(secondsUntil(result, 'ends: IDLE_DISCONNECT')).toBe(CONNECTED + 300 + 300);
  });

  test('count for agents as well', async () => {
    const result = await chat({ agentIdleMinutes: 3, agentDisconnectMinutes: 4 });
    expect(secondsUntil(result, 'the agent is idle')).toBe(CONNECTED + 180);
    expect(secondsUntil(result, 'the agent was silent for 4 minutes')).toBe(CONNECTED + 240);
  });

  test('do nothing once the chat is over', async () => {
    const result = await chat({ customerDisconnectMinutes: 5 }, [{ does: 'hangs up', who: 'customer' }]);
    expect(result.contacts).toHaveLength(1);
    expect(result.contacts[0]?.disconnectReason).toBe('CUSTOMER_DISCONNECT');
  });
});

describe('The time of a chat', () => {
  test('ends it, whoever is in it', async () => {
    const before = await chat({}, [], 3_600, 3_000);
    expect(before.contacts[0]).toMatchObject({ state: 'connected' });
    const result = await chat({}, [], 3_600);
    expect(result.contacts[0]).toMatchObject({ disconnectReason: 'EXPIRED' });
    expect(secondsUntil(result, 'ends: EXPIRED')).toBe(3_600);
  });

  test('is 25 hours unless the start says otherwise', async () => {
    const result = await chat({}, [], undefined, 26 * 3_600);
    expect(secondsUntil(result, 'ends: EXPIRED')).toBe(25 * 3_600);
  });
});

test('Nothing can be written on a call', async () => {
  const result = await simulate(
    { ...smallCentre(), flows },
    {
      start: { method: 'INBOUND', flow: 'Chat' },
      agents: [ANA],
      moves: [{ does: 'writes', who: 'customer', text: 'Hello' }],
    },
  );
  expect(result.stopped).toBe('Nothing can be written on a VOICE contact.');
  expect(texts(result)).not.toContain('writes “Hello”');
});
