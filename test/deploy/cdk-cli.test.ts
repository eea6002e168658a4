import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedCloud, startCloud } from '../../lib/cloud';

const ROOT = path.resolve(__dirname, '../..');
const CDK = path.join(path.dirname(require.resolve('aws-cdk/package.json')), 'bin/cdk');
const MINUTES = 3 * 60_000;

/** The apps that are deployed, as the command line is given them. */
const APPS = {
  example: ['npx tsx bin/app.ts'],
  broken: ['npx tsx test/deploy/variant-app.ts', '-c', 'variant=broken'],
  changed: ['npx tsx test/deploy/variant-app.ts', '-c', 'variant=changed'],
  handler: ['npx tsx test/deploy/variant-app.ts', '-c', 'variant=handler'],
} as const;

const output = mkdtempSync(path.join(tmpdir(), 'cdk-cli-'));
let cloud: EmbeddedCloud;
let instanceArn: string;
let empty: string;

beforeAll(async () => {
  cloud = await startCloud();
  instanceArn = await cloud.createInstance('larkfield-energy');
  empty = cloud.state();
});

afterAll(async () => {
  await cloud.stop();
  rmSync(output, { recursive: true, force: true });
});

/** How the command line gets the stacks of an app: it runs the app once, and takes what that gave from then on. */
const stacksOf = (app: keyof typeof APPS): readonly string[] => {
  const assembly = path.join(output, app);
  const [command, ...context] = APPS[app];
  if (existsSync(assembly)) return ['--app', assembly];
  return ['--app', command, '--output', assembly, '-c', `instanceArn=${instanceArn}`, ...context];
};

/** Runs the CDK's own command line against the cloud. */
const cdk = (...args: readonly string[]): Promise<{ code: number | null; text: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CDK, ...args, '--no-notices'], {
      cwd: ROOT,
      env: { ...process.env, ...cloud.environment, CDK_VALIDATION: 'false', NO_COLOR: '1', CI: 'true' },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
    }
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, text }));
  });

const deploy = (app: keyof typeof APPS) => cdk('deploy', ...stacksOf(app), '--require-approval', 'never');

const flowNames = async (): Promise<readonly string[]> => {
  const { ContactFlowSummaryList = [] } = await cloud.connect('ListContactFlows', { InstanceId: instanceArn });
  return ContactFlowSummaryList.map(({ Name = '' }) => Name);
};

const mostContacts = async (queue: string): Promise<number | undefined> => {
  const { QueueSummaryList = [] } = await cloud.connect('ListQueues', { InstanceId: instanceArn });
  const QueueId = QueueSummaryList.find(({ Name }) => Name === queue)?.Id ?? '';
  return (await cloud.connect('DescribeQueue', { InstanceId: instanceArn, QueueId })).Queue?.MaxContacts;
};

/** A test of one run of the command line. */
const run = (title: string, body: () => Promise<void>): void => test(title, body, MINUTES);

describe("The CDK's own command line and the example centre", () => {
  run('a first deployment whose custom resource fails shows what its handler wrote, and leaves nothing', async () => {
    const { code, text } = await deploy('handler');
    expect([code, text]).toEqual([1, expect.stringContaining('Message returned: No customers.')]);
    expect(text).toContain('The customer list is empty.');
    expect(cloud.state()).toBe(empty);
  });

  run('cdk deploy makes the centre', async () => {
    const { code, text } = await deploy('example');
    expect([code, text]).toEqual([0, expect.stringContaining('✅  ContactCentre')]);
    expect(text).toMatch(/44\/44 .* CREATE_COMPLETE .* AWS::CloudFormation::Stack/);
    expect(await flowNames()).toEqual(expect.arrayContaining(['Main line', 'Gold whisper', 'Default agent whisper']));
    expect(await mostContacts('Billing')).toBe(20);
  });

  run('the deployed functions run with their own code', async () => {
    const { LambdaFunctions = [] } = await cloud.connect('ListLambdaFunctions', { InstanceId: instanceArn });
    const rules = LambdaFunctions.find((arn) => arn.includes('JourneyRules')) ?? '';
    const contact = { ContactId: 'c-1', Channel: 'VOICE', InitiationMethod: 'INBOUND', Attributes: { tier: 'gold' } };
    const event = { Name: 'ContactFlowEvent', Details: { ContactData: contact, Parameters: {} } };
    expect(await cloud.invoke(rules, event)).toMatchObject({
      AgentWhisper: expect.stringContaining('/contact-flow/'),
    });
  });

  run('cdk deploy again changes nothing', async () => {
    const before = cloud.state();
    const { code, text } = await deploy('example');
    expect([code, text]).toEqual([0, expect.stringContaining('✅  ContactCentre (no changes)')]);
    expect(cloud.state()).toBe(before);
  });

  run('cdk diff tells what a changed centre would change, and changes nothing', async () => {
    const before = cloud.state();
    const { code, text } = await cdk('diff', ...stacksOf('changed'));
    const change = /\[~\] AWS::Connect::Queue Billing [\s\S]*MaxContacts[\s\S]*\[-\] 20[\s\S]*\[\+\] 30/;
    expect([code, text]).toEqual([0, expect.stringMatching(change)]);
    expect(cloud.state()).toBe(before);
  });

  run('cdk deploy of a flow that Connect refuses fails, tells the problem and leaves all as it was', async () => {
    const before = cloud.state();
    const { code, text } = await deploy('broken');
    const problem = 'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]';
    expect([code, text]).toEqual([1, expect.stringContaining(problem)]);
    expect(text).toMatch(/Billing .*\n.* UPDATE_ROLLBACK_COMPLET/);
    expect(cloud.state()).toBe(before);
  });

  run('cdk deploy of a changed centre changes it', async () => {
    const { code } = await deploy('changed');
    expect([code, await mostContacts('Billing')]).toEqual([0, 30]);
  });

  run('cdk destroy leaves the instance as it was before', async () => {
    const { code, text } = await cdk('destroy', ...stacksOf('changed'), '--force');
    expect([code, text]).toEqual([0, expect.stringContaining('ContactCentre: destroyed')]);
    expect(cloud.state()).toBe(empty);
  });
});
