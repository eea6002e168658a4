import type { FlowScope, FlowType } from '../../lib/language';
import { simulate } from '../../lib/simulate';
import { worldAroundFlow } from '../../lib/simulate/stand-ins';
import {
  agentArn,
  document,
  flowArn,
  functionArn,
  hangUp,
  hoursArn,
  loopPrompts,
  moduleArn,
  promptArn,
  queueArn,
  type Script,
  say,
  setHook,
  setQueue,
  step,
  toQueue,
} from './script';
import { heardBy, runsOf, texts } from './world';

const alone = async (
  type: FlowScope,
  script: Script,
  { channel = 'VOICE', ...options }: Parameters<typeof worldAroundFlow>[2] & { channel?: 'VOICE' | 'CHAT' } = {},
) => {
  const around = worldAroundFlow({ name: 'It', type, document: document(script, type) }, channel, options);
  const agents =
    around.start.method === 'OUTBOUND'
      ? [{ name: 'Agent' }]
      : [{ name: 'Agent', availableAfterSeconds: 20 }, { name: 'Second agent' }];
  const result = await simulate(around.world, { ...around, agents });
  return { result, standIns: around.standIns };
};

const asked = (standIns: readonly { readonly kind: string; readonly name: string }[]) =>
  standIns.map(({ kind, name }) => `${kind} ${name}`);

describe('A flow that stands alone gets its turn', () => {
  const TYPES: readonly FlowType[] = [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
  ];

  test.each(TYPES)('as a %s flow', async (type) => {
    const script = type.endsWith('HOLD') || type === 'CUSTOMER_QUEUE' ? [loopPrompts('Here.')] : [say('Here.')];
    const { result } = await alone(type, script);
    expect(result.stopped).toBeNull();
    expect(texts(result)).toContain('“Here.”');
    expect(runsOf(result).join('\n')).toContain(`${type} "It"`);
  });

  test('An agent who transfers to the other agent gets to talk to that one', async () => {
    const { result } = await alone('AGENT_HOLD', [loopPrompts('Here.')]);
    expect(texts(result)).toContain('Agent and Second agent talk');
  });

  test('as a module', async () => {
    const { result } = await alone('MODULE', [say('Here.')]);
    expect(heardBy(result, 'Customer')).toContain('“Here.”');
    expect(texts(result)).toContain('hangs up');
  });

  test('as an inbound flow of a chat', async () => {
    const { result } = await alone('CONTACT_FLOW', [say('Here.'), hangUp()], { channel: 'CHAT' });
    expect(result.contacts[0]).toMatchObject({ method: 'API', channel: 'CHAT' });
  });
});

describe('What a lone flow names is there', () => {
  test('a queue, whose agent takes the call', async () => {
    const { result, standIns } = await alone('CONTACT_FLOW', [setQueue('Billing'), toQueue()]);
    expect(texts(result)).toContain('waits in queue "billing"');
    expect(texts(result).join()).toContain('accepts the contact');
    expect(asked(standIns)).toContain('queue billing');
  });

  test('an agent, for whom the agent at work stands', async () => {
    const to = step('UpdateContactTargetQueue', { AgentId: agentArn('zoe') });
    const { result, standIns } = await alone('CONTACT_FLOW', [to, toQueue()]);
    expect(texts(result)).toContain('waits in queue "zoe"');
    expect(texts(result)).toContain('Customer and Agent talk');
    expect(asked(standIns)).toEqual(['agent zoe']);
  });

  test('a module, a flow and a prompt, each of which says that it is a stand-in', async () => {
    const { result, standIns } = await alone('CONTACT_FLOW', [
      step('MessageParticipant', { PromptId: promptArn('Jingle') }),
      step('InvokeFlowModule', { FlowModuleId: moduleArn('Greeting') }),
      step('TransferToFlow', { ContactFlowId: flowArn('Second') }),
    ]);
    expect(heardBy(result, 'Customer')).toEqual([
      '[plays jingle]',
      '“(module "greeting" would speak here.)”',
      '“(flow "second" would speak here.)”',
    ]);
    expect(asked(standIns)).toEqual(['prompt jingle', 'module greeting', 'flow second']);
  });

  test('a flow of the type that its hook wants', async () => {
    const { result } = await alone('CONTACT_FLOW', [setHook('AgentWhisper', 'Warm'), setQueue('Billing'), toQueue()]);
    expect(runsOf(result).join('\n')).toContain('AGENT_WHISPER "warm"');
  });

  const check = step(
    'CheckHoursOfOperation',
    { HoursOfOperationId: hoursArn('Office') },
    {
      when: [
        ['Equals', 'True', [say('Open.'), hangUp()]],
        ['Equals', 'False', [say('Closed.'), hangUp()]],
      ],
    },
  );

  test('hours, open unless told otherwise', async () => {
    expect(heardBy((await alone('CONTACT_FLOW', [check])).result, 'Customer')).toEqual(['“Open.”']);
    expect(heardBy((await alone('CONTACT_FLOW', [check], { open: false })).result, 'Customer')).toEqual(['“Closed.”']);
  });

  const call = step('InvokeLambdaFunction', {
    LambdaFunctionARN: functionArn('look-up'),
    InvocationTimeLimitSeconds: '8',
  });
  const tell = [call, say('[$.External.tier]'), hangUp()];

  test('a function, which answers nothing unless an answer is given, by its ARN or name', async () => {
    const said = async (answers?: Readonly<Record<string, unknown>>) =>
      heardBy((await alone('CONTACT_FLOW', tell, { answers })).result, 'Customer');
    expect(await said()).toEqual(['“[]”']);
    expect(await said({ 'look-up': { tier: 'gold' } })).toEqual(['“[gold]”']);
    expect(await said({ [functionArn('look-up')]: { tier: 'gold' } })).toEqual(['“[gold]”']);
    expect(await said({ up: { tier: 'gold' } })).toEqual(['“[]”']);
  });

  test('is listed once, however often it is named', async () => {
    const { standIns } = await alone('CONTACT_FLOW', [call, call, setQueue('Billing'), setQueue('Billing'), hangUp()]);
    expect(asked(standIns)).toEqual(['function look-up', 'queue billing']);
  });

  test('is not listed when a default flow names it', async () => {
    const { result, standIns } = await alone('AGENT_WHISPER', [say('Here.')]);
    expect(texts(result)).toContain('[plays beep]');
    expect(standIns).toEqual([]);
  });

  test('is not listed when it was given', async () => {
    expect((await alone('CONTACT_FLOW', tell, { answers: { 'look-up': {} } })).standIns).toEqual([]);
  });

  test('has the name that the designer wrote beside its id', async () => {
    const plain = document([{ ...setQueue('1234'), id: 'set' }, toQueue()]);
    const parameters = { QueueId: { displayName: 'Billing EMEA' } };
    const named = { ...plain, Metadata: { ActionMetadata: { set: { parameters } } } };
    const around = worldAroundFlow({ name: 'It', type: 'CONTACT_FLOW', document: named }, 'VOICE');
    expect(texts(await simulate(around.world, around))).toContain('waits in queue "Billing EMEA"');
    expect(around.standIns).toContainEqual({ kind: 'queue', reference: queueArn('1234'), name: 'Billing EMEA' });
  });

  test('unless it is empty: an empty id names nothing', async () => {
    const empty = step(
      'UpdateContactTargetQueue',
      { QueueId: '$.Attributes.none' },
      { errors: { NoMatchingError: [say('Error.'), hangUp()] } },
    );
    expect(heardBy((await alone('CONTACT_FLOW', [empty])).result, 'Customer')).toEqual(['“Error.”']);
  });
});
