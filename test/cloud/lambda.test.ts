import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { EmbeddedCloud } from '../../lib/cloud';
import { clientSettings, cloudUnderTest, StackUnderTest, stopClouds } from './cloud-under-test';
import { functionResources, uploadArchive } from './functions-under-test';

afterAll(stopClouds);

const Outputs = { Name: { Value: { Ref: 'Function' } } };

const deployed = async (cloud: EmbeddedCloud, Code: object | string, more: object = {}): Promise<string> => {
  const stack = new StackUnderTest(cloud);
  await stack.deploy({ Resources: functionResources(Code, more), Outputs });
  return `${await stack.output('Name')}`;
};

const invoke = async (cloud: EmbeddedCloud, FunctionName: string, event: unknown) => {
  const client = new LambdaClient(clientSettings(cloud));
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  return { error: FunctionError, answer: JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null') };
};

test('A deployed function answers with what its own code makes of the event', async () => {
  const cloud = await cloudUnderTest();
  const code = await uploadArchive(cloud, {
    'index.js':
      "const { twice } = require('./lib/twice'); exports.handler = async ({ n }) => ({ n: twice(n), region: process.env.AWS_REGION, who: process.env.WHO });",
    'lib/twice.js': 'exports.twice = (n) => 2 * n;',
  });
  const name = await deployed(cloud, code, { Environment: { Variables: { WHO: 'gold' } } });
  expect(await invoke(cloud, name, { n: 21 })).toEqual({
    error: undefined,
    answer: { n: 42, region: 'eu-west-2', who: 'gold' },
  });
});

test('A function is a warm process: what it remembers stays', async () => {
  const cloud = await cloudUnderTest();
  const name = await deployed(cloud, 'let calls = 0; exports.handler = async () => ++calls;');
  expect([(await invoke(cloud, name, {})).answer, (await invoke(cloud, name, {})).answer]).toEqual([1, 2]);
});

test('Calls at the same time run in processes of their own', async () => {
  const cloud = await cloudUnderTest();
  const name = await deployed(
    cloud,
    'exports.handler = async () => { await new Promise((r) => setTimeout(r, 50)); return process.pid; };',
  );
  const pids = await Promise.all([invoke(cloud, name, {}), invoke(cloud, name, {})]);
  expect(new Set(pids.map(({ answer }) => answer)).size).toBe(2);
});

test('ECMAScript modules and callbacks work too', async () => {
  const cloud = await cloudUnderTest();
  const code = await uploadArchive(cloud, { 'index.mjs': 'export const handler = async () => "module";' });
  expect((await invoke(cloud, await deployed(cloud, code), {})).answer).toBe('module');
  const other = await cloudUnderTest();
  const name = await deployed(
    other,
    'exports.handler = (event, context, callback) => { callback(null, "called back"); };',
  );
  expect((await invoke(other, name, {})).answer).toBe('called back');
});

test.each([
  [
    'throws',
    'exports.handler = async () => { throw new TypeError("no such customer"); };',
    { errorType: 'TypeError', errorMessage: 'no such customer' },
  ],
  [
    'cannot be loaded',
    'require("not-there");',
    { errorMessage: expect.stringContaining("Cannot find module 'not-there'") },
  ],
  ['exports no handler', 'exports.other = 1;', { errorMessage: 'index.handler is undefined or not exported' }],
  [
    'ends its process',
    'exports.handler = async () => process.exit(3);',
    { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with error: exit status 3' },
  ],
])('A function that %s fails as it does in Lambda', async (_what, code, error) => {
  const cloud = await cloudUnderTest();
  const name = await deployed(cloud, code);
  expect(await invoke(cloud, name, {})).toMatchObject({ error: 'Unhandled', answer: error });
});

test('A function that takes too long is ended', async () => {
  const cloud = await cloudUnderTest();
  const name = await deployed(cloud, 'exports.handler = () => new Promise(() => {});', { Timeout: 1 });
  expect((await invoke(cloud, name, {})).answer).toMatchObject({ errorMessage: 'Task timed out after 1.00 seconds' });
});

test('A function knows how much of its time is left, whatever the clock of the cloud says', async () => {
  const cloud = await cloudUnderTest();
  const name = await deployed(cloud, 'exports.handler = async (_, context) => context.getRemainingTimeInMillis();');
  const { answer } = await invoke(cloud, name, {});
  expect(answer).toBeGreaterThan(0);
  expect(answer).toBeLessThanOrEqual(20_000);
});

test('Time passes faster in functions where the cloud is told so', async () => {
  const cloud = await cloudUnderTest({ functionClockSpeed: 10_000 });
  const code = `exports.handler = async () => {
    const start = Date.now();
    await new Promise((done) => setTimeout(done, 3_600_000));
    return Date.now() - start;
  };`;
  expect((await invoke(cloud, await deployed(cloud, code), {})).answer).toBeGreaterThanOrEqual(3_590_000);
});

test('New code is what runs after an update', async () => {
  const cloud = await cloudUnderTest();
  const name = await deployed(cloud, 'exports.handler = async () => "old";');
  await invoke(cloud, name, {});
  await deployed(cloud, 'exports.handler = async () => "new";');
  expect((await invoke(cloud, name, {})).answer).toBe('new');
});

test('What a function writes can be read, and its configuration too', async () => {
  const cloud = await cloudUnderTest();
  const name = await deployed(cloud, 'exports.handler = async ({ who }) => { console.log("hello", who); };');
  await invoke(cloud, name, { who: 'Ana' });
  expect(cloud.logs(name)).toEqual(['hello Ana']);
  const client = new LambdaClient(clientSettings(cloud));
  const configuration = await client.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  expect(configuration).toMatchObject({ Timeout: 20, Handler: 'index.handler', State: 'Active' });
});

test('A runtime that is not Node.js is refused by name', async () => {
  const cloud = await cloudUnderTest();
  const name = await deployed(cloud, 'pass', { Runtime: 'python3.13' });
  await expect(invoke(cloud, name, {})).rejects.toThrow(/runs functions in Node.js only, and .* wants python3.13/);
});

test('An archive that would write outside its folder is refused', async () => {
  const cloud = await cloudUnderTest();
  const code = await uploadArchive(cloud, { '../outside.js': 'x', 'index.js': 'exports.handler = async () => 1;' });
  const name = await deployed(cloud, code);
  await expect(invoke(cloud, name, {})).rejects.toThrow(
    'The archive holds "../outside.js", which would leave its folder.',
  );
});

test('A function that nobody deployed is not found', async () => {
  await expect(invoke(await cloudUnderTest(), 'nobody', {})).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
