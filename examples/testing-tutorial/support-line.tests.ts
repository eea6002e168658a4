import { type ContactCentre, contactCentre, matchers, takes } from '../../lib/testing';
import { supportLine } from './support-line';

expect.extend(matchers);

let centre: ContactCentre;
beforeEach(() => {
  centre = contactCentre(supportLine);
});

test('A caller with a billing question reaches Ana', async () => {
  const call = centre.calls({ from: '+15555550100', flow: 'Main line' });
  await call.hears('Welcome').presses('1').isQueuedFor('Billing');

  const ana = await centre.agent('ana').becomesAvailable().accepts();
  await call.isConnectedTo('ana');

  expect(ana).toHaveHeard('gold customer');
  expect(call).toHaveRunFlows('Main line', 'Default customer queue', 'Gold whisper', 'Default customer whisper');
  expect(call.stage('AGENT_WHISPER')).toComeFrom('hook');
  expect(call).toHaveAttributes({ tier: 'gold' });
  expect(call).toConformToTheRulebook();
});

test('A caller who says nothing is asked to call again', async () => {
  const call = centre.calls({ flow: 'Main line' });
  await call
    .hears('For billing')
    .staysSilent()
    .hears(/call again/i)
    .isDisconnected();
});

test('Two callers share one agent', async () => {
  const first = await centre.calls({ flow: 'Main line' }).presses('1').isQueuedFor('Billing');
  const second = await centre.calls({ flow: 'Main line' }).presses('1').isQueuedFor('Billing');

  const ana = await centre.agent('ana').becomesAvailable().accepts();
  await first.isConnectedTo('ana');
  await centre.time.passes('4m');
  await first.hangsUp();

  await ana.accepts();
  await second.isConnectedTo('ana');
});

test('An agent who misses an offer gets no other until she is available again', async () => {
  const call = await centre.calls({ flow: 'Main line' }).presses('1').isQueuedFor('Billing');
  const ana = await centre.agent('ana').becomesAvailable().misses();
  await call.isQueuedFor('Billing');
  await ana.becomesAvailable().accepts();
  await call.isConnectedTo('ana');
});

test('A look-up that does not answer in time costs nobody the call', async () => {
  centre = contactCentre(supportLine, { functions: { 'look-up': takes('9s') } });
  const call = centre.calls({ flow: 'Main line' });
  await call.presses('2').isQueuedFor('Sales');
  expect(call).toHaveAttributes({ tier: '' });
});
