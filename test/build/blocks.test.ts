import {
  action,
  adjustQueueTime,
  atLeast,
  attribute,
  checkQueueHours,
  checkQueueStatus,
  checkStaffing,
  compare,
  contact,
  createCallback,
  createTask,
  distribute,
  endFlow,
  endsWith,
  external,
  flowModule,
  getMetrics,
  greaterThan,
  holdParticipant,
  invoke,
  invokeModule,
  lexBot,
  menu,
  moveToQueue,
  playPrompt,
  rawAction,
  returnFromModule,
  type Script,
  type Step,
  setAttributes,
  setCallbackNumber,
  setContactData,
  setDisconnectFlow,
  setEventFlow,
  setFlowAttributes,
  setLogging,
  setPriority,
  setQueueFlow,
  setRecording,
  setVoice,
  setWorkingQueue,
  share,
  showView,
  startMediaStreaming,
  stopMediaStreaming,
  storeInput,
  tagContact,
  transferToAgent,
  transferToPhoneNumber,
  transferToWorkingQueue,
  untagContact,
  wait,
} from '../../lib/build';
import { check } from '../../lib/validate';
import { exits, identifiersOf } from './wire';

/** A module, where every step may stand: the step, and an end for whatever goes on. */
const moduleOf = (step: Step<'MODULE'>) =>
  flowModule('Test', { onError: [returnFromModule()] }, [step, playPrompt('After.'), returnFromModule()]);

const written = (step: Step<'MODULE'>) =>
  moduleOf(step)
    .document.Actions.slice(0, -3)
    .map(({ Type, Parameters }) => [Type, Parameters]);

const agent = { agent: { userArn: 'arn:ana' } };
const queue = { queueArn: 'arn:q', queueName: 'Billing' };

const cases: readonly (readonly [string, Step<'MODULE'>, unknown])[] = [
  ['SSML', playPrompt({ ssml: '<speak>Hi</speak>' }), [['MessageParticipant', { SSML: '<speak>Hi</speak>' }]]],
  [
    'an audio file',
    playPrompt({ s3: 's3://bucket/hi.wav' }),
    [['MessageParticipant', { Media: { Uri: 's3://bucket/hi.wav', SourceType: 'S3', MediaType: 'Audio' } }]],
  ],
  [
    'a dynamic prompt',
    playPrompt({ prompt: attribute('p') }),
    [['MessageParticipant', { PromptId: '$.Attributes.p' }]],
  ],
  [
    'the entry of digits',
    storeInput('Card?', {
      maximumLength: 16,
      disableCancelKey: true,
      terminator: '#',
      encryption: { keyId: 'k', publicKey: 'pem' },
    }),
    [
      [
        'GetParticipantInput',
        {
          Text: 'Card?',
          StoreInput: 'True',
          InputTimeLimitSeconds: '5',
          InputValidation: { CustomValidation: { MaximumLength: '16' } },
          InputEncryption: { EncryptionKeyId: 'k', Key: 'pem' },
          DTMFConfiguration: { InputTerminationSequence: '#', DisableCancelKey: 'True' },
        },
      ],
    ],
  ],
  [
    'the entry of a local telephone number',
    storeInput('Number?', { phoneNumber: { local: 'US' }, invalidNumber: [], timeLimitSeconds: 9 }),
    [
      [
        'GetParticipantInput',
        {
          Text: 'Number?',
          StoreInput: 'True',
          InputTimeLimitSeconds: '9',
          InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } },
        },
      ],
    ],
  ],
  [
    'a bot',
    lexBot(
      'arn:bot',
      'How can I help?',
      { intents: { Pay: [] }, otherwise: [] },
      { chatTimeLimitSeconds: 60, sessionAttributes: { vip: true } },
    ),
    [
      [
        'ConnectParticipantWithLexBot',
        {
          Text: 'How can I help?',
          LexV2Bot: { AliasArn: 'arn:bot' },
          LexSessionAttributes: { vip: 'true' },
          LexTimeoutSeconds: { Text: '60' },
        },
      ],
    ],
  ],
  [
    'attributes',
    setAttributes({ tries: 3, vip: true, tier: external('tier') }),
    [
      [
        'UpdateContactAttributes',
        { Attributes: { tries: '3', vip: 'true', tier: '$.External.tier' }, TargetContact: 'Current' },
      ],
    ],
  ],
  [
    'flow attributes',
    setFlowAttributes({ n: 1 }),
    [['UpdateFlowAttributes', { FlowAttributes: { n: { Value: '1' } } }]],
  ],
  [
    'contact data',
    setContactData({ name: 'Call', language: 'en-GB' }, { contact: 'Related' }),
    [['UpdateContactData', { Name: 'Call', LanguageCode: 'en-GB', TargetContact: 'Related' }]],
  ],
  ['tags', tagContact({ team: 'billing' }), [['TagContact', { Tags: { team: 'billing' } }]]],
  ['the end of a tag', untagContact(['team']), [['UntagContact', { TagKeys: ['team'] }]]],
  ['a working queue', setWorkingQueue(queue), [['UpdateContactTargetQueue', { QueueId: 'arn:q' }]]],
  ["an agent's queue", setWorkingQueue(agent), [['UpdateContactTargetQueue', { AgentId: 'arn:ana' }]]],
  ['a dynamic queue', setWorkingQueue(attribute('q')), [['UpdateContactTargetQueue', { QueueId: '$.Attributes.q' }]]],
  ['a transfer to the working queue', transferToWorkingQueue({ atCapacity: [] }), [['TransferContactToQueue', {}]]],
  ['a move', moveToQueue(agent, { atCapacity: [] }), [['DequeueContactAndTransferToQueue', { AgentId: 'arn:ana' }]]],
  ['a priority', setPriority(1), [['UpdateContactRoutingBehavior', { QueuePriority: '1' }]]],
  ['a routing age', adjustQueueTime(-60), [['UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '-60' }]]],
  ['the hours of the queue', checkQueueHours({ closed: [] }), [['CheckHoursOfOperation', {}]]],
  [
    'staffing',
    checkStaffing({ agents: 'staffed', queue }, { none: [] }),
    [['CheckMetricData', { MetricType: 'NumberOfAgentsStaffed', QueueId: 'arn:q' }]],
  ],
  [
    'the state of a queue',
    checkQueueStatus({ metric: 'contactsInQueue' }, [atLeast(20, [])], { otherwise: [] }),
    [['CheckMetricData', { MetricType: 'NumberOfContactsInQueue' }]],
  ],
  ['metrics', getMetrics({ queue, channel: 'Chat' }), [['GetMetricData', { QueueId: 'arn:q', QueueChannel: 'Chat' }]]],
  [
    'a function',
    invoke('arn:f', { parameters: { n: 1 }, answer: 'json' }),
    [
      [
        'InvokeLambdaFunction',
        {
          LambdaFunctionARN: 'arn:f',
          InvocationTimeLimitSeconds: '8',
          LambdaInvocationAttributes: { n: '1' },
          ResponseValidation: { ResponseType: 'JSON' },
        },
      ],
    ],
  ],
  ['a module', invokeModule({ contactFlowModuleArn: 'arn:m' }), [['InvokeFlowModule', { FlowModuleId: 'arn:m' }]]],
  ['a queue flow', setQueueFlow('arn:x'), [['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'arn:x' } }]]],
  [
    'a disconnect flow',
    setDisconnectFlow(attribute('f')),
    [['UpdateContactEventHooks', { EventHooks: { CustomerRemaining: '$.Attributes.f' } }]],
  ],
  [
    'a guide',
    setEventFlow('DefaultAgentUI', 'arn:x'),
    [['UpdateContactEventHooks', { EventHooks: { DefaultAgentUI: 'arn:x' } }]],
  ],
  [
    'a voice and its language',
    setVoice('Amy', { engine: 'Neural', language: 'en-GB' }),
    [
      ['UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Amy', TextToSpeechEngine: 'Neural' }],
      ['UpdateContactData', { LanguageCode: 'en-GB', TargetContact: 'Current' }],
    ],
  ],
  ['logging', setLogging('Enabled'), [['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }]]],
  [
    'recording with analytics',
    setRecording({ record: ['Agent', 'Customer'], recordAutomatedPart: true, analytics: { language: 'en-US' } }),
    [
      [
        'UpdateContactRecordingAndAnalyticsBehavior',
        {
          VoiceBehavior: {
            VoiceRecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'], IVRRecordingBehavior: 'Enabled' },
            VoiceAnalyticsBehavior: { Enabled: 'True', AnalyticsLanguage: 'en-US', AnalyticsModes: ['PostContact'] },
          },
        },
      ],
    ],
  ],
  [
    'streaming',
    startMediaStreaming({ to: false }),
    [
      [
        'UpdateContactMediaStreamingBehavior',
        {
          MediaStreamingState: 'Enabled',
          MediaStreamType: 'Audio',
          Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From'] }],
        },
      ],
    ],
  ],
  [
    'the end of streaming',
    stopMediaStreaming(),
    [
      [
        'UpdateContactMediaStreamingBehavior',
        {
          MediaStreamingState: 'Disabled',
          MediaStreamType: 'Audio',
          Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }],
        },
      ],
    ],
  ],
  [
    'hold',
    holdParticipant('customer'),
    [['UpdatePreviousContactParticipantState', { PreviousContactParticipantState: 'CustomerOnHold' }]],
  ],
  [
    'a transfer to a number',
    transferToPhoneNumber('+15555550100', { callerNumber: contact.dialledNumber, dtmf: '1,2', onError: [] }),
    [
      [
        'TransferParticipantToThirdParty',
        {
          ThirdPartyPhoneNumber: '+15555550100',
          ThirdPartyConnectionTimeLimitSeconds: '30',
          ContinueFlowExecution: 'False',
          ThirdPartyDTMFDigits: '1,2',
          CallerId: { Number: '$.SystemEndpoint.Address' },
        },
      ],
    ],
  ],
  [
    'a callback number',
    setCallbackNumber('$.StoredCustomerInput', { invalidNumber: [], notDialable: [] }),
    [['UpdateContactCallbackNumber', { CallbackNumber: '$.StoredCustomerInput' }]],
  ],
  [
    'a callback',
    createCallback({ queue, attempts: 3 }),
    [
      [
        'CreateCallbackContact',
        {
          QueueId: 'arn:q',
          InitialCallDelaySeconds: '5',
          MaximumConnectionAttempts: '3',
          RetryDelaySeconds: '600',
        },
      ],
    ],
  ],
  [
    'a task',
    createTask({ name: 'Call back', flow: { contactFlowArn: 'arn:x' }, delaySeconds: 60 }),
    [['CreateTask', { ContactFlowId: 'arn:x', Name: 'Call back', DelaySeconds: '60' }]],
  ],
  ['a wait', wait(30, { customerReturned: [] }), [['Wait', { TimeLimitSeconds: '30', Events: ['CustomerReturned'] }]]],
  [
    'a view',
    showView(
      'arn:view',
      { actions: { Done: [] }, otherwise: [], timeout: [] },
      { data: { who: contact.customerNumber, n: 1 } },
    ),
    [
      [
        'ShowView',
        {
          ViewResource: { Id: 'arn:view' },
          InvocationTimeLimitSeconds: '400',
          ViewData: { who: '$.CustomerEndpoint.Address', n: 1 },
        },
      ],
    ],
  ],
  [
    'an action by its wire name',
    action('GetCase', { LinkContactToCase: false, GetLastUpdatedCase: 'true' }, { NoneFound: [], MultipleFound: [] }),
    [['GetCase', { LinkContactToCase: 'false', GetLastUpdatedCase: 'true' }]],
  ],
  ['an action nobody knows', rawAction({ Type: 'Brandnew', Parameters: { A: 1 } }), [['Brandnew', { A: 1 }]]],
];

test.each(cases)('The wire form of %s', (_name, step, expected) => {
  expect(written(step)).toEqual(expected);
});

test.each(cases.filter(([name]) => name !== 'an action nobody knows'))(
  'The checker finds no error in %s',
  (_name, step) => {
    const issues = check(moduleOf(step).document, { type: 'MODULE' });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

const leads = (step: Step<'MODULE'>) => {
  const flow = moduleOf(step);
  return exits(flow, identifiersOf(flow)[0] ?? '');
};

const left: Script<'MODULE'> = [playPrompt('Left.')];

test('A menu leads by key, time-out, any other key, and error', () => {
  expect(leads(menu('Press.', { 1: left, '#': [], timeout: left, noMatch: [], onError: left }))).toEqual({
    1: 'Play prompt Left - 1',
    '#': 'Play prompt After',
    InputTimeLimitExceeded: 'Play prompt Left - timeout',
    NoMatchingCondition: 'Play prompt After',
    NoMatchingError: 'Play prompt Left - on error',
    next: 'Play prompt After',
  });
});

test('Comparisons keep their order and their operators', () => {
  const step = compare('$.Attributes.n', [greaterThan(5, left), endsWith('x', [])], left);
  const flow = moduleOf(step);
  expect(flow.document.Actions[0]?.Transitions?.Conditions).toEqual([
    { NextAction: 'Play prompt Left - above 5', Condition: { Operator: 'NumberGreaterThan', Operands: ['5'] } },
    { NextAction: 'Play prompt After', Condition: { Operator: 'TextEndsWith', Operands: ['x'] } },
  ]);
});

test('Shares become growing thresholds, each one above the sum so far', () => {
  const flow = moduleOf(distribute([share(3, []), share(6, []), share(8, [])], left));
  const operands = flow.document.Actions[0]?.Transitions?.Conditions?.map(({ Condition }) => Condition.Operands[0]);
  expect(operands).toEqual(['4', '10', '18']);
});

test('A transfer to a number that comes back goes on with the next step', () => {
  const resume = { callFailed: left, notAnswered: [] };
  expect(leads(transferToPhoneNumber('+15555550100', { resume }))).toMatchObject({
    next: 'Play prompt After',
    CallFailed: 'Play prompt Left',
    ConnectionTimeLimitExceeded: 'Play prompt After',
  });
});

test('Blocks that refuse an error branch get none', () => {
  expect(leads(setPriority(1))).toEqual({ next: 'Play prompt After' });
  expect(leads(setLogging('Disabled'))).toEqual({ next: 'Play prompt After' });
});

test('Recording that does not fit the channel goes on unless a branch says otherwise', () => {
  expect(leads(setRecording({ record: [] })).ChannelMismatch).toBe('Play prompt After');
});

test('Terminal actions have no transitions at all', () => {
  const end: readonly Script<'MODULE'>[] = [[returnFromModule()], [transferToAgent()]];
  for (const script of end) {
    const flow = flowModule('Test', { onError: [returnFromModule()] }, script);
    expect(flow.document.Actions[0]?.Transitions).toEqual({});
  }
  expect(endFlow()).toBeDefined();
});

test('A module carries the settings without which Connect refuses it', () => {
  expect(moduleOf(setPriority(1)).document.Settings).toHaveProperty('Transitions');
});
