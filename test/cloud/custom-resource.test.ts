import path from 'node:path';
import { cloudUnderTest, StackUnderTest, stopClouds } from './cloud-under-test';
import { functionResources, scriptsIn, uploadArchive } from './functions-under-test';

afterAll(stopClouds);

const CDK = path.dirname(require.resolve('aws-cdk-lib/package.json'));

const custom = (properties: object = {}) => ({
  Thing: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] }, ...properties } },
});

/** A handler that answers with plain HTTP, as the response URL says, and tells every event in its log. */
const HANDLER = `
const answer = (event, body) => fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify({
  StackId: event.StackId, RequestId: event.RequestId, LogicalResourceId: event.LogicalResourceId, ...body }) });
exports.handler = async (event) => {
  const { RequestType, PhysicalResourceId, ResourceProperties: { ServiceToken, ...now }, OldResourceProperties } = event;
  const before = OldResourceProperties && { ...OldResourceProperties, ServiceToken: undefined };
  console.log(JSON.stringify([RequestType, PhysicalResourceId, now, before]));
  if (now.fails === RequestType) return answer(event, { Status: 'FAILED', Reason: 'Not today.', PhysicalResourceId: 'half' });
  await answer(event, { Status: 'SUCCESS', PhysicalResourceId: now.id ?? 'thing', Data: { Size: now.size, Said: typeof now.flag } });
};`;

const ready = async (code: object | string = HANDLER) => {
  const cloud = await cloudUnderTest();
  const stack = new StackUnderTest(cloud);
  const base = functionResources(code, { FunctionName: 'handler' });
  const deploy = (resources: object) => stack.deploy({ Resources: { ...base, ...resources } });
  const events = () => cloud.logs('handler').map((line) => JSON.parse(line) as readonly unknown[]);
  return { cloud, stack, deploy, events };
};

const READER = {
  Note: {
    Type: 'AWS::SSM::Parameter',
    Properties: { Name: '/note', Type: 'String', Value: { 'Fn::GetAtt': ['Thing', 'Size'] } },
  },
};

describe('A custom resource', () => {
  test('is made by its handler, and others read what it answers', async () => {
    const { cloud, deploy, events } = await ready();
    expect(await deploy({ ...custom({ size: 7, flag: true }), ...READER })).toBe('CREATE_COMPLETE');
    expect(events()).toEqual([['Create', null, { size: '7', flag: 'true' }, null]]);
    expect(cloud.state()).toContain('"value": "7"');
  });

  test('is updated when its properties change, and left alone otherwise', async () => {
    const { deploy, events } = await ready();
    await deploy(custom({ size: 1 }));
    await deploy({ ...custom({ size: 1 }), Extra: { Type: 'AWS::CDK::Metadata' } });
    await deploy(custom({ size: 2 }));
    expect(events()).toEqual([
      ['Create', null, { size: '1' }, null],
      ['Update', 'thing', { size: '2' }, { size: '1' }],
    ]);
  });

  test('that comes back with another physical id is replaced: the old one is deleted afterwards', async () => {
    const { deploy, events } = await ready();
    await deploy(custom({ id: 'one' }));
    await deploy(custom({ id: 'two' }));
    expect(events()).toEqual([
      ['Create', null, { id: 'one' }, null],
      ['Update', 'one', { id: 'two' }, { id: 'one' }],
      ['Delete', 'one', { id: 'one' }, null],
    ]);
  });

  test('is deleted with its stack', async () => {
    const { cloud, stack, deploy } = await ready();
    const before = cloud.state();
    await deploy(custom());
    await stack.delete();
    expect(cloud.state()).toBe(before);
  });

  test('whose creation fails says why, and what may be left of it is deleted', async () => {
    const { cloud, stack, deploy } = await ready();
    const before = cloud.state();
    expect(await deploy(custom({ fails: 'Create' }))).toBe('ROLLBACK_COMPLETE');
    expect((await stack.reasons())[0]).toBe(
      'Received response status [FAILED] from custom resource. Message returned: Not today.',
    );
    expect((await stack.history()).filter((each) => each.startsWith('Thing'))).toEqual([
      'Thing CREATE_IN_PROGRESS',
      'Thing CREATE_FAILED',
      'Thing DELETE_IN_PROGRESS',
      'Thing DELETE_COMPLETE',
    ]);
    expect(cloud.state()).toBe(before);
  });

  test('whose update fails gets its old properties back', async () => {
    const { cloud, deploy, events } = await ready();
    await deploy(custom({ size: 1 }));
    const before = cloud.state();
    expect(await deploy(custom({ size: 2, fails: 'Update' }))).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(events().at(-1)).toEqual(['Update', 'thing', { size: '1' }, { size: '2', fails: 'Update' }]);
    expect(cloud.state()).toBe(before);
  });

  test('that never answers fails as soon as its handler has ended', async () => {
    const { stack, deploy } = await ready('exports.handler = async () => undefined;');
    expect(await deploy(custom())).toBe('ROLLBACK_FAILED');
    expect((await stack.reasons())[0]).toContain(
      'CloudFormation did not receive a response from your Custom Resource.',
    );
  });

  test('whose handler throws is tried three times, as Lambda does with calls that nobody waits for', async () => {
    const { cloud, deploy } = await ready(
      'exports.handler = async () => { console.log("tried"); throw new Error("no"); };',
    );
    await deploy(custom());
    const lines = cloud.logs('handler');
    expect(lines.filter((line) => line === 'tried')).toHaveLength(6);
  });

  test('whose function is to be tried once more is tried once more', async () => {
    const { cloud, deploy } = await ready(
      'exports.handler = async () => { console.log("tried"); throw new Error("no"); };',
    );
    const Retries = {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { FunctionName: { Ref: 'Function' }, Qualifier: '$LATEST', MaximumRetryAttempts: 1 },
    };
    await deploy({ Retries });
    await deploy({ Retries, ...custom() });
    const lines = cloud.logs('handler');
    expect(lines.filter((line) => line === 'tried')).toHaveLength(4);
  });

  test('without an answer for an attribute says which one is missing', async () => {
    const { stack, deploy } = await ready();
    await deploy({
      ...custom(),
      Note: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Value: { 'Fn::GetAtt': ['Thing', 'Colour'] } },
      },
    });
    expect(await stack.status()).toBe('ROLLBACK_COMPLETE');
    expect(await stack.reasons()).toEqual(['Template error: resource Thing has no attribute Colour']);
  });

  test('uses the real SDK against this cloud', async () => {
    const { cloud, deploy } = await ready(`
      const { ConnectClient, ListInstancesCommand } = require('@aws-sdk/client-connect');
      exports.handler = async (event) => {
        const { InstanceSummaryList } = await new ConnectClient({}).send(new ListInstancesCommand({}));
        await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify({ Status: 'SUCCESS', PhysicalResourceId: 'x', Data: { Size: InstanceSummaryList[0].InstanceAlias } }) });
      };`);
    await cloud.createInstance('larkfield');
    expect(await deploy({ ...custom(), ...READER })).toBe('CREATE_COMPLETE');
    expect(cloud.state()).toContain('"value": "larkfield"');
    expect(cloud.faults.count({ service: 'connect', by: 'function' })).toBe(1);
  });
});

describe('Handlers of the CDK', () => {
  test('that wrap a plain function answer over what they take for TLS', async () => {
    const cloud = await cloudUnderTest();
    const entry = scriptsIn(path.join(CDK, 'custom-resource-handlers/dist/core/nodejs-entrypoint-handler'))['index.js'];
    const code = await uploadArchive(cloud, {
      '__entrypoint__.js': `${entry}`,
      'index.js': 'exports.handler = async () => ({ PhysicalResourceId: "wrapped", Data: { Size: "12" } });',
    });
    const stack = new StackUnderTest(cloud);
    const Resources = { ...functionResources(code, { Handler: '__entrypoint__.handler' }), ...custom(), ...READER };
    expect(await stack.deploy({ Resources })).toBe('CREATE_COMPLETE');
    expect(cloud.state()).toContain('"value": "12"');
    await stack.delete();
    await expect(stack.status()).rejects.toThrow('does not exist');
  });

  test("of the provider framework call the user's function through Lambda", async () => {
    const cloud = await cloudUnderTest();
    const stack = new StackUnderTest(cloud);
    const framework = await uploadArchive(cloud, {
      ...scriptsIn(path.join(CDK, 'custom-resources/lib/provider-framework/runtime')),
      // Step Functions are for providers that wait; Lambda's own runtime has the client, and this one does not wait.
      'node_modules/@aws-sdk/client-sfn/index.js': 'exports.SFN = class {};',
    });
    const user = functionResources(
      'exports.handler = async (event) => ({ PhysicalResourceId: "framed", Data: { Size: event.RequestType } });',
    );
    const { Role, Function: framed } = functionResources(framework, {
      Handler: 'framework.onEvent',
      Environment: { Variables: { USER_ON_EVENT_FUNCTION_ARN: { 'Fn::GetAtt': ['User', 'Arn'] } } },
    });
    const Resources = { Role, Function: framed, User: user.Function, ...custom(), ...READER };
    expect(await stack.deploy({ Resources })).toBe('CREATE_COMPLETE');
    expect(cloud.state()).toContain('"value": "Create"');
    await stack.delete();
  });
});
