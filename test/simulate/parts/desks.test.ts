import { simulate } from '../../../lib/simulate';
import { agentArn, flow, queueArn, setQueue, toQueue } from '../script';
import { ANA, play, secondsUntil, smallCentre, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];

describe('Work after a contact', () => {
  const worker = { ...ANA, afterContactWorkSeconds: 90 };

  test('begins when the contact ends, and keeps the agent from the next one', async () => {
    const centre = smallCentre();
    const entry = flow('Entry', 'CONTACT_FLOW', sales);
    const scenario = { start: { method: 'INBOUND', flow: 'Entry' }, agents: [worker] } as const;
    const result = await simulate(
      { ...centre, flows: [entry] },
      { ...scenario, moves: [{ does: 'hangs up', who: 'customer' }] },
    );
    const [call] = result.contacts;
    expect(call?.afterContactWork).toEqual({ start: call?.disconnected, end: (call?.disconnected ?? 0) + 90_000 });
    expect(texts(result).at(-1)).toBe('completes the work after the contact');
  });

  test('is cut short by the time-out of the user', async () => {
    const agents = [
      { arn: agentArn('ana'), name: 'ana', queues: [queueArn('Sales')], afterContactWorkLimitSeconds: 30 },
    ];
    const result = await play(sales, { agents: [worker], moves: [{ does: 'hangs up', who: 'agent' }] }, { agents });
    const [call] = result.contacts;
    expect((call?.afterContactWork?.end ?? 0) - (call?.disconnected ?? 0)).toBe(30_000);
  });

  test('does not come after an offer that was missed', async () => {
    const result = await play(
      sales,
      { agents: [{ ...worker, acceptsAfterSeconds: 60 }], customer: { hangsUpAfterSeconds: 40 } },
      {},
      { limitSeconds: 600 },
    );
    expect(result.contacts[0]?.afterContactWork).toBeNull();
  });

  test('is no work at all where the script gives no time for it', async () => {
    const result = await play(sales, { agents: [ANA], moves: [{ does: 'hangs up', who: 'customer' }] });
    expect(result.contacts[0]?.afterContactWork).toBeNull();
    expect(secondsUntil(result, 'hangs up')).toBe(37);
  });
});
