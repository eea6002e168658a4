import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from './scenarios';

const { written, run } = commandLine();

const folder = mkdtempSync(join(tmpdir(), 'cloud-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that writes some of its environment into a file. */
const telling = (file: string, expression: string): readonly string[] => [
  process.execPath,
  '-e',
  `require('fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(${expression}))`,
];

describe('connect-flows cloud', () => {
  test('runs a command that finds the cloud, and ends with its exit code', async () => {
    expect(await run('cloud', '--', process.execPath, '-e', 'process.exit(7)')).toBe(7);
    const file = join(folder, 'environment.json');
    expect(
      await run('cloud', '--region', 'us-west-2', '--instance', 'larkfield', '--', ...telling(file, 'process.env')),
    ).toBe(0);
    const environment = JSON.parse(readFileSync(file, 'utf8'));
    expect(environment).toMatchObject({
      AWS_ENDPOINT_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      AWS_REGION: 'us-west-2',
      CONNECT_INSTANCE_ARN: expect.stringMatching(/^arn:aws:connect:us-west-2:111122223333:instance\//),
    });
  });

  test('keeps the command from other credentials and other endpoints', async () => {
    const file = join(folder, 'own.json');
    process.env.AWS_PROFILE = 'production';
    process.env.AWS_ENDPOINT_URL_S3 = 'https://elsewhere.example';
    await run('cloud', '--', ...telling(file, '[process.env.AWS_PROFILE, process.env.AWS_ENDPOINT_URL_S3]'));
    delete process.env.AWS_PROFILE;
    delete process.env.AWS_ENDPOINT_URL_S3;
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([null, null]);
  });

  test('lets the command call it, and writes what it holds at the end', async () => {
    const state = join(folder, 'state.json');
    const call = `require('@aws-sdk/client-connect'); const { ConnectClient, ListInstancesCommand } = require('@aws-sdk/client-connect');
      new ConnectClient({}).send(new ListInstancesCommand({})).then(({ InstanceSummaryList: [one] }) => process.exit(one.InstanceAlias === 'larkfield' ? 0 : 1));`;
    expect(await run('cloud', '--instance', 'larkfield', '--state', state, '--', process.execPath, '-e', call)).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(state, 'utf8')))).toContain('connect');
  });

  test('prints the variables to export, and runs until it is interrupted', async () => {
    const ended = run('cloud');
    while (!written.err.includes('until Ctrl-C')) await new Promise((resolve) => setImmediate(resolve));
    expect(written.out).toMatch(
      /^unset AWS_PROFILE .*\nexport AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+\nexport AWS_ACCESS_KEY_ID=/,
    );
    process.emit('SIGINT');
    expect(await ended).toBe(0);
  });

  test.each([
    [['--port', 'high'], 'it has to be a number from 0'],
    [['--region', 'London'], 'write it like eu-west-2.'],
    [['--account', '12'], 'write it like 111122223333.'],
    [['--', 'no-such-command'], 'no-such-command cannot be run: spawn no-such-command ENOENT.'],
  ])('refuses %j with a sentence', async (args, words) => {
    expect(await run('cloud', ...args)).toBe(2);
    expect(written.err).toContain(words);
  });
});
