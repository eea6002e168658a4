import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONNECT_RESOURCES } from '../../../lib/runtime/connect-resources';

interface Request {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

const FLOW_ARN =
  'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001/contact-flow/f1';

const bodyOf = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** A service on this machine that refuses the first call and takes all others. */
const listen = async (requests: Request[]): Promise<Server> => {
  const server = createServer(async (message, response) => {
    const { method, url: path, headers } = message;
    requests.push({ method, path, type: headers['content-type'], body: await bodyOf(message) });
    const isThrottled = requests.length === 1;
    response.writeHead(isThrottled ? 429 : 200, {
      'content-type': 'application/json',
      ...(isThrottled && { 'x-amzn-errortype': 'ThrottlingException' }),
    });
    response.end('{}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
};

describe('The function behind the custom resources', () => {
  const environment = { ...process.env };
  const requests: Request[] = [];
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = await listen(requests);
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Object.assign(process.env, {
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: address,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
    });
  });

  afterAll(async () => {
    process.env = environment;
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  test('writes a flow with the SDK, patiently, and answers CloudFormation', async () => {
    const { handler } =
      require('../../../lambda/connect-resources') as typeof import('../../../lambda/connect-resources');
    const event = {
      RequestType: 'Create',
      RequestId: 'r1',
      StackId: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/Centre/6c0e',
      LogicalResourceId: 'Content',
      ResourceType: CONNECT_RESOURCES.flowContent,
      ResponseURL: `${address}/answer?signature=1`,
      ResourceProperties: { FlowArn: FLOW_ARN, Name: 'Main line', Content: '{}' },
    };
    await handler(event as never, { getRemainingTimeInMillis: () => 300_000 });

    const metadata = { method: 'POST', path: '/contact-flows/5e0c0000-aaaa-4bbb-8ccc-000000000001/f1/metadata' };
    expect(requests).toMatchObject([
      metadata,
      metadata,
      { method: 'POST', path: '/contact-flows/5e0c0000-aaaa-4bbb-8ccc-000000000001/f1/content' },
      { method: 'PUT', path: '/answer?signature=1', type: undefined },
    ]);
    expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
      Name: 'Main line',
      Description: '',
      ContactFlowState: 'ACTIVE',
    });
    expect(JSON.parse(requests[3]?.body ?? '')).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: FLOW_ARN,
      StackId: event.StackId,
      RequestId: 'r1',
      LogicalResourceId: 'Content',
    });
  });
});
