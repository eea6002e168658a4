import { readFileSync } from 'node:fs';
import { ANA, CALL, commandLine } from './scenarios';

const { written, file, flows, run } = commandLine();

const PASSES = {
  title: 'A caller reaches Ana',
  ...CALL,
  ...ANA,
  expect: {
    flows: ['Main line', 'Default customer queue', 'Gold whisper', 'Default customer whisper'],
    heard: { customer: ['welcome', '/press \\d/'], ana: ['gold customer'] },
    chain: ['INBOUND'],
    attributes: { tier: 'gold' },
    sources: { AGENT_WHISPER: 'hook', CUSTOMER_QUEUE: 'default' },
    rulebook: true,
  },
};
const FAILS = { ...PASSES, title: 'A caller reaches Ben', expect: { heard: ['goodbye'], attributes: { tier: 'x' } } };

const test_ = (tests: readonly unknown[], ...args: string[]) =>
  run('test', file('journeys.json', { centre: flows(), tests }), ...args);

describe('connect-flows test', () => {
  test('passes where everything is as expected', async () => {
    expect(await test_([PASSES])).toBe(0);
    expect(written.out).toBe('✓ A caller reaches Ana\n\n1 test: 1 passed, 0 failed.\n');
  });

  test('fails where something is not, and says what, with one transcript', async () => {
    expect(await test_([PASSES, FAILS])).toBe(1);
    expect(written.out).toMatch(/✗ A caller reaches Ben\n {4}The customer of C1 was to hear “goodbye”, and did not\./);
    expect(written.out).toMatch(/tier: expected "x", was "gold"/);
    expect(written.out.match(/The last of the transcript/g)).toHaveLength(1);
    expect(written.out).toMatch(/\n2 tests: 1 passed, 1 failed\.\n$/);
  });

  test('fails a run that could not go on, whatever is expected', async () => {
    const outbound = { start: { method: 'OUTBOUND', agent: 'ana', queue: 'Gold' }, expect: {} };
    expect(await test_([outbound])).toBe(1);
    expect(written.out).toMatch(/The run could not go on\./);
  });

  test('plays a file of one test, in the centre that the command line names', async () => {
    const [mainLine = ''] = flows();
    const one = file('one.json', { ...CALL, expect: { heard: ['Welcome'] } });
    expect(await run('test', one, '--centre', mainLine)).toBe(0);
    expect(written.out).toMatch(/✓ one\n/);
  });

  test('writes JUnit, too', async () => {
    const junit = file('junit.xml', '');
    await test_([PASSES, FAILS], '--junit', junit);
    const xml = readFileSync(junit, 'utf8');
    expect(xml).toMatch(/<testsuite name="connect-flows test" tests="2" failures="1" skipped="0">/);
    expect(xml).toMatch(/name="A caller reaches Ana" time="\d+(\.\d+)?"\/>/);
    expect(xml).toMatch(/<failure message="The customer of C1 was to hear “goodbye”, and did not\.">/);
  });

  test('shows what of the flows the tests reached, and what they did not', async () => {
    expect(await test_([PASSES, { ...PASSES, title: 'Once more' }], '--coverage')).toBe(0);
    expect(written.out).toMatch(/Flow +Actions +Conditions +Errors +All branches\n/);
    expect(written.out).toMatch(/\nMain line +\d+\/\d+ +\d+ %/);
    expect(written.out).toMatch(/\nMain line:\n( {2}.+\n)+/);
    expect(written.out).toMatch(/\n2 tests: 2 passed, 0 failed\.\n$/);
  });

  test('writes that as JSON, counted over all tests', async () => {
    const json = file('coverage.json', '');
    await test_([PASSES, { ...PASSES, title: 'Once more' }], '--coverage-json', json);
    const { flows: reached } = JSON.parse(readFileSync(json, 'utf8'));
    const mainLine = reached.find((flow: { name: string }) => flow.name === 'Main line');
    expect(mainLine.actions[0].times).toBe(2);
    expect(written.out).not.toMatch(/All branches/);
  });

  test('Ctrl-C leaves a report that says what was not played', async () => {
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.out += text;
      if (String(text).startsWith('✓')) process.emit('SIGINT');
      return true;
    });
    const junit = file('junit.xml', '');
    expect(await test_([PASSES, FAILS, PASSES], '--junit', junit)).toBe(130);
    expect(written.out).toMatch(/\n3 tests: 1 passed, 0 failed, 2 not played: interrupted\.\n$/);
    expect(readFileSync(junit, 'utf8').match(/<skipped /g)).toHaveLength(2);
  });
});

describe('Tests that cannot be played are refused before any is', () => {
  const refused = async (...args: Parameters<typeof test_>): Promise<string> => {
    expect(await test_(...args)).toBe(2);
    expect(written.out).toBe('');
    return written.err;
  };

  test('an expectation of nothing that is known', async () => {
    expect(await refused([PASSES, { ...PASSES, expect: { hears: [] } }])).toMatch(
      /tests\[1\]\.expect\.hears is nothing that is known here\. Did you mean "heard"\?/,
    );
  });

  test('a source that there is not', async () => {
    expect(await refused([{ ...PASSES, expect: { sources: { AGENT_WHISPER: 'hok' } } }])).toMatch(
      /Did you mean "hook"\?/,
    );
  });

  test('somebody who is to hear something and is not there', async () => {
    expect(await refused([{ ...PASSES, expect: { heard: { anna: ['gold'] } } }])).toMatch(
      /tests\[0\]\.expect\.heard\.anna: There is no agent "anna"/,
    );
  });

  test('a file that names no contact centre', async () => {
    expect(await run('test', file('one.json', CALL))).toBe(2);
    expect(written.err).toMatch(/does not say which contact centre it is for: "centre" in the file, or --centre/);
  });

  test('a pattern that matches no file', async () => {
    expect(await run('test', 'nowhere/*.json')).toBe(2);
    expect(written.err).toMatch(/No file matches/);
  });
});
