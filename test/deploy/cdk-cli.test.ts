import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCdk } from '../../examples/contact-centre/run-cdk';
import { type EmbeddedCloud, type PlannedFault, startCloud } from '../../lib/cloud';

const MINUTES = 3 * 60_000;

/** Handlers pause between their calls; this is how much shorter their pauses get. */
const CLOCK_SPEED = 10;

type Variant = 'first' | 'changed' | 'broken' | 'handler';

const output = mkdtempSync(path.join(tmpdir(), 'cdk-cli-'));
let cloud: EmbeddedCloud;
let instanceArn: string;
let empty: string;

beforeAll(async () => {
  cloud = await startCloud({ functionClockSpeed: CLOCK_SPEED });
  instanceArn = await cloud.createInstance('larkfield-energy');
  empty = cloud.state();
});

afterAll(async () => {
  await cloud.stop();
  rmSync(output, { recursive: true, force: true });
});

/** How the command line gets the stacks of a variant: it runs the app once, and takes what that gave from then on. */
const stacksOf = (variant: Variant): readonly string[] => {
  const assembly = path.join(output, variant);
  if (existsSync(assembly)) return ['--app', assembly];
  const app = ['--app', 'npx tsx test/deploy/variant-app.ts', '--output', assembly];
  return [...app, '-c', `instanceArn=${instanceArn}`, '-c', `variant=${variant}`];
};

const cdk = (...args: readonly string[]) => runCdk(cloud, args);

const deploy = (variant: Variant) => cdk('deploy', ...stacksOf(variant), '--require-approval', 'never');

/** Lets the next call of a handler go wrong, and as many more. */
const letFail = (fault: PlannedFault['fault'], operation: string, times = 1): void => {
  cloud.faults.reset();
  cloud.faults.inject({ fault, nth: 1, times, among: { by: 'function', operation } });
};

const flowNames = async (): Promise<readonly string[]> => {
  const { ContactFlowSummaryList = [] } = await cloud.connect('ListContactFlows', { InstanceId: instanceArn });
  return ContactFlowSummaryList.map(({ Name = '' }) => Name);
};

const contentOf = async (flow: string): Promise<string> => {
  const { ContactFlowSummaryList = [] } = await cloud.connect('ListContactFlows', { InstanceId: instanceArn });
  const ContactFlowId = ContactFlowSummaryList.find(({ Name }) => Name === flow)?.Id ?? '';
  const { ContactFlow } = await cloud.connect('DescribeContactFlow', { InstanceId: instanceArn, ContactFlowId });
  return ContactFlow?.Content ?? '';
};

/** Flows of a circle, a default that is replaced, and an override. */
const WATCHED = ['Waiting', 'Survey', 'Default agent whisper', 'Customer whisper'] as const;

const changedOf = async (): Promise<readonly string[]> => {
  const changed: string[] = [];
  for (const flow of WATCHED) if ((await contentOf(flow)).includes('Changed. ')) changed.push(flow);
  return changed;
};

const mostContacts = async (queue: string): Promise<number | undefined> => {
  const { QueueSummaryList = [] } = await cloud.connect('ListQueues', { InstanceId: instanceArn });
  const QueueId = QueueSummaryList.find(({ Name }) => Name === queue)?.Id ?? '';
  return (await cloud.connect('DescribeQueue', { InstanceId: instanceArn, QueueId })).Queue?.MaxContacts;
};

/** Rights take a moment to reach everywhere, so that handlers ask a few times before they give up. */
const TRIES_OF_WHAT_IS_REFUSED = 6;

/** A test of one run of the command line. */
const run = (title: string, body: () => Promise<void>): void => test(title, body, MINUTES);

describe("The CDK's own command line and the example centre", () => {
  run('a first deployment whose custom resource fails shows what its handler wrote, and leaves nothing', async () => {
    const { code, text } = await deploy('handler');
    expect([code, text]).toEqual([1, expect.stringContaining('Message returned: No customers.')]);
    expect(text).toContain('The customer list is empty.');
    expect(cloud.state()).toBe(empty);
  });

  run('cdk deploy makes the centre, although a call of a handler is not answered', async () => {
    letFail('unanswered', 'UpdateContactFlowContent');
    const { code, text } = await deploy('first');
    expect([code, text]).toEqual([0, expect.stringContaining('✅  ContactCentre')]);
    expect(text).toMatch(/(\d+)\/\1 .* CREATE_COMPLETE .* AWS::CloudFormation::Stack/);
    expect(await flowNames()).toEqual(expect.arrayContaining(['Main line', 'Gold whisper', 'Default agent whisper']));
    expect(await mostContacts('Billing')).toBe(20);
    expect(await contentOf('Waiting')).toContain('To be called back, press 1.');
    expect(await contentOf('Default agent whisper')).toContain('$.Queue.Name, $.Channel.');
    expect(cloud.faults.areSpent).toBe(true);
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
    const { code, text } = await deploy('first');
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
    cloud.faults.reset();
    const { code, text } = await deploy('broken');
    const problem = 'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]';
    expect([code, text]).toEqual([1, expect.stringContaining(problem)]);
    expect(text).toMatch(/UPDATE_COMPLETE +\| Custom::[\s\S]*CREATE_FAILED[\s\S]*UPDATE_ROLLBACK_COMPLET/);
    expect(cloud.state()).toBe(before);
    expect(await changedOf()).toEqual([]);
  });

  run('cdk deploy fails where a handler is refused a call, and leaves all as it was', async () => {
    const before = cloud.state();
    letFail('refused', 'UpdateContactFlowMetadata', TRIES_OF_WHAT_IS_REFUSED);
    const { code, text } = await deploy('changed');
    expect([code, text]).toEqual([1, expect.stringContaining('UpdateContactFlowMetadata is refused.')]);
    expect(cloud.state()).toBe(before);
  });

  run('cdk deploy of a changed centre changes it, although a handler is killed in the midst of it', async () => {
    letFail('killed', 'UpdateContactFlowContent');
    const { code } = await deploy('changed');
    expect([code, await mostContacts('Billing')]).toEqual([0, 30]);
    expect(await changedOf()).toEqual(WATCHED);
    expect(cloud.faults.areSpent).toBe(true);
  });

  run('cdk destroy leaves the instance as it was before, although a call of a handler is throttled', async () => {
    letFail('throttled', 'UpdateContactFlowContent');
    const { code, text } = await cdk('destroy', ...stacksOf('changed'), '--force');
    expect([code, text]).toEqual([0, expect.stringContaining('ContactCentre: destroyed')]);
    expect(cloud.state()).toBe(empty);
    expect(cloud.faults.areSpent).toBe(true);
  });
});
