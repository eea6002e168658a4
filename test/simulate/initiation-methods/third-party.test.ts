import { playScript } from '../records/run';
import { setQueue, step, toQueue } from '../script';
import { ANA, flowsFor, play, queue, smallCentre, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const ownNumber = { queues: [queue('Sales', { outboundCallerId: '+15555550188' }), queue('Support')] };
const TO_SUPPLIER = { does: 'transfers', to: 'Supplier' } as const;
const ends = { does: 'chooses', choice: 'END_CALL' } as const;
const leaves = { does: 'hangs up', who: 'customer' } as const;

describe('A call to a third party', () => {
  test('shows the caller ID of the queue, and is initiated when the agent dials', async () => {
    const { left } = await playScript(sales, { agents: [ANA], moves: [TO_SUPPLIER, ends, leaves] }, ownNumber);
    expect(left.records[1]).toMatchObject({
      InitiationMethod: 'EXTERNAL_OUTBOUND',
      InitiationTimestamp: '2026-01-05T10:00:37Z',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:42Z',
      SystemEndpoint: { Address: '+15555550188', Type: 'TELEPHONE_NUMBER' },
      Queue: null,
    });
  });

  test('shows that caller ID whatever the flow set for callbacks', async () => {
    const number = step('UpdateContactCallbackNumber', { CallbackNumber: '+15555550123' });
    const { left } = await playScript([number, ...sales], { agents: [ANA], moves: [TO_SUPPLIER, leaves] }, ownNumber);
    expect(left.records[1]?.SystemEndpoint?.Address).toBe('+15555550188');
  });

  test('is a link of the chain', async () => {
    const { left } = await playScript(sales, { agents: [ANA], moves: [TO_SUPPLIER, ends, leaves] });
    const [first, second] = left.records;
    expect(first).toMatchObject({ InitialContactId: null, NextContactId: second?.ContactId });
    expect(second).toMatchObject({ PreviousContactId: first?.ContactId, InitialContactId: first?.ContactId });
  });
});

describe('Once the agent has left the customer with a third party', () => {
  test('nobody is there who could use a quick connect', async () => {
    const moves = [TO_SUPPLIER, ends, { does: 'transfers', to: 'Ben' } as const];
    const result = await play(sales, { agents: [ANA], moves }, smallCentre());
    expect(result.contacts.map(({ method }) => method)).toEqual(['INBOUND', 'EXTERNAL_OUTBOUND']);
    expect(result.stopped).toBe('No agent is on the contact any more, so nobody can use quick connect "Ben".');
  });
});

describe('While a quick connect is running', () => {
  test.each([
    ['a user', 'Ben'],
    ['a queue', 'Support'],
    ['a phone number', 'Supplier'],
  ])('the customer hears the customer hold flow, where it is one of %s', async (_, to) => {
    const result = await play(sales, { agents: [ANA], moves: [{ does: 'transfers', to }] }, smallCentre());
    expect(flowsFor(result.contacts[0], 'CUSTOMER').at(-1)).toBe('CUSTOMER_HOLD');
    expect(texts(result)).toContain('[plays hold-music]');
  });
});
