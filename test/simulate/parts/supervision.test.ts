import { agentArn, queueArn, setHook, setQueue, toQueue } from '../script';
import { ANA, linksOf, play, secondsUntil, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const listens = { does: 'monitors', who: 'ben' } as const;
const barges = { does: 'barges in', who: 'ben' } as const;
const customerLeaves = { does: 'hangs up', who: 'customer' } as const;

describe('A supervisor', () => {
  test('listens on a contact of their own, on which no flow runs', async () => {
    const result = await play(sales, { agents: [ANA], moves: [listens, customerLeaves] });
    expect(linksOf(result)[1]).toBe('C2 MONITOR initial - previous - next -');
    expect(result.contacts[1]).toMatchObject({ runs: [], disconnectReason: 'OTHER' });
    expect(result.contacts[1]?.disconnected).toBe(result.contacts[0]?.disconnected);
  });

  test('talks to everybody after barging in', async () => {
    const result = await play(sales, { agents: [ANA], moves: [listens, barges, customerLeaves] });
    expect(texts(result)).toContain('Customer, ana, ben talk');
  });

  test('takes the customer from the agent, whose contact ends with the reason BARGED and without a disconnect flow', async () => {
    const moves = [listens, barges, { does: 'drops the agent', who: 'ben' }] as const;
    const script = [setHook('CustomerRemaining', 'Entry'), ...sales];
    const result = await play(script, { agents: [ANA], moves, customer: { hangsUpAfterSeconds: 200 } });
    expect(result.contacts.map(({ method, disconnectReason }) => `${method} ${disconnectReason}`)).toEqual([
      'INBOUND BARGED',
      'MONITOR CUSTOMER_DISCONNECT',
    ]);
    expect(secondsUntil(result, 'ends: CUSTOMER_DISCONNECT')).toBe(200);
  });

  test('can stop listening while the contact goes on', async () => {
    const result = await play(sales, { agents: [ANA], moves: [listens, { does: 'stops monitoring', who: 'ben' }] });
    expect(result.contacts.map(({ state }) => state)).toEqual(['connected', 'ended']);
  });

  test.each([
    ['five on an instance without multi-party calls', false, 5],
    ['two with multi-party calls', true, 2],
  ] as const)('Of supervisors there are %s', async (_, multiParty, most) => {
    const names = ['ana', ...Array.from({ length: 6 }, (_each, i) => `supervisor-${i + 1}`)];
    const agents = names.map((name) => ({ arn: agentArn(name), name, queues: [queueArn('Sales')] }));
    const moves = names.slice(1).map((who) => ({ does: 'monitors', who }) as const);
    const result = await play(sales, { agents: [ANA], moves }, { agents, multiParty });
    expect(result.contacts.filter(({ method }) => method === 'MONITOR')).toHaveLength(most);
    expect(texts(result).filter((text) => text.startsWith('cannot monitor'))).toHaveLength(6 - most);
  });

  test.each([
    ['barges in without listening', [barges], '"ben" cannot barge in: "ben" does not monitor the contact.'],
    [
      'drops an agent before barging in',
      [listens, { does: 'drops the agent', who: 'ben' }],
      '"ben" cannot drop the agent before barging in.',
    ],
    [
      'is nobody of this centre',
      [{ does: 'monitors', who: 'zoe' }],
      'There is no agent "zoe" in this world who could monitor.',
    ],
  ] as const)('A script in which a supervisor %s is wrong, and the run says so', async (_, moves, says) => {
    expect((await play(sales, { agents: [ANA], moves })).stopped).toBe(says);
  });

  test('A task cannot be monitored', async () => {
    const result = await play(sales, { channel: 'TASK', agents: [ANA], moves: [listens] });
    expect(result.stopped).toBe('A TASK contact cannot be monitored.');
  });
});
