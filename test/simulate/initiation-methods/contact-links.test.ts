import { checkRecords, contactRecords, DISCONNECT_REASONS, type Move, type World } from '../../../lib/simulate';
import { playScript } from '../records/run';
import {
  agentArn,
  callback,
  flow,
  flowArn,
  hangUp,
  INSTANCE,
  say,
  setAttributes,
  setQueue,
  step,
  toQueue,
  transferToFlow,
  waitSeconds,
} from '../script';
import { ANA, BEN, linksOf, play, secondsUntil, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const TO_BEN: Move = { does: 'transfers', to: 'Ben' };
const END_CALL: Move = { does: 'chooses', choice: 'END_CALL' };
const customerGoes: Move = { does: 'hangs up', who: 'customer' };
const agentGoes: Move = { does: 'hangs up', who: 'agent' };

describe('The links of a contact', () => {
  test('Transfer to flow goes on with the same contact, which is an assumption', async () => {
    const result = await play(
      [transferToFlow('Second')],
      { agents: [ANA], moves: [customerGoes] },
      { flows: [flow('Second', 'CONTACT_FLOW', sales)] },
    );
    expect(linksOf(result)).toEqual(['C1 INBOUND initial - previous - next -']);
    expect(result.assumptions).toMatchObject({ transferToFlowContact: 'sameContact' });
  });

  test('A contact with two followers names the first of them as its next; both name it as their previous one', async () => {
    const twice = [setQueue('Sales'), callback(), callback({ InitialCallDelaySeconds: '600' }), hangUp()];
    const { left } = await playScript(twice, { agents: [ANA], moves: [customerGoes] });
    const [first, second, third] = left.records;
    expect(first?.NextContactId).toBe(second?.ContactId);
    expect([second, third].map((record) => record?.PreviousContactId)).toEqual([first?.ContactId, first?.ContactId]);
  });

  test('On a transfer the first contact ends when its agent leaves, whenever the customer hangs up', async () => {
    const { result, left } = await playScript(sales, {
      agents: [ANA, BEN],
      moves: [TO_BEN, END_CALL, { ...customerGoes, afterSeconds: 200 }],
    });
    const leftAfter = secondsUntil(result, 'chooses End call');
    expect(result.contacts[0]?.disconnected).toBe(result.start + leftAfter * 1000);
    expect(result.contacts[1]?.disconnected).toBe(result.start + (leftAfter + 200) * 1000);
    expect(left.records.map(({ DisconnectReason }) => DisconnectReason)).toEqual([
      'AGENT_DISCONNECT',
      'CUSTOMER_DISCONNECT',
    ]);
  });
});

describe('The attributes of contacts that are related', () => {
  const task = step('CreateTask', { ContactFlowId: flowArn('Task'), Name: 'Call back', Attributes: { due: 'today' } });
  const slow = flow('Task', 'CONTACT_FLOW', [
    step('Wait', { TimeLimitSeconds: '5' }, { when: [['Equals', 'WaitCompleted', [setAttributes({ task: 'done' })]]] }),
  ]);

  test('are copied once: what either of them writes later stays with the one that writes it', async () => {
    const call = [setAttributes({ order: '42' }), task, say('A'.repeat(60)), setAttributes({ order: '43' }), hangUp()];
    const { result, left } = await playScript(call, {}, { flows: [slow] });
    const [first, related] = result.contacts;
    expect(left.records[1]).toMatchObject({ RelatedContactId: first?.id, PreviousContactId: null });
    expect(Object.fromEntries(first?.attributes ?? [])).toEqual({ order: '43' });
    expect(Object.fromEntries(related?.attributes ?? [])).toEqual({ order: '42', due: 'today', task: 'done' });
  });
});

describe('A chain holds twelve contacts', () => {
  const quickConnect = (name: string) => ({
    arn: `${INSTANCE}/transfer-destination/${name}`,
    name,
    kind: 'USER' as const,
    target: agentArn(name),
  });
  const world: Partial<World> = { quickConnects: [quickConnect('ana'), quickConnect('ben')] };
  const toAndFro = (each: readonly Move[] = []): readonly Move[] =>
    Array.from({ length: 12 }, (_, i) => [
      { does: 'transfers', to: i % 2 === 0 ? 'ben' : 'ana' } as Move,
      ...each,
    ]).flat();

  test.each([
    ['VOICE', [END_CALL]],
    ['CHAT', []],
    ['TASK', []],
  ] as const)('A %s is transferred eleven times at most', async (channel, each) => {
    const { result } = await playScript(sales, { channel, agents: [ANA, BEN], moves: toAndFro(each) }, world);
    expect(result.contacts).toHaveLength(12);
    expect(texts(result).join()).toMatch(/cannot add quick connect "\w+": a chain holds 12 contacts/);
    expect(result.contacts[11]).toMatchObject({ state: 'connected', method: 'TRANSFER' });
  });

  test('A callback that would be one too many leaves by the error branch', async () => {
    const asks = flow('Entry again', 'CUSTOMER_QUEUE', [
      waitSeconds(10, [
        step(
          'DequeueContactAndTransferToQueue',
          { QueueId: `${INSTANCE}/queue/support` },
          {
            errors: { NoMatchingError: [callback({}, [say('No callback.')])], QueueAtCapacity: [] },
          },
        ),
      ]),
    ]);
    const hook = step('UpdateContactEventHooks', { EventHooks: { CustomerQueue: asks.arn } });
    const result = await play([hook, ...sales], {}, { flows: [asks] }, { limitSeconds: 600 });
    expect(result.contacts).toHaveLength(12);
    expect(texts(result)).toContain('“No callback.”');
  });
});

describe('Contact records', () => {
  test('are one for each agent to whom the customer is connected', async () => {
    const { left } = await playScript(sales, { agents: [ANA, BEN], moves: [TO_BEN, END_CALL, customerGoes] });
    expect(left.records.map(({ Agent }) => Agent?.Username)).toEqual(['ana', 'ben']);
  });

  test('are closed once the agent has done the work after the contact', async () => {
    const records = async (limitSeconds: number) => {
      const agents = [{ ...ANA, afterContactWorkSeconds: 60 }];
      const { result, world } = await playScript(sales, { agents, moves: [agentGoes] }, {}, { limitSeconds });
      return contactRecords(result, world);
    };
    expect(await records(90)).toEqual([]);
    const [record] = await records(120);
    expect(record).toMatchObject({
      DisconnectTimestamp: '2026-01-05T10:00:37Z',
      LastUpdateTimestamp: '2026-01-05T10:01:37Z',
    });
  });

  test('that come twice are found by their contact id', async () => {
    const { left } = await playScript([hangUp()]);
    const [record] = left.records;
    if (record === undefined) throw new Error('There is no record.');
    expect(checkRecords({ ...left, records: [record, record] })).toContain('2 records name 1 contacts.');
  });
});

describe('Why a contact ended', () => {
  test.each([
    [
      'VOICE',
      [
        'CUSTOMER_DISCONNECT',
        'AGENT_DISCONNECT',
        'THIRD_PARTY_DISCONNECT',
        'TELECOM_PROBLEM',
        'BARGED',
        'CONTACT_FLOW_DISCONNECT',
        'OTHER',
      ],
    ],
    ['CHAT', ['AGENT_DISCONNECT', 'CUSTOMER_DISCONNECT']],
    ['TASK', ['AGENT_DISCONNECT', 'EXPIRED', 'CONTACT_FLOW_DISCONNECT', 'API', 'OTHER']],
  ] as const)('is on %s one of the reasons that its page lists', (channel, reasons) => {
    expect(DISCONNECT_REASONS[channel]).toEqual(expect.arrayContaining([...reasons]));
  });

  const third = (resumes: string) =>
    step('TransferParticipantToThirdParty', {
      ThirdPartyPhoneNumber: '+15555550177',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: resumes,
    });

  test.each<
    [string, 'VOICE' | 'CHAT' | 'TASK', Parameters<typeof playScript>[0], readonly Move[], readonly (string | null)[]]
  >([
    ['the customer who hangs up', 'VOICE', sales, [customerGoes], ['CUSTOMER_DISCONNECT']],
    ['the agent who hangs up', 'VOICE', sales, [agentGoes], ['AGENT_DISCONNECT']],
    ['a flow that hangs up', 'VOICE', [hangUp()], [], ['CONTACT_FLOW_DISCONNECT']],
    [
      'a third party who hangs up',
      'VOICE',
      [third('False')],
      [],
      ['CONTACT_FLOW_DISCONNECT', 'THIRD_PARTY_DISCONNECT'],
    ],
    [
      'whoever leaves first on a transferred call: the agent',
      'VOICE',
      sales,
      [TO_BEN, { does: 'chooses', choice: 'JOIN' }, END_CALL, customerGoes],
      ['AGENT_DISCONNECT', 'CUSTOMER_DISCONNECT'],
    ],
    [
      'whoever leaves first on a transferred call: the customer',
      'VOICE',
      sales,
      [TO_BEN, { does: 'chooses', choice: 'JOIN' }, customerGoes],
      ['CUSTOMER_DISCONNECT', 'CUSTOMER_DISCONNECT'],
    ],
    ['the customer of a chat', 'CHAT', sales, [customerGoes], ['CUSTOMER_DISCONNECT']],
    ['the agent of a chat', 'CHAT', sales, [agentGoes], ['AGENT_DISCONNECT']],
    ['the flow of a chat, as the newer list has it', 'CHAT', [hangUp()], [], ['CONTACT_FLOW_DISCONNECT']],
    ['the agent of a task', 'TASK', sales, [agentGoes], ['AGENT_DISCONNECT']],
    ['the flow of a task', 'TASK', [hangUp()], [], ['CONTACT_FLOW_DISCONNECT']],
  ])('tells of %s', async (_, channel, script, moves, reasons) => {
    const { left } = await playScript(script, { channel, agents: [ANA, BEN], moves });
    expect(left.records.map(({ DisconnectReason }) => DisconnectReason)).toEqual(reasons);
  });
});
