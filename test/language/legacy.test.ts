import fc from 'fast-check';
import {
  type ConvertedFlow,
  convertOldExport,
  type Json,
  type JsonObject,
  type WireAction,
  write,
} from '../../lib/language';

interface Parameter {
  readonly name: string;
  readonly value?: Json;
  readonly namespace?: Json;
  readonly [key: string]: Json | undefined;
}

const END = { id: 'end', type: 'Disconnect', branches: [], parameters: [], metadata: {} };

/** Branches by name, all of them to the end; `=1` and the like are conditions. */
const branches = (...names: readonly string[]): JsonObject[] =>
  names.map((name): JsonObject => {
    const [, conditionType = '', conditionValue = ''] = /^(\w*)=(.*)$/.exec(name) ?? [];
    if (!name.includes('=')) return { condition: name, transition: 'end' };
    return { condition: 'Evaluate', conditionType: conditionType || 'Equals', conditionValue, transition: 'end' };
  });

const moduleOf = (type: string, parameters: readonly Parameter[], ways: readonly string[] = ['Success', 'Error']) => {
  const [name, target] = type.split('/');
  return {
    id: 'it',
    type: name,
    ...(target === undefined ? {} : { target }),
    branches: branches(...ways),
    parameters,
    metadata: { position: { x: 1, y: 2 } },
  };
};

const exportOf = (modules: readonly object[], more: object = {}): JsonObject =>
  ({
    modules: [...modules, END],
    version: '1',
    type: 'contactFlow',
    start: 'it',
    metadata: { entryPointPosition: { x: 0, y: 0 }, name: 'Old', status: 'published', hash: 'abc' },
    ...more,
  }) as unknown as JsonObject;

const convert = (it: object, more?: object): ConvertedFlow & { readonly action: WireAction } => {
  const converted = convertOldExport(exportOf([it], more));
  const action = converted.document.Actions.find(({ Identifier }) => Identifier === 'it');
  return { ...converted, action: action as WireAction };
};

const text = (value: string, namespace: string | null = null): Parameter => ({ name: 'Text', value, namespace });
const ARN = 'arn:aws:connect:us-west-2:111122223333:instance/i/queue/q';

/** Ways out of an action, as `branch>target`. */
const ways = ({ Transitions: { NextAction, Conditions = [], Errors = [] } = {} }: WireAction): readonly string[] => [
  ...(NextAction === undefined ? [] : ['next']),
  ...Conditions.map(({ Condition }) => `${Condition.Operator} ${Condition.Operands.join()}`),
  ...Errors.map(({ ErrorType }) => ErrorType),
];

type Row = readonly [
  title: string,
  type: string,
  parameters: readonly Parameter[],
  ways: readonly string[],
  becomes: string,
  Parameters: object,
  exits: readonly string[],
];

const ROWS: readonly Row[] = [
  [
    'a prompt that is spoken',
    'PlayPrompt',
    [text('Hello.'), { name: 'TextToSpeechType', value: 'text' }],
    ['Success'],
    'MessageParticipant',
    { Text: 'Hello.' },
    ['next'],
  ],
  [
    'a prompt in markup, from an attribute',
    'PlayPrompt',
    [text('greeting', 'User Defined'), { name: 'TextToSpeechType', value: 'ssml' }],
    ['Success', 'Error'],
    'MessageParticipant',
    { SSML: '$.Attributes.greeting' },
    ['next', 'NoMatchingError'],
  ],
  [
    'a recorded prompt',
    'PlayPrompt',
    [{ name: 'AudioPrompt', value: ARN, namespace: null, resourceName: 'Beep.wav' }],
    ['Success'],
    'MessageParticipant',
    { PromptId: ARN },
    ['next'],
  ],
  [
    'a menu',
    'GetUserInput/Digits',
    [text('Press 1.'), { name: 'Timeout', value: '5' }, { name: 'MaxDigits', value: '1' }],
    ['=1', '=2', 'Timeout', 'NoMatch', 'Error'],
    'GetParticipantInput',
    { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    ['next', 'Equals 1', 'Equals 2', 'InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
  ],
  [
    'a bot of today',
    'GetUserInput/Lex',
    [
      text('How can I help?'),
      { name: 'BotAliasArn', value: 'arn:bot', namespace: null },
      { name: 'LexVersion', value: 'V2' },
      { name: 'Parameter', key: 'topic', value: 'topic', namespace: 'Lex.SessionAttributes' },
    ],
    ['=Book', 'NoMatch', 'Error'],
    'ConnectParticipantWithLexBot',
    {
      Text: 'How can I help?',
      LexV2Bot: { AliasArn: 'arn:bot' },
      LexSessionAttributes: { topic: '$.Lex.SessionAttributes.topic' },
    },
    ['next', 'Equals Book', 'NoMatchingCondition', 'NoMatchingError'],
  ],
  [
    'a bot of the first generation',
    'GetUserInput/Lex',
    [
      text('Hi.'),
      { name: 'BotName', value: 'Book' },
      { name: 'BotAlias', value: '$LATEST' },
      { name: 'BotRegion', value: 'us-east-1' },
    ],
    ['NoMatch', 'Error'],
    'ConnectParticipantWithLexBot',
    { Text: 'Hi.', LexBot: { Name: 'Book', Region: 'us-east-1', Alias: '$LATEST' } },
    ['next', 'NoMatchingCondition', 'NoMatchingError'],
  ],
  [
    'stored input',
    'StoreUserInput',
    [
      text('Your number?'),
      { name: 'CustomerInputType', value: 'Custom' },
      { name: 'Timeout', value: '5' },
      { name: 'MaxDigits', value: 9 },
      { name: 'EncryptEntry', value: true },
      { name: 'EncryptionKeyId', value: 'key' },
      { name: 'EncryptionKey', value: 'PEM' },
      { name: 'TerminatorDigits', value: '#' },
      { name: 'DisableCancel', value: false },
    ],
    ['Success', 'Error'],
    'GetParticipantInput',
    {
      Text: 'Your number?',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: '9' } },
      InputEncryption: { EncryptionKeyId: 'key', Key: 'PEM' },
      DTMFConfiguration: { InputTerminationSequence: '#', DisableCancelKey: 'False' },
    },
    ['next', 'NoMatchingError'],
  ],
  [
    'a stored telephone number',
    'StoreUserInput',
    [
      text('Your number?'),
      { name: 'CustomerInputType', value: 'PhoneNumber' },
      { name: 'CountryCode', value: 'US' },
      { name: 'Timeout', value: '5' },
      { name: 'EncryptEntry', value: 'false' },
    ],
    ['Success', 'InvalidNumber', 'Error'],
    'GetParticipantInput',
    {
      Text: 'Your number?',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } },
    },
    ['next', 'InvalidPhoneNumber', 'NoMatchingError'],
  ],
  [
    'a comparison',
    'CheckAttribute',
    [
      { name: 'Attribute', value: 'Dialed Number' },
      { name: 'Namespace', value: 'System' },
    ],
    ['=a', 'GreaterThan=5', 'LessThan=2', 'StartsWith=x', 'Contains=y', 'EndsWith=z', 'NoMatch'],
    'Compare',
    { ComparisonValue: '$.SystemEndpoint.Address' },
    [
      'next',
      'Equals a',
      'NumberGreaterThan 5',
      'NumberLessThan 2',
      'TextStartsWith x',
      'TextContains y',
      'TextEndsWith z',
      'NoMatchingCondition',
    ],
  ],
  [
    'comparisons with "or equal"',
    'CheckAttribute',
    [
      { name: 'Attribute', value: 'tries' },
      { name: 'Namespace', value: 'External' },
    ],
    ['GreaterThanOrEqualTo=5', 'LessThanOrEqualTo=2', 'NoMatch'],
    'Compare',
    { ComparisonValue: '$.External.tries' },
    ['next', 'NumberGreaterOrEqualTo 5', 'NumberLessOrEqualTo 2', 'NoMatchingCondition'],
  ],
  [
    'attributes',
    'SetAttributes',
    [
      { name: 'Attribute', key: 'fixed', value: 'x', namespace: null },
      { name: 'Attribute', key: 'queue', value: 'Queue.ARN', namespace: 'System' },
      { name: 'Attribute', key: 'slot', value: 'City', namespace: 'Lex.Slots' },
      { name: 'Attribute', key: 'odd', value: 'a b', namespace: 'User Defined' },
      { name: 'Attribute', key: '__proto__', value: 'y', namespace: null },
    ],
    ['Success', 'Error'],
    'UpdateContactAttributes',
    {
      Attributes: JSON.parse(
        '{"fixed":"x","queue":"$.Queue.ARN","slot":"$.Lex.Slots.City","odd":"$.Attributes.[\'a b\']","__proto__":"y"}',
      ),
    },
    ['next', 'NoMatchingError'],
  ],
  [
    'contact data',
    'SetContactData',
    [
      { name: 'ContactData', namespace: null, languageCode: 'es-MX' },
      { name: 'ContactData', namespace: 'External', contactReference: { key: 'Mail', value: 'url', type: 'URL' } },
      { name: 'IsVoiceIdStreamingEnabled', value: 'true' },
    ],
    ['Success', 'Error'],
    'UpdateContactData',
    {
      LanguageCode: 'es-MX',
      References: { Mail: { Value: '$.External.url', Type: 'URL' } },
      IsVoiceIdStreamingEnabled: 'TRUE',
    },
    ['next', 'NoMatchingError'],
  ],
  [
    'a function',
    'InvokeExternalResource/Lambda',
    [
      { name: 'FunctionArn', value: 'arn:aws:lambda:x', namespace: null },
      { name: 'TimeLimit', value: '8000' },
      { name: 'Parameter', key: 'from', value: 'Customer Number', namespace: 'System' },
    ],
    ['Success', 'Error'],
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: 'arn:aws:lambda:x',
      InvocationTimeLimitSeconds: '8',
      LambdaInvocationAttributes: { from: '$.CustomerEndpoint.Address' },
    },
    ['next', 'NoMatchingError'],
  ],
  [
    'a working queue',
    'SetQueue',
    [{ name: 'Queue', value: ARN, namespace: null, resourceName: 'Basic' }],
    ['Success', 'Error'],
    'UpdateContactTargetQueue',
    { QueueId: ARN },
    ['next', 'NoMatchingError'],
  ],
  [
    "an agent's queue from an answer",
    'SetQueue',
    [{ name: 'Agent', value: 'agent_id', namespace: 'External' }],
    ['Success', 'Error'],
    'UpdateContactTargetQueue',
    { AgentId: '$.External.agent_id' },
    ['next', 'NoMatchingError'],
  ],
  [
    'a transfer to the queue',
    'Transfer/Queue',
    [],
    ['AtCapacity', 'Error'],
    'TransferContactToQueue',
    {},
    ['next', 'NoMatchingError', 'QueueAtCapacity'],
  ],
  [
    'a transfer to a flow',
    'Transfer/Flow',
    [{ name: 'ContactFlowId', value: 'flow', namespace: 'User Defined' }],
    ['Error'],
    'TransferToFlow',
    { ContactFlowId: '$.Attributes.flow' },
    ['next', 'NoMatchingError'],
  ],
  [
    'a call to a number that comes back',
    'Transfer/PhoneNumber',
    [
      { name: 'TimeLimit', value: '30' },
      { name: 'BlindTransfer', value: false },
      { name: 'PhoneNumber', value: 'number', namespace: 'User Defined' },
    ],
    ['Success', 'CallFailure', 'Timeout', 'Error'],
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '$.Attributes.number',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'True',
    },
    ['next', 'CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'],
  ],
  [
    'a call to a number that does not come back',
    'Transfer/PhoneNumber',
    [
      { name: 'TimeLimit', value: '30' },
      { name: 'BlindTransfer', value: true },
      { name: 'PhoneNumber', value: '+15555550100' },
    ],
    ['Error'],
    'TransferParticipantToThirdParty',
    {
      ThirdPartyPhoneNumber: '+15555550100',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'False',
    },
    ['next', 'NoMatchingError'],
  ],
  [
    'a callback',
    'CreateCallback',
    [
      { name: 'InitialDelaySeconds', value: 1 },
      { name: 'RetryDelaySeconds', value: 600 },
      { name: 'MaxRetryAttempts', value: 2 },
    ],
    ['Success', 'Error'],
    'CreateCallbackContact',
    { InitialCallDelaySeconds: '1', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600' },
    ['next', 'NoMatchingError'],
  ],
  [
    'a whisper flow',
    'SetEventHook',
    [
      { name: 'Type', value: 'AgentWhisper' },
      { name: 'ContactFlowId', value: ARN, resourceName: 'Whisper' },
    ],
    ['Success', 'Error'],
    'UpdateContactEventHooks',
    { EventHooks: { AgentWhisper: ARN } },
    ['next', 'NoMatchingError'],
  ],
  [
    'a disconnect flow',
    'SetDisconnectFlow',
    [{ name: 'ContactFlowId', value: ARN }],
    ['Success', 'Error'],
    'UpdateContactEventHooks',
    { EventHooks: { CustomerRemaining: ARN } },
    ['next', 'NoMatchingError'],
  ],
  [
    'logging',
    'SetLoggingBehavior',
    [{ name: 'LoggingBehavior', value: 'Disable' }],
    ['Success'],
    'UpdateFlowLoggingBehavior',
    { FlowLoggingBehavior: 'Disabled' },
    ['next'],
  ],
  [
    'recording and its analysis',
    'SetRecordingBehavior',
    [
      { name: 'RecordingBehaviorOption', value: 'Enable' },
      { name: 'RecordingParticipantOption', value: 'Both' },
      { name: 'AnalyticsBehaviorOption', value: 'Enable' },
      { name: 'AnalyticsLanguageLocaleCode', value: 'en-US', namespace: null },
      { name: 'AnalyticsCustomVocabulary', value: 'None' },
      { name: 'AnalyticsRedactionOption', value: 'Enable' },
      { name: 'AnalyticsRedactionPolicy', value: 'RedactedOnly', namespace: null },
      { name: 'AnalyticsMode', value: 'PostCall' },
    ],
    ['Success'],
    'UpdateContactRecordingBehavior',
    {
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
      AnalyticsBehavior: {
        Enabled: 'True',
        AnalyticsLanguage: 'en-US',
        AnalyticsRedactionBehavior: 'Enabled',
        AnalyticsRedactionResults: 'RedactedOnly',
        AnalyticsMode: 'PostCall',
      },
    },
    ['next'],
  ],
  [
    'recording that is off',
    'SetRecordingBehavior',
    [
      { name: 'RecordingBehaviorOption', value: 'Disable' },
      { name: 'RecordingParticipantOption', value: 'Both' },
    ],
    ['Success'],
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants: [] } },
    ['next'],
  ],
  [
    'a voice',
    'SetVoice',
    [
      { name: 'GlobalVoice', value: 'Joanna' },
      { name: 'GlobalEngine', value: 'Neural' },
      { name: 'SpeakingStyle', value: 'None' },
    ],
    ['Success'],
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice: 'Joanna', TextToSpeechEngine: 'Neural', TextToSpeechStyle: 'None' },
    ['next'],
  ],
  [
    'media streaming, both ways',
    'StartMediaStreaming',
    [
      { name: 'Track', value: 'FromCustomer' },
      { name: 'Track', value: 'ToCustomer' },
      { name: 'MediaStreamTypes', value: 'Audio' },
    ],
    ['Success', 'Error'],
    'UpdateContactMediaStreamingBehavior',
    {
      MediaStreamingState: 'Enabled',
      Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }],
      MediaStreamType: 'Audio',
    },
    ['next', 'NoMatchingError'],
  ],
  [
    'media streaming before tracks could be chosen',
    'StopMediaStreaming',
    [
      { name: 'ParticipantTypes', value: 'Customer' },
      { name: 'MediaStreamTypes', value: 'Audio' },
    ],
    ['Success', 'Error'],
    'UpdateContactMediaStreamingBehavior',
    {
      MediaStreamingState: 'Disabled',
      Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From'] }],
      MediaStreamType: 'Audio',
    },
    ['next', 'NoMatchingError'],
  ],
  [
    'staffing',
    'CheckStaffing',
    [
      { name: 'Status', value: 'Available' },
      { name: 'Queue', value: 'q', namespace: 'External' },
    ],
    ['True', 'False', 'Error'],
    'CheckMetricData',
    { MetricType: 'NumberOfAgentsAvailable', QueueId: '$.External.q' },
    ['next', 'NumberGreaterThan 0', 'NoMatchingCondition', 'NoMatchingError'],
  ],
  [
    'hours of operation',
    'CheckHoursOfOperation',
    [],
    ['True', 'False', 'Error'],
    'CheckHoursOfOperation',
    {},
    ['next', 'Equals True', 'Equals False', 'NoMatchingError'],
  ],
  [
    'metrics',
    'GetMetricData',
    [{ name: 'Queue', value: ARN, namespace: null }],
    ['Success', 'Error'],
    'GetMetricData',
    { QueueId: ARN },
    ['next', 'NoMatchingError'],
  ],
  [
    'a loop',
    'Loop',
    [{ name: 'LoopCount', value: '3' }],
    ['Looping', 'Complete'],
    'Loop',
    { LoopCount: '3' },
    ['next', 'Equals ContinueLooping', 'Equals DoneLooping'],
  ],
  [
    'a wait that the customer interrupts',
    'Wait',
    [
      { name: 'TimeoutSeconds', value: '60' },
      { name: 'InterruptOnCustomerReturn', value: 'true' },
    ],
    ['CustomerReturn', 'Timeout', 'Error'],
    'Wait',
    { TimeLimitSeconds: '60', Events: ['CustomerReturned'] },
    ['next', 'Equals CustomerReturned', 'Equals WaitCompleted', 'NoMatchingError'],
  ],
  [
    'prompts that go on until they are interrupted',
    'LoopPrompts',
    [
      { name: 'Text', value: 'Please hold.', key: 'text' },
      { name: 'AudioPrompt', value: ARN },
      { name: 'Text', value: '<speak/>', key: 'ssml' },
      { name: 'InterruptSeconds', value: 30 },
    ],
    ['Timeout', 'Error'],
    'MessageParticipantIteratively',
    { Messages: [{ Text: 'Please hold.' }, { PromptId: ARN }, { SSML: '<speak/>' }], InterruptFrequencySeconds: '30' },
    ['next', 'Equals MessagesInterrupted', 'NoMatchingError'],
  ],
  [
    'prompts that go on',
    'LoopPrompts',
    [{ name: 'AudioPrompt', value: ARN }],
    [],
    'MessageParticipantIteratively',
    { Messages: [{ PromptId: ARN }] },
    [],
  ],
  ['the end of a flow', 'Resume', [], [], 'EndFlowExecution', {}, []],
  [
    'a callback number',
    'SetCallBackNumber',
    [{ name: 'CallBackNumber', value: 'number', namespace: 'User Defined' }],
    ['Success', 'InvalidPhoneNumber', 'NonDialableNumber'],
    'UpdateContactCallbackNumber',
    { CallbackNumber: '$.Attributes.number' },
    ['next', 'CallbackNumberNotDialable', 'InvalidCallbackNumber'],
  ],
  [
    'routing priority',
    'UpdateRoutingPriority',
    [{ name: 'QueuePriority', value: 1 }],
    ['Success'],
    'UpdateContactRoutingBehavior',
    { QueuePriority: '1' },
    ['next'],
  ],
  ['Voice ID', 'SetVoiceId', [], ['Success', 'Error'], 'StartVoiceIdStream', {}, ['next', 'NoMatchingError']],
  [
    'what Voice ID found',
    'CheckVoiceId',
    [{ name: 'CheckVoiceIdOption', value: 'voiceAuthentication' }],
    ['Authenticated', 'OptedOut', 'Error'],
    'CheckVoiceId',
    { CheckVoiceIdOption: 'voiceAuthentication' },
    ['next', 'Equals Authenticated', 'Equals OptedOut', 'NoMatchingError'],
  ],
];

describe('Modules of the old console export become actions', () => {
  test.each(ROWS)('%s', (_, type, parameters, from, becomes, Parameters, exits) => {
    const { action, notes } = convert(moduleOf(type, parameters, from));
    expect(action).toMatchObject({ Identifier: 'it', Type: becomes });
    expect(action.Parameters).toEqual(Parameters);
    expect(ways(action)).toEqual(exits);
    expect(notes).toEqual([]);
  });

  test('a disconnect', () => {
    expect(convertOldExport(exportOf([], { start: 'end' })).document.Actions).toEqual([
      { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ]);
  });

  test('how long the oldest contact waits, which counts milliseconds under both names', () => {
    const status = {
      ...moduleOf('CheckQueueStatus', [], ['NoMatch', 'Error']),
      branches: [
        { condition: 'CheckQueueTime', conditionType: 'LessThan', conditionValue: 300000, transition: 'end' },
        ...branches('NoMatch', 'Error'),
      ],
    };
    const { action, notes } = convert(status);
    expect(action.Parameters).toEqual({ MetricType: 'OldestContactInQueueAgeSeconds' });
    expect(ways(action)).toEqual(['next', 'NumberLessThan 300000', 'NoMatchingCondition', 'NoMatchingError']);
    expect(notes).toEqual([]);
  });

  test('a transfer of a contact that waits in a queue already', () => {
    const transfer = moduleOf('Transfer/Queue', [{ name: 'Queue', value: ARN }], ['AtCapacity', 'Error']);
    const { action, type } = convert(transfer, { type: 'customerQueue' });
    expect(type).toBe('CUSTOMER_QUEUE');
    expect(action).toMatchObject({ Type: 'DequeueContactAndTransferToQueue', Parameters: { QueueId: ARN } });
  });
});

describe('The designer finds its view again', () => {
  test('positions, names and the flow itself', () => {
    const queue = moduleOf('SetQueue', [{ name: 'Queue', value: ARN, resourceName: 'Basic' }]);
    expect(convert(queue)).toMatchObject({
      type: 'CONTACT_FLOW',
      name: 'Old',
      document: {
        Version: '2019-10-30',
        StartAction: 'it',
        Metadata: {
          entryPointPosition: { x: 0, y: 0 },
          name: 'Old',
          status: 'published',
          type: 'contactFlow',
          ActionMetadata: { it: { position: { x: 1, y: 2 }, parameters: { QueueId: { displayName: 'Basic' } } } },
        },
      },
    });
  });

  test('but no hash, which was that of the old text', () => {
    expect(convert(moduleOf('SetVoiceId', [])).document.Metadata).not.toHaveProperty('hash');
  });
});

describe('What has no equal is noted', () => {
  const said = (it: object, more?: object): readonly string[] => convert(it, more).notes.map(({ what }) => what);

  test.each<[string, object, RegExp]>([
    [
      'a resource that the export only names',
      moduleOf('SetQueue', [{ name: 'Queue', value: '', resourceName: 'Basic' }]),
      /QueueId is empty; the export only names "Basic"/,
    ],
    ['no resource at all', moduleOf('SetQueue', []), /QueueId is empty/],
    [
      'a parameter without an equal',
      moduleOf('SetVoiceId', [{ name: 'Odd', value: 1 }]),
      /The parameter Odd of SetVoiceId \(1\) is left out/,
    ],
    [
      'a branch without an equal',
      moduleOf('Loop', [{ name: 'LoopCount', value: '1' }], ['Looping', 'Complete', 'Success', 'Odd']),
      /The branch Odd \(to "end"\) is left out/,
    ],
    [
      'a branch that the service refuses',
      moduleOf('CheckAttribute', [{ name: 'Attribute', value: 'a' }], ['NoMatch', 'Error']),
      /The branch Error \(to "end"\) is left out/,
    ],
    [
      'a branch that the service asks for today',
      moduleOf(
        'SetContactFlow',
        [
          { name: 'Type', value: 'AgentHold' },
          { name: 'ContactFlowId', value: ARN },
        ],
        ['Success'],
      ),
      /The branch NoMatchingError was added; it leads to "end"/,
    ],
    [
      'a comparison without an operator',
      moduleOf('CheckAttribute', [{ name: 'Attribute', value: 'a' }], ['Exists=1', 'NoMatch']),
      /The condition "Exists" "1" \(to "end"\) is left out/,
    ],
    [
      'a namespace that is not known',
      moduleOf('PlayPrompt', [text('x', 'My Things')]),
      /The namespace "My Things" was taken as \$\.MyThings\.x/,
    ],
    [
      'a system attribute without a JSONPath',
      moduleOf('PlayPrompt', [text('Moon phase', 'System')]),
      /"Moon phase" was taken as/,
    ],
    [
      'a number out of range',
      moduleOf('Loop', [{ name: 'LoopCount', value: '200' }], ['Looping', 'Complete']),
      /LoopCount: 200 became 100/,
    ],
    [
      'a menu of several digits',
      moduleOf(
        'GetUserInput/Digits',
        [text('x'), { name: 'Timeout', value: '5' }, { name: 'MaxDigits', value: '3' }],
        ['Timeout', 'NoMatch', 'Error'],
      ),
      /MaxDigits 3 is left out/,
    ],
    [
      'a callback number that is written out',
      moduleOf(
        'SetCallBackNumber',
        [{ name: 'CallBackNumber', value: '+1' }],
        ['Success', 'InvalidNumber', 'NonDialableNumber'],
      ),
      /The callback number "\+1" is written out/,
    ],
    ['an unknown key', { ...moduleOf('SetVoiceId', []), odd: 1 }, /The key "odd" of the module is left out/],
  ])('%s', (_, it, sentence) => {
    expect(said(it)).toEqual([expect.stringMatching(sentence)]);
  });

  test('every note names its module and says why', () => {
    for (const note of convert(moduleOf('SetQueue', [], [])).notes) {
      expect(note).toMatchObject({ module: 'it', why: expect.stringMatching(/\.$/) });
    }
  });

  test('a module of a type that no action does: what led to it goes on to where it led', () => {
    const first = {
      ...moduleOf('PlayPrompt', [text('Hi.')], []),
      branches: [{ condition: 'Success', transition: 'odd' }],
    };
    const odd = { ...moduleOf('Teleport', []), id: 'odd' };
    const { document, notes } = convertOldExport(exportOf([first, odd]));
    expect(document.Actions.map(({ Type, Transitions }) => [Type, Transitions?.NextAction])).toEqual([
      ['MessageParticipant', 'end'],
      ['DisconnectParticipant', undefined],
    ]);
    expect(notes).toEqual([
      expect.objectContaining({ module: 'odd', what: expect.stringMatching(/Teleport is left out/) }),
    ]);
  });

  test('modules that no action does, in a circle', () => {
    const around = (id: string, transition: string) => ({
      ...moduleOf('Teleport', []),
      id,
      branches: [{ condition: 'Success', transition }],
    });
    const { document } = convertOldExport(exportOf([around('it', 'b'), around('b', 'it')]));
    expect(document).toMatchObject({ StartAction: 'end', Actions: [{ Identifier: 'end' }] });
  });

  test('a disconnect where only the flow may end', () => {
    const { document, notes } = convertOldExport(exportOf([], { type: 'agentWhisper', start: 'end' }));
    expect(document.Actions[0]?.Type).toBe('EndFlowExecution');
    expect(notes[0]?.what).toBe('DisconnectParticipant became EndFlowExecution.');
  });

  test('a branch that leads nowhere, in a flow without an end', () => {
    const it = { ...moduleOf('PlayPrompt', [text('Hi.')]), branches: [{ condition: 'Success', transition: 'gone' }] };
    const { document, notes } = convertOldExport({ ...exportOf([]), start: 'it', modules: [it] as unknown as Json });
    expect(document.Actions.map(({ Type }) => Type)).toEqual(['MessageParticipant', 'DisconnectParticipant']);
    expect(notes.map(({ what }) => what)).toEqual([
      expect.stringMatching(/was added, which ends the flow/),
      expect.stringMatching(/The branch Success leads to "End of the converted flow"/),
    ]);
  });

  test('an unknown type of flow, no start, and a second module of one identifier', () => {
    const twice = [moduleOf('SetVoiceId', []), moduleOf('SetVoiceId', [])];
    const { document, type, notes } = convertOldExport(
      exportOf(twice, { type: 'oddFlow', start: 'gone', metadata: {} }),
    );
    expect(type).toBe('CONTACT_FLOW');
    expect(document.StartAction).toBe('it');
    expect(document.Actions.map(({ Identifier }) => Identifier)).toEqual(['it', 'end', 'it 2']);
    expect(notes.map(({ module: at }) => at)).toEqual([null, 'it 2', null]);
  });
});

describe('What is no old export is refused in one sentence', () => {
  test.each<[string, string | JsonObject, RegExp]>([
    ['the current language', { Version: '1', StartAction: 'a', Actions: [] }, /is in the current language already/],
    ['something else', { hello: 1 }, /is no old console export/],
    ['a list', '[1]', /is no old console export/],
    ['modules that are none', { modules: [1], start: 'a' }, /modules\[0\] is no object/],
    ['no JSON', '{ oops', /cannot be read at line 1/],
  ])('%s', (_, input, sentence) => {
    expect(() => convertOldExport(input, 'old.json')).toThrow(sentence);
    expect(() => convertOldExport(input, 'old.json')).toThrow(expect.objectContaining({ name: 'FlowReadError' }));
  });

  test('An export inside a JSON string is found', () => {
    const wrapped = JSON.stringify(JSON.stringify(exportOf([moduleOf('SetVoiceId', [])])));
    expect(convertOldExport(wrapped).document.StartAction).toBe('it');
  });
});

const names = fc.constantFrom('__proto__', 'constructor', 'it', 'end', 'toString', '', 'x');
const anyJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const oneOf = (...values: readonly string[]) => fc.oneof(fc.constantFrom(...values), names, anyJson);

const anyModule = fc.record(
  {
    id: oneOf('it', 'end'),
    type: oneOf(
      ...ROWS.map(([, type]) => type.split('/')[0] as string),
      'Transfer',
      'GetUserInput',
      'CheckQueueStatus',
    ),
    target: oneOf('Queue', 'Flow', 'PhoneNumber', 'Lex', 'Digits'),
    branches: fc.oneof(
      anyJson,
      fc.array(
        fc.record(
          {
            condition: oneOf('Success', 'Error', 'Evaluate', 'NoMatch', 'Timeout', 'True', 'CheckQueueTime'),
            conditionType: oneOf('Equals', 'Contains'),
            conditionValue: anyJson,
            transition: oneOf('it', 'end', 'gone'),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 4 },
      ),
    ),
    parameters: fc.oneof(
      anyJson,
      fc.array(
        fc.record(
          {
            name: oneOf('Text', 'Attribute', 'Parameter', 'Queue', 'Type', 'ContactData', 'Namespace', 'TimeLimit'),
            value: anyJson,
            namespace: oneOf('System', 'External', 'User Defined', '__proto__'),
            key: names,
            resourceName: anyJson,
            contactReference: anyJson,
          },
          { requiredKeys: [] },
        ),
        { maxLength: 4 },
      ),
    ),
    metadata: anyJson,
  },
  { requiredKeys: [] },
);

describe('Hostile exports', () => {
  test('Anything in the shape of an export becomes a flow whose branches lead to actions', () => {
    fc.assert(
      fc.property(fc.array(anyModule, { maxLength: 6 }), oneOf('it', 'end'), anyJson, (modules, start, metadata) => {
        const { document } = convertOldExport({ modules, start, metadata } as unknown as JsonObject);
        const ids = new Set(document.Actions.map(({ Identifier }) => Identifier));
        expect(ids.size).toBe(document.Actions.length);
        expect(ids.has(document.StartAction)).toBe(true);
        for (const { Transitions } of document.Actions) {
          const targets = [...(Transitions?.Errors ?? []), ...(Transitions?.Conditions ?? [])];
          for (const { NextAction } of targets) expect(ids.has(NextAction)).toBe(true);
        }
        expect(() => write(document)).not.toThrow();
      }),
      { numRuns: 200 },
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('Thousands of modules without an equal, one after another, and thousands of one identifier', () => {
    const chain = Array.from({ length: 5_000 }, (_, i) => ({
      ...moduleOf('Teleport', []),
      id: i === 0 ? 'it' : `m${i}`,
      branches: [{ condition: 'Success', transition: `m${i + 1}` }],
    }));
    expect(convertOldExport(exportOf(chain)).document.StartAction).toBe('end');
    const equal = Array.from({ length: 5_000 }, () => moduleOf('SetVoiceId', []));
    expect(convertOldExport(exportOf(equal)).document.Actions).toHaveLength(5_001);
  });
});
