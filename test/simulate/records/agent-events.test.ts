import type { AgentEvent, Move } from '../../../lib/simulate';
import { agentArn, INSTANCE, queueArn, setQueue, toQueue } from '../script';
import { ANA, BEN } from '../world';
import { playScript } from './run';

const sales = [setQueue('Sales'), toQueue()];
const CUSTOMER_GOES: Move = { does: 'hangs up', who: 'customer' };

const statesOf = (events: readonly AgentEvent[] | undefined, agent: string): readonly string[] =>
  (events ?? [])
    .filter(({ AgentARN }) => AgentARN === agentArn(agent))
    .map(({ CurrentAgentSnapshot: { Contacts } }) => Contacts.map(({ State }) => State).join(' ') || '-');

describe('The agent event stream', () => {
  test('shows a contact from the conversation to its end', async () => {
    const { left } = await playScript(sales, { agents: [ANA], moves: [CUSTOMER_GOES] });
    expect(statesOf(left.agentEvents, 'ana')).toEqual(['CONNECTING', 'CONNECTED', 'ENDED', '-']);
    expect(left.agentEvents?.[1]).toMatchObject({
      AgentARN: agentArn('ana'),
      AWSAccountId: '111122223333',
      EventType: 'STATE_CHANGE',
      EventTimestamp: '2026-01-05T10:00:07.000Z',
      InstanceARN: INSTANCE,
      Version: '2019-05-25',
      PreviousAgentSnapshot: { Contacts: [{ State: 'CONNECTING' }] },
      CurrentAgentSnapshot: {
        AgentStatus: { Name: 'Available', Type: 'ROUTABLE' },
        Configuration: { FirstName: 'Ana', Username: 'ana' },
        Contacts: [
          {
            ContactId: left.records[0]?.ContactId,
            InitialContactId: null,
            Channel: 'VOICE',
            InitiationMethod: 'INBOUND',
            Queue: { ARN: queueArn('Sales'), Name: 'Sales' },
          },
        ],
      },
    });
  });

  test('shows the customer on hold', async () => {
    const moves: readonly Move[] = [
      { does: 'transfers', to: 'Ben' },
      { does: 'chooses', choice: 'JOIN' },
      CUSTOMER_GOES,
    ];
    const { left } = await playScript(sales, { agents: [ANA, BEN], moves });
    expect(statesOf(left.agentEvents, 'ana')).toEqual([
      'CONNECTING',
      'CONNECTED',
      'CONNECTED_ONHOLD',
      'CONNECTED',
      'ENDED',
      '-',
    ]);
    expect(statesOf(left.agentEvents, 'ben')).toEqual(['CONNECTING', 'CONNECTED', 'ENDED', '-']);
  });

  test('shows an offer that was missed, and one that the customer did not wait for', async () => {
    const slow = { name: 'ana', acceptsAfterSeconds: 60 };
    const missed = await playScript(sales, { agents: [slow] }, {}, { limitSeconds: 60 });
    expect(statesOf(missed.left.agentEvents, 'ana')).toEqual(['CONNECTING', 'MISSED', '-']);
    const gone = await playScript(sales, { agents: [ANA], customer: { hangsUpAfterSeconds: 2 } });
    expect(statesOf(gone.left.agentEvents, 'ana')).toEqual(['CONNECTING', 'REJECTED', '-']);
  });
});
