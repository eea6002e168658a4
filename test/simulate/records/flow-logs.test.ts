import { type FlowLog, flowLogs, type Move } from '../../../lib/simulate';
import {
  flow,
  flowArn,
  functionArn,
  hangUp,
  queueArn,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  transferToFlow,
} from '../script';
import { ANA, lambda } from '../world';
import { playScript } from './run';

const logging = (behavior: 'Enabled' | 'Disabled') =>
  step('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: behavior });
const CUSTOMER_GOES: Move = { does: 'hangs up', who: 'customer' };

/** The log of a contact that meets this script, as if every flow were logged. */
const logOf = async (...played: Parameters<typeof playScript>): Promise<readonly FlowLog[]> =>
  (await playScript(...played)).left.logs ?? [];

const kinds = (logs: readonly FlowLog[]): readonly string[] => logs.map((log) => log.ContactFlowModuleType);

const lookUp = (limit = '3') =>
  step(
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: functionArn('Look up'),
      InvocationTimeLimitSeconds: limit,
      ResponseValidation: { ResponseType: 'STRING_MAP' },
      LambdaInvocationAttributes: { channel: '$.Channel' },
    },
    { id: 'look-up' },
  );

describe('A flow log', () => {
  test('has a line for each block, in the words of Connect', async () => {
    const logs = await logOf([say('Hello.'), setQueue('Sales'), toQueue()], { agents: [ANA], moves: [CUSTOMER_GOES] });
    expect(kinds(logs)).toEqual(['PlayPrompt', 'SetQueue', 'Transfer', 'PlayPrompt', 'Resume', 'PlayPrompt', 'Resume']);
    expect(logs[1]).toEqual({
      ContactId: expect.any(String),
      ContactFlowId: flowArn('Entry'),
      ContactFlowName: 'Entry',
      ContactFlowModuleType: 'SetQueue',
      Identifier: 'UpdateContactTargetQueue-2',
      Timestamp: '2026-01-05T10:00:01.000Z',
      Parameters: { Queue: queueArn('Sales') },
    });
  });

  test('has a line for each attribute, with the value that was written', async () => {
    const logs = await logOf([
      setAttributes({ tier: 'gold', called: 'on $.Channel' }),
      setAttributes({ tier: '$.Attributes.tier plus' }),
    ]);
    expect(
      logs.filter(({ ContactFlowModuleType: kind }) => kind === 'SetAttributes').map((log) => log.Parameters),
    ).toEqual([
      { Key: 'tier', Value: 'gold', AddAttributeToRelatedContact: 'false' },
      { Key: 'called', Value: 'on VOICE', AddAttributeToRelatedContact: 'false' },
      { Key: 'tier', Value: 'gold plus', AddAttributeToRelatedContact: 'false' },
    ]);
  });

  test('shows what a function was given and answered, and its time limit in milliseconds', async () => {
    const functions = [lambda('Look up', () => ({ tier: 'gold' }))];
    const [call] = await logOf([lookUp()], {}, { functions });
    expect(call).toMatchObject({
      ContactFlowModuleType: 'InvokeExternalResource',
      Identifier: 'look-up',
      Timestamp: '2026-01-05T10:00:00.200Z',
      Parameters: {
        FunctionArn: functionArn('Look up'),
        TimeLimit: '3000',
        ResponseValidation: 'ResponseType=STRING_MAP',
        Parameters: { channel: 'VOICE' },
      },
      ExternalResults: { tier: 'gold' },
    });
    expect(call).not.toHaveProperty('Results');
  });

  test('shows that a function failed', async () => {
    const functions = [lambda('Look up', () => Promise.reject(new Error('down')))];
    const [call] = await logOf([lookUp('8')], {}, { functions });
    expect(call).toMatchObject({
      Results: 'The Lambda Function Returned An Error.',
      Parameters: { TimeLimit: '8000' },
    });
    expect(call).not.toHaveProperty('ExternalResults');
  });

  test('goes through the conditions of a comparison up to the one that holds', async () => {
    const compare = step(
      'Compare',
      { ComparisonValue: '$.Attributes.tier' },
      {
        when: [
          ['Equals', 'silver', []],
          ['TextStartsWith', 'go', []],
          ['Equals', 'gold', []],
        ],
        errors: { NoMatchingCondition: [] },
      },
    );
    const logs = await logOf([setAttributes({ tier: 'gold' }), compare]);
    expect(
      logs
        .filter(({ ContactFlowModuleType: kind }) => kind === 'CheckAttribute')
        .map(({ Parameters, Results }) => [
          Parameters.Value,
          Parameters.ComparisonMethod,
          Parameters.SecondValue,
          Results,
        ]),
    ).toEqual([
      ['gold', 'Equals', 'silver', 'false'],
      ['gold', 'StartsWith', 'go', 'true'],
    ]);
  });

  const menu = step(
    'GetParticipantInput',
    { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    { when: [['Equals', '1', []]], errors: { NoMatchingCondition: [], InputTimeLimitExceeded: [] } },
  );

  test.each([
    ['1', '1'],
    ['9', 'NoMatchingCondition'],
    [null, 'Timeout'],
  ])('says that a caller pressed %s', async (key, expected) => {
    const [log] = await logOf([menu], { customer: { presses: key === null ? [] : [key] } });
    expect(log).toMatchObject({
      ContactFlowModuleType: 'GetUserInput',
      Parameters: { Text: 'Press 1.', TextToSpeechType: 'text', Timeout: '5000', MaxDigits: '1' },
      Results: expected,
    });
  });

  test.each<[string, Script, string, Readonly<Record<string, string>>]>([
    ['a queue flow', [setHook('CustomerQueue', 'Other')], 'SetContactFlow', { Type: 'CustomerQueue' }],
    ['a whisper', [setHook('AgentWhisper', 'Other')], 'SetContactFlow', { Type: 'AgentWhisper' }],
    ['a disconnect flow', [setHook('CustomerRemaining', 'Other')], 'SetDisconnectFlow', { Type: 'CustomerRemaining' }],
  ])('names %s that is set', async (_, script, kind, parameters) => {
    const types = {
      CustomerQueue: 'CUSTOMER_QUEUE',
      AgentWhisper: 'AGENT_WHISPER',
      CustomerRemaining: 'CONTACT_FLOW',
    } as const;
    const type = types[parameters.Type as keyof typeof types];
    const [log] = await logOf(script, {}, { flows: [flow('Other', type, [])] });
    expect(log).toMatchObject({
      ContactFlowModuleType: kind,
      Parameters: { ContactFlowId: flowArn('Other'), ...parameters },
    });
  });

  test('of markup says that it is', async () => {
    const [log] = await logOf([step('MessageParticipant', { SSML: '<speak>Hello.</speak>' })]);
    expect(log?.Parameters).toEqual({ Text: '<speak>Hello.</speak>', TextToSpeechType: 'ssml' });
  });
});

describe('Flow logging', () => {
  const logged = async (...played: Parameters<typeof playScript>): Promise<readonly string[]> => {
    const { steps, world } = await playScript(...played);
    return kinds(flowLogs(steps, world));
  };

  test('is off until a flow switches it on', async () => {
    expect(await logged([say('Hello.')])).toEqual([]);
    expect(await logged([say('Hello.'), logging('Enabled'), say('Bye.')])).toEqual([
      'SetLoggingBehavior',
      'PlayPrompt',
      'Disconnect',
    ]);
  });

  test('stops where a flow switches it off', async () => {
    expect(await logged([logging('Enabled'), say('Hello.'), logging('Disabled'), say('Bye.')])).toEqual([
      'SetLoggingBehavior',
      'PlayPrompt',
    ]);
  });

  test('stays on in the flows that follow', async () => {
    const next = flow('Next', 'CONTACT_FLOW', [say('Next.'), hangUp()]);
    expect(await logged([logging('Enabled'), transferToFlow('Next')], {}, { flows: [next] })).toEqual([
      'SetLoggingBehavior',
      'Transfer',
      'PlayPrompt',
      'Disconnect',
    ]);
  });

  test('is taken over by the contact that follows', async () => {
    const survey = flow('Survey', 'CONTACT_FLOW', [say('How was it?')]);
    const script = [logging('Enabled'), setHook('CustomerRemaining', 'Survey'), setQueue('Sales'), toQueue()];
    const { steps, world, left } = await playScript(
      script,
      { agents: [ANA], moves: [{ does: 'hangs up', who: 'agent' }] },
      { flows: [survey] },
    );
    const second = left.records[1]?.ContactId;
    expect(kinds(flowLogs(steps, world).filter(({ ContactId }) => ContactId === second))).toEqual([
      'PlayPrompt',
      'Disconnect',
    ]);
  });
});
