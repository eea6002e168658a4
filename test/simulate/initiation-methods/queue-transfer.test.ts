import { agentArn, queueArn, setQueue, toQueue } from '../script';
import { ANA, BEN, flowsFor, play, secondsUntil, smallCentre, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const eve = { arn: agentArn('eve'), name: 'eve', queues: [queueArn('Support')] };
const agents = [...smallCentre().agents, eve];
const TO_SUPPORT = { does: 'transfers', to: 'Support' } as const;

describe('A call transferred to a queue', () => {
  test('is taken by whoever of that queue accepts: where the first agent misses it, the next one', async () => {
    const result = await play(
      sales,
      {
        agents: [ANA, { ...BEN, acceptsAfterSeconds: 60 }, { name: 'eve', acceptsAfterSeconds: 5 }],
        moves: [TO_SUPPORT],
      },
      { agents },
    );
    expect(result.contacts[1]?.offers.map(({ agent, outcome }) => `${agent} ${outcome}`)).toEqual([
      'ben missed',
      'eve accepted',
    ]);
    expect(texts(result)).toContain('ana and eve talk');
  });

  test('never goes to the agent who transfers, who serves the queue as well', async () => {
    const everywhere = smallCentre().agents.map((agent) => ({ ...agent, queues: 'every queue' as const }));
    const result = await play(sales, { agents: [ANA], moves: [TO_SUPPORT] }, { agents: everywhere });
    expect(result.contacts[1]).toMatchObject({ state: 'queued', offers: [] });
  });

  test('plays the queue transfer flow, then the customer queue flow, to the source agent, while the customer is on hold', async () => {
    const staffed = await play(sales, {
      agents: [ANA, { ...BEN, acceptsAfterSeconds: 19 }],
      moves: [TO_SUPPORT],
    });
    expect(flowsFor(staffed.contacts[1], 'SOURCE_AGENT')).toEqual([
      'QUEUE_TRANSFER',
      'CUSTOMER_QUEUE',
      'CUSTOMER_WHISPER',
    ]);
    expect(staffed.contacts[1]?.queue?.name).toBe('Support');
    expect(secondsUntil(staffed, 'The call is being transferred.')).toBe(37);
  });
});
