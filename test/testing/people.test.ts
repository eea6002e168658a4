import { disconnect, inboundFlow, menu, playPrompt, storeInput } from '../../lib/build';
import { worldOf } from '../../lib/simulate';
import { contactCentre, matchers, takes } from '../../lib/testing';
import { supportLine } from './support-line';

expect.extend(matchers);

const done = [playPrompt('Thank you.'), disconnect()];
const asking = inboundFlow('Asking', { onError: [disconnect()] }, [
  storeInput('Enter your customer number.', { maximumLength: 6 }),
  menu('Is that right? Press 1.', { 1: done, timeout: [playPrompt('Nobody there?'), disconnect()], noMatch: done }),
]);
const centre = () => contactCentre(worldOf({ flows: [asking] }));

describe('A customer', () => {
  test('lets prompts finish before pressing a key', async () => {
    const fresh = centre();
    await fresh.calls({ flow: 'Asking' }).enters('123456').presses('1').hears('Thank you').isDisconnected();
    expect(fresh.transcript).toMatch(/0:02 {2}C1 {2}Customer enters •••••• \(6 digits\)/);
  });

  test('may interrupt them', async () => {
    const fresh = centre();
    await fresh.calls({ flow: 'Asking' }).interruptsWith('123456').hears('Is that right?');
    expect(fresh.transcript).toMatch(/0:00 {2}C1 {2}Customer enters/);
  });

  test('who stays silent runs into the time-out of one question', async () => {
    const call = await centre().calls({ flow: 'Asking' }).enters('1').staysSilent().hears('Nobody there?');
    await call.isDisconnected();
  });

  test('answers questions one after another', async () => {
    await centre().calls({ flow: 'Asking' }).presses('123456', '1').hears('Thank you');
  });

  test('hears nothing twice', async () => {
    const call = centre().calls({ flow: 'Asking' });
    await expect(call.hears('customer number').hears('customer number')).rejects.toThrow(/was to hear/);
  });

  test('who hangs up is on no line any more', async () => {
    const call = await centre().calls({ flow: 'Asking' }).hears('customer number').hangsUp().isDisconnected();
    expect(call.contacts[0]?.disconnectReason).toBe('CUSTOMER_DISCONNECT');
    await expect(call.hangsUp()).rejects.toThrow(/is not on the line/);
  });
});

describe('An agent', () => {
  test('who picks up has the whispers still to hear', async () => {
    const fresh = contactCentre(supportLine);
    await fresh.calls({ flow: 'Main line' }).presses('1').isQueuedFor('Gold');
    const ana = await fresh.agent('ana').becomesAvailable().picksUp();
    await ana.hears('Kim, a gold customer');
    expect(fresh.result.contacts[0]?.state).toBe('queued');
  });

  test('is found again by name', () => {
    const fresh = contactCentre(supportLine);
    expect(fresh.agent('ana')).toBe(fresh.agent('ana'));
  });
});

describe('A function', () => {
  const hear = async (functions: NonNullable<Parameters<typeof contactCentre>[1]>['functions'], text: string) => {
    const fresh = contactCentre(supportLine, { functions });
    await fresh.calls({ flow: 'Looked up' }).hears(text);
    return fresh.transcript;
  };

  test('may be mocked by a function that looks at the event', async () => {
    const seen: string[] = [];
    await hear({ LookUp: ({ Details }) => ({ from: String(seen.push(Details.ContactData.Channel)) }) }, 'Thank you');
    expect(seen).toEqual(['VOICE']);
  });

  test('that throws, or is too slow, takes the error branch', async () => {
    expect(await hear({ LookUp: new TypeError('no table') }, 'Nobody knows you')).toMatch(/TypeError: no table/);
    expect(await hear({ LookUp: takes('4s') }, 'Nobody knows you')).toMatch(/no answer within 3 s/);
  });

  test('that takes its time is waited for', async () => {
    await hear({ LookUp: takes('2s', { tier: 'gold' }) }, 'Thank you');
  });
});
