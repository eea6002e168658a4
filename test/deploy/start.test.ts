import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { DeploymentFailed } from '../../examples/contact-centre/deploy';
import { journeysJson, playJourneys } from '../../examples/contact-centre/play';
import { playDeployed } from '../../examples/contact-centre/play-deployed';
import { printedAccount } from '../../examples/contact-centre/print-account';
import { synthesise } from '../../examples/contact-centre/synthesise';

const ROOT = join(__dirname, '../..');
const START = require.resolve('../../examples/contact-centre/start.ts');
const MINUTES = 3 * 60_000;

const start = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', START, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    let [output, errors] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    child.on('close', (code) => resolve({ code, output, errors }));
  });

test(
  'npm start deploys the example, and every journey plays as it does in its template',
  async () => {
    const { code, output, errors } = await ended(start('--json'));
    const { deployment, journeys } = JSON.parse(output);
    expect([code, errors]).toEqual([0, '']);
    expect(deployment).toMatchObject({
      stacks: ['ContactCentre'],
      requests: ['StartOutboundVoiceContact', 'StartChatContact', 'StartTaskContact'],
    });
    expect(deployment.resources['AWS::Connect::Instance']).toBe(1);
    expect(deployment.functionCalls).toBeGreaterThan(0);
    const fromTemplate = journeysJson(await playJourneys(synthesise())).journeys;
    expect(journeys).toEqual(fromTemplate);
  },
  MINUTES,
);

test(
  'Whoever interrupts it ends the command line as well, at once or in the midst of its work',
  async () => {
    for (const afterMilliseconds of [0, 1000]) {
      const stop = new AbortController();
      const onProgress = (): void => void setTimeout(() => stop.abort('SIGINT'), afterMilliseconds);
      await expect(playDeployed({ onProgress, signal: stop.signal })).rejects.toBe('SIGINT');
    }
  },
  MINUTES,
);

test(
  'A deployment that fails says what the command line says',
  async () => {
    const context = {
      instanceArn: 'arn:aws:connect:eu-west-2:111122223333:instance/00000000-0000-4000-8000-000000000000',
    };
    const failing = playDeployed({ context });
    await expect(failing).rejects.toThrow(DeploymentFailed);
    await expect(failing).rejects.toThrow('There is no instance');
  },
  MINUTES,
);

test.each([
  [['--help'], 0, 'Usage: npm start'],
  [['--jason'], 2, 'There is no option --jason; there are --json and --help.'],
])(
  'npm start -- %s',
  async (args, code, text) => {
    const result = await ended(start(...args));
    expect([result.code, result.output + result.errors]).toEqual([code, expect.stringContaining(text)]);
  },
  60_000,
);

test('The account of a deployment names what there is of each service, and how contacts came in', () => {
  const text = printedAccount({
    stacks: ['ContactCentre'],
    resources: { 'AWS::Connect::Queue': 4, 'AWS::Connect::User': 1, 'Custom::Content': 2 },
    seconds: 9.87,
    readBack: { flows: 23, hours: 3 },
    requests: ['StartTaskContact'],
    functionCalls: 12,
  });
  expect(text.split('\n').slice(0, 4)).toEqual([
    'Deployed by cdk deploy in 9.9 s: ContactCentre, 7 resources.',
    '  Connect  4 Queue, 1 User',
    '  Custom   2 Content',
    "Read back through Connect's API: 23 flows, 3 hours of operation.",
  ]);
});
