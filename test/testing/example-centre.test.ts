import { synthesise } from '../../examples/contact-centre/synthesise';
import type { World } from '../../lib/simulate';
import { type ContactCentre, contactCentre, matchers } from '../../lib/testing';

expect.extend(matchers);

const GOLD_CUSTOMER = '+15555550123';

let world: World;
let centre: ContactCentre;

beforeAll(() => {
  world = synthesise();
}, 60_000);

beforeEach(() => {
  centre = contactCentre(world);
});

const billingCall = async (from = '+15555550100') => {
  const call = centre.calls({ from, flow: 'Main line' });
  await call.hears(/welcome/i).presses('1');
  return call.hears(/billing/i).presses('2');
};

describe('Journeys of the example contact centre, told by a test', () => {
  test('A gold caller with a billing question reaches an agent who knows it', async () => {
    const call = centre.calls({ from: GOLD_CUSTOMER, flow: 'Main line' });
    await call.hears(/welcome/i).presses('1');
    await call
      .hears(/billing/i)
      .presses('2')
      .isQueuedFor('Gold');
    const ana = await centre.agent('ana').becomesAvailable().accepts();
    expect(ana).toHaveHeard('gold customer');
    expect(call).toHaveRunFlows('Main line', 'Waiting', 'Gold whisper', 'Customer whisper');
    expect(call.stage('CUSTOMER_QUEUE')).toComeFrom('hook');
    expect(call).toHaveAttributes({ tier: 'gold', language: 'en' });
    expect(centre).toConformToTheRulebook();
  });

  test('Ana asks Ben, and all three talk', async () => {
    const call = await billingCall();
    const ana = await centre.agent('ana').becomesAvailable().accepts();
    await ana.transfersTo('Ben');
    await call.isOnHold().hears('still with you');
    const ben = await centre.agent('ben').becomesAvailable().accepts();
    expect(ben).toHaveHeard('A colleague has a customer on hold');
    await ana.joins();
    await call.isConnectedTo('ben').isConnectedTo('ana').hangsUp().isDisconnected();
    expect(call).toHaveContactChain(['INBOUND', 'TRANSFER']);
    expect(call.stage('AGENT_TRANSFER')).toComeFrom('quick connect');
    expect(call).toConformToTheRulebook();
  });

  test('Ana hands a customer over to the outages desk and leaves the call', async () => {
    const call = await billingCall();
    const ana = await centre.agent('ana').becomesAvailable().accepts();
    await ana.transfersTo('Outages desk').hears('Looking for somebody');
    await centre.agent('ben').becomesAvailable().accepts();
    await ana.leaves();
    await call.isConnectedTo('ben');
    expect(ana.state).toBe('available');
    await centre.agent('ben').hangsUp();
    await call.isDisconnected();
    expect(call).toHaveContactChain(['INBOUND', 'TRANSFER']);
    expect(centre).toConformToTheRulebook();
  });

  test('With a colleague on the line, an agent can hold, swap and hold all', async () => {
    const call = await billingCall();
    const ana = await centre.agent('ana').becomesAvailable().accepts();
    await ana.transfersTo('Ben');
    const ben = await centre.agent('ben').becomesAvailable().accepts();
    await ana.holds();
    await call.isConnectedTo('ana');
    await ana.swaps();
    await call.isOnHold();
    await ana.holdsAll();
    await ben.hears('You are on hold.');
    expect(call).toConformToTheRulebook();
  });

  test('Ana hangs up, and the customer stays on the line for the survey', async () => {
    const call = await billingCall();
    await centre.agent('ana').becomesAvailable().accepts().hangsUp();
    await call.hears('How was it?').presses('1').hears('Goodbye').isDisconnected();
    expect(call).toHaveContactChain(['INBOUND', 'DISCONNECT']);
    expect(call).toHaveAttributes({ stars: '3' });
    expect(call).toConformToTheRulebook();
  });

  test('A customer would rather be called back than wait', async () => {
    const call = await billingCall();
    await call.hears('To be called back').presses('1').hears('We will call you back').isDisconnected();
    await centre.time.passes('5m');
    await centre.agent('ana').becomesAvailable().accepts();
    await call.hasBeenCalledBack().isConnectedTo('ana').hangsUp();
    expect(call).toHaveContactChain(['INBOUND', 'CALLBACK']);
    expect(call).toConformToTheRulebook();
  });

  test('A customer who waits for billing chooses the sales desk instead', async () => {
    const call = await billingCall();
    await call.hears('To talk to sales').presses('2').isQueuedFor('Sales');
    await centre.agent('cleo').becomesAvailable().accepts();
    await call.isConnectedTo('cleo');
    expect(call).toHaveContactChain(['INBOUND', 'QUEUE_TRANSFER']);
    expect(call).toConformToTheRulebook();
  });

  test('The office is closed at Christmas', async () => {
    await centre.time.is('2026-12-25T10:00');
    const call = await billingCall();
    await call.hears('Our office is closed').isDisconnected();
  });

  test('Ana calls a customer, who picks up after the whisper has begun', async () => {
    const ana = centre.agent('ana');
    const customer = ana.dials('+15555550111', { queue: 'Billing' });
    await customer.hears('This is Larkfield Energy calling').isConnectedTo('ana');
    await ana.hangsUp();
    await customer.isDisconnected();
    expect(customer).toHaveContactChain(['OUTBOUND']);
    expect(customer.stage('OUTBOUND_WHISPER')).toComeFrom('queue');
    expect(customer).toConformToTheRulebook();
  });

  test('The API calls a customer about an appointment', async () => {
    const customer = centre.startsOutboundCall({ flow: 'Appointment', to: '+15555550100' });
    await customer.hears('meter will be read').presses('1').isQueuedFor('Billing');
    await centre.agent('ana').becomesAvailable().accepts();
    await customer.isConnectedTo('ana');
    expect(customer.stage('CUSTOMER_QUEUE')).toComeFrom('hook');
    expect(customer).toConformToTheRulebook();
  });

  test('A chat and a task reach their agents', async () => {
    const chat = centre.startsChat({ flow: 'Chat' });
    await chat.hears('Hello').isQueuedFor('Sales');
    await centre.agent('cleo').becomesAvailable().accepts();
    await chat.isConnectedTo('cleo');
    const task = centre.startsTask({ flow: 'Task' });
    await task.isQueuedFor('Billing');
    const ana = await centre.agent('ana').becomesAvailable().accepts();
    await task.isConnectedTo('ana');
    await ana.hangsUp();
    await task.isDisconnected();
    expect(centre).toConformToTheRulebook();
  });
});

describe('Several contacts share queues and agents', () => {
  test('Who waits longest comes first, and an agent who misses an offer gets no other', async () => {
    const first = await billingCall();
    const second = await billingCall('+15555550111');
    const ana = await centre.agent('ana').becomesAvailable().misses();
    expect(ana.state).toBe('missed');
    await ana.becomesAvailable().accepts();
    await first.isConnectedTo('ana').hangsUp();
    await ana.rejects();
    await ana.becomesAvailable().accepts();
    await second.isConnectedTo('ana');
    expect(centre).toHaveContactChain(['INBOUND', 'INBOUND']);
  });

  test('Customers with habits and an agent who takes every offer need no telling', async () => {
    const calls = [1, 2, 3].map((i) =>
      centre.calls({ from: `+1555555010${i}`, flow: 'Main line', presses: ['1', '2'], hangsUpAfterSeconds: 60 * i }),
    );
    await centre.agent('ana', { acceptsAfter: '2s' }).becomesAvailable();
    await centre.time.passes('5m');
    for (const call of calls) expect(call).toConformToTheRulebook();
    expect(centre.result.contacts.map(({ disconnectReason }) => disconnectReason)).toEqual(
      Array(3).fill('CUSTOMER_DISCONNECT'),
    );
  });
});

describe('The real handlers run, unless a test mocks them', () => {
  test('A mock answers by the id of its construct', async () => {
    centre = contactCentre(world, { functions: { LookUp: { tier: 'gold', name: 'Kim' } } });
    const call = await billingCall();
    await call.isQueuedFor('Gold');
  });

  test('A look-up that fails counts as an ordinary customer', async () => {
    centre = contactCentre(world, { functions: { LookUp: new Error('throttled') } });
    const call = await billingCall(GOLD_CUSTOMER);
    await call.isQueuedFor('Billing');
    expect(centre.transcript).toMatch(/throttled/);
  });
});
