import { contactRecords, type Move } from '../../../lib/simulate';
import {
  agentArn,
  callback,
  endFlow,
  flow,
  flowArn,
  hangUp,
  INSTANCE,
  moveToQueue,
  queueArn,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  waitSeconds,
} from '../script';
import { ANA, BEN, smallCentre } from '../world';
import { playRecorded, playScript } from './run';

const sales = [setQueue('Sales'), toQueue()];
const CUSTOMER_GOES: Move = { does: 'hangs up', who: 'customer' };
const AGENT_GOES: Move = { does: 'hangs up', who: 'agent' };

describe('The record of a call', () => {
  test('has the queue, the agent and the times of the journey', async () => {
    const { left } = await playScript([setAttributes({ tier: 'gold' }), ...sales], {
      agents: [ANA],
      moves: [CUSTOMER_GOES],
    });
    expect(left.records[0]).toMatchObject({
      AWSAccountId: '111122223333',
      AWSContactTraceRecordFormatVersion: '2017-03-10',
      InstanceARN: INSTANCE,
      Channel: 'VOICE',
      InitiationMethod: 'INBOUND',
      InitiationTimestamp: '2026-01-05T10:00:00Z',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:00Z',
      InitialContactId: null,
      PreviousContactId: null,
      NextContactId: null,
      Queue: {
        ARN: queueArn('Sales'),
        Name: 'Sales',
        EnqueueTimestamp: '2026-01-05T10:00:00Z',
        DequeueTimestamp: '2026-01-05T10:00:04Z',
        Duration: 4,
      },
      Agent: {
        ARN: agentArn('ana'),
        Username: 'ana',
        ConnectedToAgentTimestamp: '2026-01-05T10:00:07Z',
        AgentInteractionDuration: 30,
        CustomerHoldDuration: 0,
        NumberOfHolds: 0,
        AfterContactWorkDuration: null,
      },
      AgentConnectionAttempts: 1,
      Attributes: { tier: 'gold' },
      CustomerEndpoint: { Address: '+15555550100', Type: 'TELEPHONE_NUMBER' },
      SystemEndpoint: { Address: '+15555550199', Type: 'TELEPHONE_NUMBER' },
      DisconnectTimestamp: '2026-01-05T10:00:37Z',
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      LastUpdateTimestamp: '2026-01-05T10:00:37Z',
      MediaStreams: [{ Type: 'AUDIO' }],
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      TransferCompletedTimestamp: null,
    });
  });

  test('that never reaches a queue or an agent has neither', async () => {
    const { left } = await playScript([say('We moved.'), hangUp()]);
    expect(left.records[0]).toMatchObject({
      Queue: null,
      Agent: null,
      AgentConnectionAttempts: 0,
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
    });
  });

  test('counts the offers that were missed', async () => {
    const agents = [
      { name: 'ana', acceptsAfterSeconds: 60 },
      { name: 'eve', availableAfterSeconds: 30 },
    ];
    const eve = { arn: agentArn('eve'), name: 'eve', queues: [queueArn('Sales')] };
    const more = { agents: [...smallCentre().agents, eve] };
    const { left } = await playScript(sales, { agents, moves: [CUSTOMER_GOES] }, more);
    expect(left.records[0]).toMatchObject({ AgentConnectionAttempts: 2, Agent: { Username: 'eve' } });
  });

  test('has no agent where the customer hangs up while it rings', async () => {
    const { left } = await playScript(sales, { agents: [ANA], customer: { hangsUpAfterSeconds: 2 } });
    expect(left.records[0]).toMatchObject({
      Agent: null,
      AgentConnectionAttempts: 1,
      Queue: { Duration: 2, DequeueTimestamp: '2026-01-05T10:00:02Z' },
    });
  });

  test('is not written before the contact is over', async () => {
    const { result, world, left } = await playScript(sales, { agents: [ANA] });
    expect(contactRecords(result, world)).toEqual([]);
    expect(left.records[0]).toMatchObject({ DisconnectTimestamp: null, Agent: { AgentInteractionDuration: null } });
  });

  test('that a flow starts elsewhere carries the tags of AWS and its own', async () => {
    const tag = step('TagContact', { Tags: { Department: 'Sales' } });
    const { left } = await playScript([tag, hangUp()]);
    expect(left.records[0]?.Tags).toEqual({
      'aws:connect:instanceId': '5e0c0000-aaaa-4bbb-8ccc-000000000001',
      'aws:connect:systemEndpoint': '+15555550199',
      Department: 'Sales',
    });
  });
});

describe('The records of a chain', () => {
  const linked = (
    records: readonly { readonly ContactId: string }[],
    links: readonly (string | null | undefined)[],
  ) => {
    const label = new Map(records.map(({ ContactId }, i) => [ContactId, `C${i + 1}`]));
    return links.map((id) => (id ? label.get(id) : '-')).join(' ');
  };

  test.each<[string, Parameters<typeof playScript>, readonly string[]]>([
    [
      'a consultation',
      [
        sales,
        {
          agents: [ANA, BEN],
          moves: [{ does: 'transfers', to: 'Ben' }, { does: 'chooses', choice: 'END_CALL' }, CUSTOMER_GOES],
        },
      ],
      ['- - C2', 'C1 C1 -'],
    ],
    [
      'a callback',
      [[setQueue('Sales'), callback(), hangUp()], { agents: [ANA], moves: [CUSTOMER_GOES] }],
      ['- - C2', 'C1 C1 -'],
    ],
    [
      'a disconnect flow',
      [
        [setHook('CustomerRemaining', 'Survey'), ...sales],
        { agents: [ANA], moves: [AGENT_GOES] },
        { flows: [flow('Survey', 'CONTACT_FLOW', [say('How was it?')])] },
      ],
      ['- - C2', 'C1 C1 -'],
    ],
    [
      'two moves from queue to queue',
      [
        [setHook('CustomerQueue', 'Mover'), ...sales],
        { agents: [{ name: 'ben', availableAfterSeconds: 25 }], moves: [CUSTOMER_GOES] },
        {
          flows: [flow('Mover', 'CUSTOMER_QUEUE', [waitSeconds(10, [moveToQueue('Support')])])],
        },
        { limitSeconds: 120 },
      ],
      ['- - C2', 'C1 C1 C3', 'C1 C2 -'],
    ],
  ])('name each other: %s', async (_, played, expected) => {
    const { left } = await playScript(...played);
    const { records } = left;
    const links = records.map(({ InitialContactId, PreviousContactId, NextContactId }) =>
      linked(records, [InitialContactId, PreviousContactId, NextContactId]),
    );
    expect(links.slice(0, expected.length)).toEqual(expected);
  });

  test('split the time with an agent into talk and hold', async () => {
    const { left } = await playScript(sales, {
      agents: [ANA, BEN],
      moves: [
        { does: 'transfers', to: 'Ben', afterSeconds: 10 },
        { does: 'chooses', choice: 'JOIN', afterSeconds: 20 },
        { does: 'chooses', choice: 'HOLD_ALL', afterSeconds: 5 },
        { does: 'chooses', choice: 'JOIN', afterSeconds: 7 },
        { ...CUSTOMER_GOES, afterSeconds: 3 },
      ],
    });
    const { Agent } = left.records[0] ?? {};
    expect(Agent).toMatchObject({ NumberOfHolds: 2, CustomerHoldDuration: Agent?.AgentInitiatedHoldDuration });
    expect(Agent?.LongestHoldDuration).toBe((Agent?.CustomerHoldDuration ?? 0) - 7);
    expect(Agent?.AgentInteractionDuration).toBe(10 + 5 + 3);
  });

  test.each<[string, readonly Move[], boolean]>([
    ['cold', [{ does: 'transfers', to: 'Ben' }], true],
    [
      'warm',
      [
        { does: 'transfers', to: 'Ben' },
        { does: 'chooses', choice: 'END_CALL' },
      ],
      false,
    ],
  ])('mark a %s transfer', async (kind, moves, isCompleted) => {
    const channel = kind === 'cold' ? 'CHAT' : 'VOICE';
    const { left } = await playScript(sales, { channel, agents: [ANA, BEN], moves: [...moves, CUSTOMER_GOES] });
    expect(left.records[0]?.TransferCompletedTimestamp !== null).toBe(isCompleted);
    expect(left.records[1]?.InitiationMethod).toBe('TRANSFER');
  });

  test('name the third party that a contact was transferred to', async () => {
    const moves: readonly Move[] = [
      { does: 'transfers', to: 'Supplier' },
      { does: 'chooses', choice: 'END_CALL' },
    ];
    const { left } = await playScript(sales, { agents: [ANA], moves: [...moves, CUSTOMER_GOES] });
    const number = { Address: '+15555550177', Type: 'TELEPHONE_NUMBER' };
    expect(left.records[0]?.TransferredToEndpoint).toEqual(number);
    expect(left.records[1]).toMatchObject({
      InitiationMethod: 'EXTERNAL_OUTBOUND',
      Agent: null,
      CustomerEndpoint: number,
    });
  });
});

describe('The customer of a record is connected to the system', () => {
  const entry = flow('Entry', 'CONTACT_FLOW', [say('Hello.'), hangUp()]);

  test.each([
    [{ method: 'INBOUND', flow: 'Entry' }, '2026-01-05T10:00:00Z'],
    [{ method: 'API', channel: 'VOICE', flow: 'Entry' }, '2026-01-05T10:00:05Z'],
    [{ method: 'API', channel: 'CHAT', flow: 'Entry' }, '2026-01-05T10:00:00Z'],
    [{ method: 'OUTBOUND', agent: 'ana', queue: 'Sales' }, '2026-01-05T10:00:05Z'],
  ] as const)('when the method %j says', async (start, at) => {
    const { left } = await playRecorded(smallCentre({ flows: [entry] }), { start, agents: [ANA] });
    expect(left.records[0]?.ConnectedToSystemTimestamp).toBe(at);
  });

  test('by a callback only when called', async () => {
    const { left } = await playScript([setQueue('Sales'), callback(), hangUp()], {
      agents: [ANA],
      moves: [CUSTOMER_GOES],
    });
    const [, second] = left.records;
    expect(second?.InitiationMethod).toBe('CALLBACK');
    const { ConnectedToSystemTimestamp: connected, Queue, Agent } = second ?? {};
    expect(
      [Queue?.DequeueTimestamp, connected, Agent?.ConnectedToAgentTimestamp].map((at) => at?.slice(14, 19)),
    ).toEqual(['00:13', '00:19', '00:20']);
  });

  test('never where nobody answers', async () => {
    const start = { method: 'API', channel: 'VOICE', flow: 'Entry' } as const;
    const { left } = await playRecorded(smallCentre({ flows: [entry] }), { start, customer: { answersCalls: false } });
    expect(left.records[0]).toMatchObject({ ConnectedToSystemTimestamp: null, DisconnectReason: 'TELECOM_UNANSWERED' });
  });
});

describe('Outbound calls', () => {
  test('have a queue and no time in it', async () => {
    const whisper = flow('Whisper', 'OUTBOUND_WHISPER', [say('This call is recorded.'), endFlow()]);
    const start = { method: 'OUTBOUND', agent: 'ana', queue: 'Sales' } as const;
    const world = smallCentre({ flows: [whisper] });
    const { left } = await playRecorded(world, { start, agents: [ANA], moves: [CUSTOMER_GOES] });
    expect(left.records[0]).toMatchObject({
      Queue: { Name: 'Sales', EnqueueTimestamp: null, DequeueTimestamp: null, Duration: 0 },
      Agent: { Username: 'ana' },
      AgentConnectionAttempts: 0,
    });
  });
});

describe('Emails that are transferred', () => {
  test('say so, and belong to one thread', async () => {
    const { left } = await playScript(sales, {
      channel: 'EMAIL',
      agents: [ANA, BEN],
      moves: [{ does: 'transfers', to: 'Ben' }, AGENT_GOES],
    });
    expect(left.records.map(({ DisconnectReason }) => DisconnectReason)).toEqual(['TRANSFERRED', 'AGENT_DISCONNECT']);
    expect(new Set(left.records.map(({ ContactAssociationId }) => ContactAssociationId)).size).toBe(1);
  });
});

describe('The record of a task that a flow creates', () => {
  test('is related to the contact that created it, and no link of its chain', async () => {
    const task = step(
      'CreateTask',
      {
        ContactFlowId: flowArn('Task'),
        Name: 'Call back',
        References: { Order: { Type: 'URL', Value: 'https://example.com/42' } },
      },
      { id: 'task' },
    );
    const { left } = await playScript([task, hangUp()], {}, { flows: [flow('Task', 'CONTACT_FLOW', [hangUp()])] });
    const [call, created] = left.records;
    expect(created).toMatchObject({
      Channel: 'TASK',
      InitiationMethod: 'API',
      RelatedContactId: call?.ContactId,
      PreviousContactId: null,
      InitialContactId: null,
      References: [{ Name: 'Order', Type: 'URL', Value: 'https://example.com/42' }],
    });
    expect(call?.NextContactId).toBeNull();
  });
});
