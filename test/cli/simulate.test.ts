import { ANA, CALL, commandLine } from './scenarios';

const { written, file, flows, run } = commandLine();

const simulate = (script: unknown, ...args: string[]) =>
  run('simulate', ...flows(), '--script', file('script.json', script), ...args);

describe('connect-flows simulate', () => {
  test('plays a contact through a whole contact centre', async () => {
    expect(await simulate({ title: 'A call for Ana', ...CALL, ...ANA })).toBe(0);
    expect(written.out).toMatch(/^A call for Ana\n\n {2}0:00 {2}C1 {2}● starts: INBOUND, VOICE/);
    expect(written.out).toMatch(/ana hears “Kim, a gold customer\.”/);
    expect(written.out).toMatch(/● ends: CUSTOMER_DISCONNECT/);
  });

  test('plays a list of scenarios one after another', async () => {
    expect(await simulate([CALL, { ...CALL, customer: { presses: ['2'] } }])).toBe(0);
    expect(written.out).toMatch(/^script, \[0\]\n[\s\S]*\n\nscript, \[1\]\n/);
  });

  test('prints data for tools', async () => {
    expect(await simulate({ ...CALL, ...ANA }, '--format', 'json')).toBe(0);
    const { scenarios } = JSON.parse(written.out);
    expect(scenarios[0]).toMatchObject({ title: 'script', stopped: null, contacts: [{ initiationMethod: 'INBOUND' }] });
    expect(scenarios[0].transcript[0]).toMatchObject({ seconds: 0, kind: 'contact', flow: null });
  });

  test('starts the clock when the script says', async () => {
    expect(await simulate({ timeZone: 'Europe/Dublin', at: '2026-07-01T10:00', ...CALL }, '--format', 'json')).toBe(0);
  });

  test('answers for functions as the script says', async () => {
    const call = {
      start: { method: 'INBOUND', flow: 'Looked up' },
      functions: { LookUp: { nested: { too: 'deep' } } },
    };
    expect(await simulate(call)).toBe(0);
    expect(written.out).toMatch(/Nobody knows you|calls LookUp/);
  });
});

describe('A script that cannot be played is refused, all at once', () => {
  const refused = async (script: unknown): Promise<string> => {
    expect(await simulate(script)).toBe(2);
    expect(written.out).toBe('');
    expect(written.err).not.toMatch(/\n\s+at /);
    return written.err;
  };

  test.each([
    [
      'an unknown key',
      { ...CALL, custmer: {} },
      /script\.json: custmer is nothing that is known here\. Did you mean "customer"\?/,
    ],
    [
      'a key of another method',
      { start: { ...CALL.start, queue: 'Gold' } },
      /start\.queue is nothing that is known here/,
    ],
    ['a method that nobody starts', { start: { method: 'CALLBACK' } }, /start\.method has to be one of INBOUND, /],
    ['a start without a flow', { start: { method: 'INBOUND' } }, /start\.flow is missing/],
    [
      'a value of another kind',
      { ...CALL, customer: { presses: '1' } },
      /customer\.presses has to be a list, and is "1"/,
    ],
    [
      'an unknown flow',
      { start: { method: 'INBOUND', flow: 'Mian line' } },
      /start\.flow: There is no flow "Mian line".* Did you mean "Main line"\?/,
    ],
    [
      'a quick connect that flows cannot bring',
      { ...CALL, moves: [{ does: 'transfers', to: 'Ben' }] },
      /moves\[0\]\.to: There is no quick connect "Ben"/,
    ],
    [
      'a move that nobody makes',
      { ...CALL, moves: [{ does: 'sings' }] },
      /moves\[0\]\.does has to be one of transfers, .*chooses, hangs up/,
    ],
    ['an unknown assumption', { ...CALL, assumptions: { unsetReferenc: 'x' } }, /Did you mean "unsetReference"\?/],
    ['a time that is none', { ...CALL, at: 'Christmas' }, /"Christmas" is no point in time/],
    ['something else altogether', 7, /script\.json: It has to be an object, and is 7/],
    ['no JSON', '{', /script\.json is not JSON/],
  ])('%s', async (_what, script, sentence) => {
    expect(await refused(script)).toMatch(sentence);
  });

  test('several problems in one go', async () => {
    expect((await refused({ ...CALL, custmer: {}, agents: [{}] })).trim().split('\n')).toHaveLength(2);
  });

  test('a contact centre that is not there', async () => {
    expect(await run('simulate', 'none.json', '--script', file('s.json', CALL))).toBe(2);
    expect(written.err).toMatch(/There is no such file: none\.json/);
  });

  test('no script at all', async () => {
    expect(await run('simulate', ...flows())).toBe(2);
    expect(written.err).toMatch(/--script/);
  });
});
