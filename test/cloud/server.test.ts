import { request } from 'node:http';
import { ListInstancesCommand } from '@aws-sdk/client-connect';
import type { EmbeddedCloud } from '../../lib/cloud';
import { cloudUnderTest, connectClient, StackUnderTest, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

interface Raw {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const signed = (service: string, region = 'eu-west-2') => ({
  authorization: `AWS4-HMAC-SHA256 Credential=test/20261102/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

const ask = ({ endpoint }: EmbeddedCloud, { path = '/', method = 'GET', headers = {}, body }: Raw) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(endpoint);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

test('The cloud listens on the loopback interface alone', async () => {
  const { endpoint, environment } = await cloudUnderTest();
  expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(environment).toMatchObject({ AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'eu-west-2' });
});

test.each([
  ['under another name', { host: 'attacker.example' }],
  ['from a page', { origin: 'https://attacker.example' }],
])('A request %s is refused, so that no page of the web can send one', async (_what, headers) => {
  const cloud = await cloudUnderTest();
  const answer = await ask(cloud, { path: '/instance', headers: { ...signed('connect'), ...headers } });
  const address = new URL(cloud.endpoint).host;
  expect([answer.status, answer.text]).toEqual([
    403,
    expect.stringContaining(`The embedded cloud answers programs at ${address} only.`),
  ]);
});

test('A request that is too large is refused', async () => {
  const cloud = await cloudUnderTest({ mostRequestBytes: 1000 });
  const answer = await ask(cloud, {
    method: 'PUT',
    path: '/bucket/key',
    headers: signed('s3'),
    body: 'a'.repeat(2000),
  });
  expect(answer).toMatchObject({
    status: 413,
    text: expect.stringContaining('The request has 2000 bytes; it may have 1000.'),
  });
});

test.each<[string, Raw, number, string]>([
  ['a service that is not here', { headers: signed('sqs') }, 400, 'The embedded cloud has no service sqs.'],
  [
    'an operation that is not there',
    { path: '/nowhere', headers: signed('connect') },
    404,
    'Connect has no operation at GET /nowhere.',
  ],
  [
    'a body that is no JSON',
    { method: 'PUT', path: '/instance', headers: signed('connect'), body: '{' },
    400,
    'not a JSON object',
  ],
  ['an address that cannot be decoded', { path: '/%E0%A4%A/x', headers: signed('s3') }, 400, 'malformed'],
  [
    'another region',
    { path: '/instance', headers: signed('connect', 'us-east-1') },
    403,
    'is in eu-west-2, and the request is for us-east-1',
  ],
  [
    'an action that is not here',
    { method: 'POST', headers: signed('cloudformation'), body: 'Action=CreateStackSet' },
    400,
    'does not carry out cloudformation:CreateStackSet',
  ],
  [
    'a parameter with a name that is none',
    { method: 'POST', headers: signed('sts'), body: 'Action=GetCallerIdentity&__proto__.x=1' },
    400,
    'is no name of a parameter',
  ],
  [
    'a role of another account',
    {
      method: 'POST',
      headers: signed('sts'),
      body: 'Action=AssumeRole&RoleSessionName=a&RoleArn=arn:aws:iam::999999999999:role/x',
    },
    403,
    'is of another',
  ],
  [
    'XML that is broken',
    {
      method: 'POST',
      path: '/cdk-hnb659fds-assets-111122223333-eu-west-2?delete',
      headers: signed('s3'),
      body: '<Delete>',
    },
    400,
    'XML',
  ],
])('%s is refused with a sentence', async (_what, raw, status, words) => {
  const defects: unknown[] = [];
  const cloud = await cloudUnderTest({ onDefect: (error) => defects.push(error) });
  const answer = await ask(cloud, raw);
  expect([answer.status, defects]).toEqual([status, []]);
  expect(answer.text).toContain(words);
});

test('Names that every object has are names like any other', async () => {
  const cloud = await cloudUnderTest();
  const client = connectClient(cloud);
  const InstanceId = await cloud.createInstance('larkfield');
  const tags = JSON.parse('{"__proto__":"a","constructor":"b"}') as Record<string, string>;
  await cloud.connect('TagResource', { resourceArn: InstanceId, tags });
  expect(Object.entries((await cloud.connect('ListTagsForResource', { resourceArn: InstanceId })).tags ?? {})).toEqual(
    Object.entries(tags),
  );
  expect(({} as { a?: string }).a).toBeUndefined();
  expect((await client.send(new ListInstancesCommand({}))).InstanceSummaryList).toHaveLength(1);
});

test('A response of a custom resource that nobody waits for is taken and dropped', async () => {
  const cloud = await cloudUnderTest();
  const answer = await ask(cloud, {
    method: 'PUT',
    path: '/embedded-cloud/responses/unknown',
    body: '{"Status":"SUCCESS"}',
  });
  expect(answer.status).toBe(200);
});

test('A stopped cloud answers no more', async () => {
  const cloud = await cloudUnderTest();
  await cloud.stop();
  await expect(ask(cloud, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('The state is the same text for the same contents, however they came about', async () => {
  const note = (Name: string) => ({ Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name, Value: 'a' } });
  const [one, two] = [await cloudUnderTest(), await cloudUnderTest()];
  await new StackUnderTest(one).deploy({ Resources: { A: note('/a'), B: note('/b') } });
  await new StackUnderTest(two).deploy({ Resources: { B: note('/b') } });
  expect(two.state()).not.toBe(one.state());
  await new StackUnderTest(two).deploy({ Resources: { A: note('/a'), B: note('/b') } });
  expect(two.state()).toBe(one.state());
});
