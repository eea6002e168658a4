import { playScript } from '../records/run';
import { agentArn, queueArn, setQueue, toQueue } from '../script';
import { ANA, flowsFor, play, secondsUntil, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const supervisor = (name: string) => ({ arn: agentArn(name), name, queues: [] });
const agents = [
  { arn: agentArn('ana'), name: 'ana', queues: [queueArn('Sales')] },
  supervisor('uma'),
  supervisor('zoe'),
];
const does = (what: 'monitors' | 'barges in', who: string) => ({ does: what, who }) as const;
const leaves = { does: 'hangs up', who: 'customer' } as const;

describe('A supervisor who listens', () => {
  test('has a contact of their own, initiated when the listening begins', async () => {
    const { left } = await playScript(sales, { agents: [ANA], moves: [does('monitors', 'uma'), leaves] }, { agents });
    expect(left.records[1]).toMatchObject({
      InitiationMethod: 'MONITOR',
      InitiationTimestamp: '2026-01-05T10:00:37Z',
      PreviousContactId: null,
      InitialContactId: null,
      SystemEndpoint: null,
      Queue: null,
    });
    expect(left.records[0]?.NextContactId).toBeNull();
  });

  test.each(['VOICE', 'CHAT'] as const)(
    'cannot barge into a %s contact that somebody barged into before',
    async (channel) => {
      const moves = [
        does('monitors', 'uma'),
        does('monitors', 'zoe'),
        does('barges in', 'zoe'),
        does('barges in', 'uma'),
      ];
      const result = await play(sales, { channel, agents: [ANA], moves }, { agents });
      expect(texts(result)).toContain('Customer, ana, zoe talk');
      expect(secondsUntil(result, 'cannot barge in: zoe has done so already')).toBeGreaterThan(
        secondsUntil(result, 'Customer, ana, zoe talk'),
      );
      expect(result.contacts[0]?.talking).toEqual(['CUSTOMER', 'AGENT', 'SUPERVISOR']);
    },
  );

  test('hears no flow, and the customer and the agent hear none because of it', async () => {
    const moves = [does('monitors', 'uma'), does('barges in', 'uma'), leaves];
    const result = await play(sales, { agents: [ANA], moves }, { agents });
    expect(flowsFor(result.contacts[1], 'SUPERVISOR')).toEqual([]);
    const began = secondsUntil(result, 'listens to ana');
    const later = result.contacts[0]?.runs.filter(({ start }) => start > result.start + began * 1000);
    expect(later).toEqual([]);
  });
});
