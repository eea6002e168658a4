import { spawnSync } from 'node:child_process';
import { type ContactCentre, contactCentre, matchers } from '../../lib/testing';
import { supportLine } from './support-line';

expect.extend(matchers);

let centre: ContactCentre;
beforeEach(() => {
  centre = contactCentre(supportLine);
});

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('No failure disappears', () => {
  test('A step that nobody awaits fails the next one', async () => {
    const call = centre.calls({ flow: 'Main line' });
    call.hears('nothing of the kind');
    await expect(centre.agent('ana').becomesAvailable()).rejects.toThrow(/nothing of the kind/);
  });

  test('A step that is awaited later fails there', async () => {
    const call = centre.calls({ flow: 'Main line' });
    const unheard = call.hears('nothing of the kind').then(
      () => 'heard',
      () => 'not heard',
    );
    await tick();
    expect(await unheard).toBe('not heard');
  });

  test('A step that nobody awaits at all is a rejection that nobody handles, which fails the test or the process', () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', require.resolve('./unawaited.ts')], {
      encoding: 'utf8',
    });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toMatch(/ExpectationFailed: The customer of C1 was to hear “nothing of the kind”/);
    expect(run.stderr).toMatch(/at .*unawaited\.ts:\d+/);
  });

  test('An expectation of steps that have not been played is refused', async () => {
    const call = centre.calls({ flow: 'Main line' });
    const steps = call.presses('2');
    expect(() => expect(call).toHaveRunFlows('Main line')).toThrow(
      /2 steps have not been played yet\. Await them first/,
    );
    await steps;
  });

  test('After a step that fails no other of its chain is played', async () => {
    const call = centre.calls({ flow: 'Main line' });
    await expect(call.hears('nothing of the kind', '1s').presses('2')).rejects.toThrow(/nothing of the kind/);
    await call.presses('1').isQueuedFor('Gold');
  });

  test('A failure that a test expects is over with that', async () => {
    const call = centre.calls({ flow: 'Main line' });
    await expect(call.hears('nothing of the kind', '1s')).rejects.toThrow();
    await tick();
    await call.presses('2').isQueuedFor('Outages');
    expect(call).toHaveHeard('welcome', 'billing');
  });

  test('A contact that cannot start fails the first step', async () => {
    const ana = centre.agent('ana');
    await ana.becomesAvailable();
    const customer = ana.dials('+15555550111', { queue: 'Gold', answers: false });
    await customer.isDisconnected();
    expect(customer.contacts[0]?.disconnectReason).toBe('CUSTOMER_NEVER_ARRIVED');
  });
});

describe('Awaiting', () => {
  test('a chain gives the person, of whom things can be expected', async () => {
    const ana = centre.agent('ana');
    expect(await ana.becomesAvailable()).toBe(ana);
    const call = centre.calls({ flow: 'Main line' });
    expect(await call.hears('Welcome')).toBe(call);
  });

  test('steps of several people happen in the order in which they are written', async () => {
    const first = centre.calls({ flow: 'Main line' });
    const second = centre.calls({ flow: 'Main line' });
    await Promise.all([first.presses('1'), second.presses('1')]);
    const ana = await centre.agent('ana').becomesAvailable().accepts();
    await first.isConnectedTo('ana');
    await ana.hangsUp().accepts();
    await second.isConnectedTo('ana');
  });
});

describe('A run is always the same', () => {
  const journey = async (fresh: ContactCentre): Promise<string> => {
    const call = fresh.calls({ flow: 'Main line' });
    await call.hears('billing').presses('1').isQueuedFor('Gold');
    const ana = await fresh.agent('ana').becomesAvailable().accepts();
    await ana.hangsUp();
    return fresh.transcript;
  };

  test('for a seed, whatever other centres do meanwhile', async () => {
    const alone = await journey(centre);
    const [one, other] = await Promise.all([journey(centre.afresh()), journey(contactCentre(supportLine))]);
    expect([one, other]).toEqual([alone, alone]);
  });

  test('and the same as when a scenario tells it', async () => {
    const scripted = centre.afresh();
    scripted.calls({ flow: 'Main line', presses: ['1'] });
    await scripted.agent('ana', { acceptsAfter: '3s' }).becomesAvailable();
    await scripted.time.passes('1m');
    await centre.agent('ana').becomesAvailable();
    const call = centre.calls({ flow: 'Main line' });
    await call.presses('1');
    await centre.agent('ana').accepts();
    expect(centre.transcript).toBe(scripted.transcript);
  });
});

describe('Time', () => {
  test.each([
    ['90s', 90],
    ['2m', 120],
    ['1h30m', 5400],
    [45, 45],
  ])('%s passes', async (duration, seconds) => {
    const before = centre.time.now.getTime();
    await centre.time.passes(duration);
    expect((centre.time.now.getTime() - before) / 1000).toBe(seconds);
  });

  test('is told in the time zone of the centre, summer and winter', async () => {
    const dublin = contactCentre(supportLine, { start: '2026-01-05T08:00', timeZone: 'Europe/Dublin' });
    expect(dublin.time.now.toISOString()).toBe('2026-01-05T08:00:00.000Z');
    await dublin.time.is('2026-07-01T08:00');
    expect(dublin.time.now.toISOString()).toBe('2026-07-01T07:00:00.000Z');
    await dublin.time.is('2026-07-01T08:00:00-04:00');
    expect(dublin.time.now.toISOString()).toBe('2026-07-01T12:00:00.000Z');
  });
});
