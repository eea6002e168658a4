import { flow, queueArn, say, setHook, setQueue, toQueue } from '../script';
import { ANA, BEN, flowsFor, heardBy, play, runsOf, secondsUntil, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const slowBen = { ...BEN, acceptsAfterSeconds: 15 };

describe('A cold transfer', () => {
  const moves = [{ does: 'transfers', to: 'Support', leavesAfterSeconds: 6 }] as const;
  const announced = flow('Announce', 'QUEUE_TRANSFER', [
    say('One moment, please, while we look for a colleague.'),
    toQueue(),
  ]);
  const quickConnects = [
    {
      arn: `${queueArn('Support')}/qc`,
      name: 'Support',
      kind: 'QUEUE' as const,
      target: queueArn('Support'),
      flow: announced.arn,
    },
  ];
  const cold = () => play(sales, { agents: [ANA, slowBen], moves: [...moves, { does: 'hangs up', who: 'agent' }] });

  test('has the customer wait, and hear the customer whisper, in the place of the agent who left', async () => {
    const result = await cold();
    expect(flowsFor(result.contacts[1], 'CUSTOMER')).toEqual(['CUSTOMER_QUEUE', 'CUSTOMER_WHISPER']);
    expect(texts(result)).toContain('the customer waits in the place of ana');
    expect(texts(result)).toContain('Customer and ben talk');
  });

  test('takes the customer off hold', async () => {
    const result = await cold();
    const hold = result.contacts[0]?.runs.find(({ flowType }) => flowType === 'CUSTOMER_HOLD');
    expect(hold?.end).toBe(result.contacts[0]?.disconnected);
  });

  test('ends the contact of the agent who left, who is offered the next one', async () => {
    const result = await cold();
    expect(result.contacts[0]).toMatchObject({ disconnectReason: 'AGENT_DISCONNECT' });
    expect(secondsUntil(result, 'leaves the transfer')).toBe(43);
  });

  test('lets the customer hear the rest of the transfer flow: no place for secrets', async () => {
    const early = [{ does: 'transfers', to: 'Support', leavesAfterSeconds: 1 }] as const;
    const result = await play(sales, { agents: [ANA, slowBen], moves: early }, { flows: [announced], quickConnects });
    expect(runsOf(result)).toContain('C2 QUEUE_TRANSFER "Announce" → CUSTOMER');
    expect(texts(result)).toContain('Customer and ben talk');
  });

  test('is an ordinary transfer where the colleague was quicker', async () => {
    const result = await play(sales, {
      agents: [ANA, { ...BEN, acceptsAfterSeconds: 0 }],
      moves: [{ does: 'transfers', to: 'Support', leavesAfterSeconds: 60 }],
    });
    expect(flowsFor(result.contacts[1], 'SOURCE_AGENT')).toContain('CUSTOMER_WHISPER');
    expect(texts(result)).toContain('ben, Customer talk');
  });
});

describe('A call of several', () => {
  const three = [
    { does: 'transfers', to: 'Ben' },
    { does: 'chooses', choice: 'JOIN' },
    { does: 'transfers', to: 'Supplier' },
    { does: 'chooses', choice: 'JOIN' },
  ] as const;

  test('holds three people', async () => {
    const result = await play(sales, { agents: [ANA, BEN], moves: three });
    expect(texts(result)).toContain('cannot add quick connect "Supplier": a call holds 3 (multi-party calls hold six)');
    expect(result.contacts).toHaveLength(2);
  });

  test('holds more where the instance has multi-party calls', async () => {
    const result = await play(sales, { agents: [ANA, BEN], moves: three }, { multiParty: true });
    expect(texts(result)).toContain('ben, +15555550177, Customer, ana talk');
  });

  test('goes on among the others when the customer leaves a multi-party call', async () => {
    const moves = [...three, { does: 'hangs up', who: 'customer' }] as const;
    const result = await play(sales, { agents: [ANA, BEN], moves }, { multiParty: true });
    expect(texts(result)).toContain('goes on without the customer');
    expect(result.contacts.map(({ state }) => state)).toEqual(['ended', 'connected', 'connected']);
  });

  test('of three ends with the customer, unless it is taken to go on', async () => {
    const moves = [...three.slice(0, 2), { does: 'hangs up', who: 'customer' }] as const;
    const ends = await play(sales, { agents: [ANA, BEN], moves });
    expect(ends.contacts.map(({ state }) => state)).toEqual(['ended', 'ended']);
    expect(ends.assumptions).toMatchObject({ customerLeavingEndsConference: 'yes' });
    const goesOn = await play(
      sales,
      { agents: [ANA, BEN], moves },
      {},
      {
        assumptions: { customerLeavingEndsConference: 'no' },
      },
    );
    expect(goesOn.contacts.map(({ state }) => state)).toEqual(['ended', 'connected']);
  });
});

describe('A customer who hangs up', () => {
  const hangsUp = { does: 'hangs up', who: 'customer' } as const;
  const joined = (to: string) => [{ does: 'transfers', to }, { does: 'chooses', choice: 'JOIN' }, hangsUp] as const;
  const ends = { does: 'chooses', choice: 'END_CALL' } as const;

  test('ends a transfer that nobody has answered, and both agents are free', async () => {
    const result = await play(sales, {
      agents: [ANA, slowBen],
      moves: [{ does: 'transfers', to: 'Ben' }],
      customer: { hangsUpAfterSeconds: 45 },
    });
    expect(result.contacts[1]).toMatchObject({
      state: 'ended',
      disconnectReason: 'CUSTOMER_DISCONNECT',
      disconnected: result.start + 45_000,
    });
    expect(result.contacts[1]?.offers.map(({ outcome }) => outcome)).toEqual(['abandoned']);
  });

  test('does not come back when an agent leaves those who stayed', async () => {
    const moves = [...joined('Ben'), ends];
    const result = await play(sales, { agents: [ANA, BEN], moves }, { multiParty: true });
    expect(texts(result).slice(-1)).toEqual(['ben is alone on the line']);
    expect(result.contacts[1]?.parties.has('CUSTOMER')).toBe(false);
  });

  test('leaves no third party alone: the call ends with the last agent', async () => {
    const moves = [...joined('Supplier'), ends];
    const result = await play(sales, { agents: [ANA], moves }, { multiParty: true });
    const left = secondsUntil(result, 'chooses End call');
    expect(result.contacts[1]).toMatchObject({ disconnectReason: 'OTHER', disconnected: result.start + left * 1000 });
  });

  test('leaves a third party with an agent who stays', async () => {
    const result = await play(sales, { agents: [ANA], moves: joined('Supplier') }, { multiParty: true });
    expect(result.contacts.map(({ state }) => state)).toEqual(['ended', 'connected']);
  });
});

describe('A customer on hold', () => {
  const holds = [{ does: 'holds' }, { does: 'takes off hold', afterSeconds: 20 }] as const;

  test('hears the hold flow of the contact until the agent comes back', async () => {
    const music = flow('Please hold', 'CUSTOMER_HOLD', [say('Please hold the line.')]);
    const result = await play(
      [setHook('CustomerHold', 'Please hold'), ...sales],
      { agents: [ANA], moves: [...holds, { does: 'hangs up', who: 'agent' }] },
      { flows: [music] },
    );
    expect(heardBy(result, 'Customer')).toContain('“Please hold the line.”');
    const [run] = result.contacts[0]?.runs.filter(({ flowType }) => flowType === 'CUSTOMER_HOLD') ?? [];
    expect(run).toMatchObject({ source: 'hook', heardBy: 'CUSTOMER' });
  });

  test('No other channel has hold flows', async () => {
    const result = await play(sales, { channel: 'CHAT', agents: [ANA], moves: holds });
    expect(result.stopped).toBe('A CHAT contact cannot be put on hold.');
  });
});

test('A chain holds twelve contacts: a chat that was passed on eleven times goes no further', async () => {
  const again = Array.from(
    { length: 14 },
    (_, i) => ({ does: 'transfers', to: i % 2 === 0 ? 'Support' : 'Ben' }) as const,
  );
  const result = await play(sales, { channel: 'CHAT', agents: [ANA, BEN], moves: again });
  expect(result.contacts).toHaveLength(12);
  expect(texts(result)).toContain('cannot add quick connect "Support": a chain holds 12 contacts');
});
