import {
  flow,
  functionArn,
  hangUp,
  INSTANCE,
  moduleArn,
  queueArn,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
} from './script';
import { ANA, heardBy, hearing, lambda, play } from './world';

const said = async (...[reference, before = [], ...rest]: Parameters<typeof spoken>) =>
  (await spoken(reference, before, ...rest))[0];

const spoken = (reference: string, before: Parameters<typeof play>[0] = [], ...rest: Tail<Parameters<typeof play>>) =>
  hearing([...before, say(`[${reference}]`), hangUp()], ...rest);

type Tail<T extends readonly unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

describe('A reference', () => {
  test.each([
    ['$.Channel', 'VOICE'],
    ['$.InitiationMethod', 'INBOUND'],
    ['$.InstanceARN', INSTANCE],
    ['$.AwsRegion', 'eu-central-1'],
    ['$.CustomerEndpoint.Address', '+15555550100'],
    ['$.CustomerEndpoint.Type', 'TELEPHONE_NUMBER'],
    ['$.SystemEndpoint.Address', '+15555550199'],
    ["$.SegmentAttributes.['connect:Subtype']", 'connect:Telephony'],
  ])('%s gives %s on a call', async (reference, value) => {
    expect(await said(reference)).toBe(`[${value}]`);
  });

  test('$.ContactId, of a first contact, is its initial and previous contact too', async () => {
    const result = await play([say('$.ContactId $.InitialContactId $.PreviousContactId'), hangUp()]);
    const id = result.contacts[0]?.id;
    expect(heardBy(result, 'Customer')).toEqual([`“${id} ${id} ${id}”`]);
  });

  test('$.Attributes gives what Set contact attributes wrote, spaces in names included', async () => {
    const attributes = setAttributes({ tier: 'gold', 'first name': 'Jo' });
    expect(await said('$.Attributes.tier', [attributes])).toBe('[gold]');
    expect(await said("$.Attributes.['first name']", [attributes])).toBe('[Jo]');
  });

  test('may stand in the middle of a text, more than once', async () => {
    expect(
      await hearing([setAttributes({ a: '1', b: '2' }), say('$.Attributes.a and $.Attributes.b.'), hangUp()]),
    ).toEqual(['1 and 2.']);
  });

  test('is looked up once: a value that looks like a reference stays as it is', async () => {
    const hostile = lambda('Look up', () => ({ name: '$.CustomerEndpoint.Address' }));
    const call = step('InvokeLambdaFunction', {
      LambdaFunctionARN: functionArn('Look up'),
      InvocationTimeLimitSeconds: '8',
    });
    expect(await said('$.External.name', [call], {}, { functions: [hostile] })).toBe('[$.CustomerEndpoint.Address]');
  });

  test('$.Queue gives the working queue once there is one', async () => {
    expect(await said('$.Queue.Name')).toBe('[]');
    expect(await said('$.Queue.Name', [setQueue('Sales')])).toBe('[Sales]');
    expect(await said('$.Queue.ARN', [setQueue('Sales')])).toBe(`[${queueArn('Sales')}]`);
  });

  test('$.Agent gives the agent once one accepted', async () => {
    const whisper = flow('Whisper', 'AGENT_WHISPER', [say('$.Agent.FirstName, user name $.Agent.UserName.')]);
    const result = await play(
      [setHook('AgentWhisper', 'Whisper'), setQueue('Sales'), toQueue()],
      { agents: [ANA] },
      {
        flows: [whisper],
      },
    );
    expect(heardBy(result, 'ana')).toEqual(['“Ana, user name ana.”']);
  });

  test('$.FlowAttributes ends with the flow, and modules do not see it', async () => {
    const set = step('UpdateFlowAttributes', { FlowAttributes: { colour: { Value: 'red' } } });
    expect(await said('$.FlowAttributes.colour', [set])).toBe('[red]');
    const module = flow('Peek', 'MODULE', [say('[$.FlowAttributes.colour]')]);
    const peek = step('InvokeFlowModule', { FlowModuleId: moduleArn('Peek') });
    expect(await spoken('$.FlowAttributes.colour', [set, peek], {}, { modules: [module] })).toEqual(['[]', '[red]']);
  });

  test('goes into an answer by its keys', async () => {
    const nested = lambda('Look up', () => ({ customer: { tier: 'gold' } }));
    const call = step('InvokeLambdaFunction', {
      LambdaFunctionARN: functionArn('Look up'),
      InvocationTimeLimitSeconds: '8',
      ResponseValidation: { ResponseType: 'JSON' },
    });
    expect(await said('$.External.customer.tier', [call], {}, { functions: [nested] })).toBe('[gold]');
  });
});

describe('A reference to something that is not there gives empty text', () => {
  test.each([
    '$.Attributes.nothing',
    '$.Attributes.__proto__',
    '$.Attributes.constructor',
    '$.FlowAttributes.__proto__',
    '$.External.nothing',
    '$.External.__proto__',
    '$.Lex.constructor.name',
    '$.Tags.__proto__',
    '$.CustomerEndpoint.__proto__',
    '$.CustomerEndpoint.constructor',
    '$.SegmentAttributes.__proto__',
    '$.Queue.__proto__',
    '$.Queue.constructor',
    '$.Queue.toString',
    '$.Agent.FirstName',
    '$.__proto__.polluted',
    '$.constructor.name',
    '$.NoSuchRoot.at.all',
  ])('%s', async (reference) => {
    expect(await said(reference, [setQueue('Sales')])).toBe('[]');
  });

  test('$.Agent.constructor, with an agent there', async () => {
    const whisper = flow('Whisper', 'AGENT_WHISPER', [say('[$.Agent.constructor$.Agent.__proto__]')]);
    const result = await play(
      [setHook('AgentWhisper', 'Whisper'), setQueue('Sales'), toQueue()],
      { agents: [ANA] },
      {
        flows: [whisper],
      },
    );
    expect(heardBy(result, 'ana')).toEqual(['“[]”']);
  });

  test('An attribute with a hostile name is an attribute like any other', async () => {
    const hostile = setAttributes(JSON.parse('{ "__proto__": "harmless", "constructor": "too" }'));
    expect(await said('$.Attributes.__proto__', [hostile])).toBe('[harmless]');
    expect(({} as Record<string, unknown>).harmless).toBeUndefined();
  });
});
