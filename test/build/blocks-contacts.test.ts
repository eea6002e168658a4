import {
  agenticCx,
  allOf,
  attribute,
  authenticateCustomer,
  callPhoneNumber,
  checkCallProgress,
  checkVoiceId,
  contact,
  createPersistentContactAssociation,
  type Flow,
  getStoredContent,
  invoke,
  lexBot,
  playPrompt,
  preferredAgents,
  proficiency,
  resumeContact,
  type Step,
  sendMessage,
  setRoutingCriteria,
  setTouchtoneBuffer,
  setVoice,
  setVoiceId,
  wait,
} from '../../lib/build';
import type { JsonObject } from '../../lib/language';
import { AFTER, complaints, LEFT, leads, left, moduleOf, written } from './module-of';

const french = proficiency('Language', 'French', 4);

const criterion = (Value: string, ProficiencyLevel: number) => ({
  AttributeCondition: { Name: 'Language', Value, ProficiencyLevel, ComparisonOperator: 'NumberGreaterOrEqualTo' },
});

const cases: readonly (readonly [string, Step<'MODULE'>, unknown])[] = [
  [
    'routing criteria that grow milder',
    setRoutingCriteria([
      { need: allOf(french, proficiency('Language', 'German', 2)), forSeconds: 30 },
      { need: french, forSeconds: 60 },
      { need: proficiency('Language', attribute('language'), 1) },
    ]),
    [
      'UpdateContactRoutingCriteria',
      {
        RoutingCriteria: {
          Steps: [
            {
              Expression: { AndExpression: [criterion('French', 4), criterion('German', 2)] },
              Expiry: { DurationInSeconds: '30' },
            },
            { Expression: criterion('French', 4), Expiry: { DurationInSeconds: '60' } },
            { Expression: criterion('$.Attributes.language', 1) },
          ],
        },
      },
    ],
  ],
  [
    'preferred agents',
    setRoutingCriteria([{ need: preferredAgents({ userArn: 'arn:ana', userName: 'ana' }, 'arn:ben'), forSeconds: 20 }]),
    [
      'UpdateContactRoutingCriteria',
      {
        RoutingCriteria: {
          Steps: [
            {
              Expression: {
                AttributeCondition: {
                  ComparisonOperator: 'Match',
                  MatchCriteria: { AgentsCriteria: { AgentIds: ['arn:ana', 'arn:ben'] } },
                },
              },
              Expiry: { DurationInSeconds: '20' },
            },
          ],
        },
      },
    ],
  ],
  [
    'a call from a number',
    callPhoneNumber({ callerNumber: '+15555550100' }),
    ['CompleteOutboundCall', { CallerId: { Number: '+15555550100' } }],
  ],
  [
    'a call through a voice connector',
    callPhoneNumber({ voiceConnector: { arn: 'arn:vc', from: 'a', to: 'b', timeLimitSeconds: 60 } }),
    [
      'CompleteOutboundCall',
      {
        VoiceConnector: {
          VoiceConnectorType: 'ChimeConnector',
          VoiceConnectorArn: 'arn:vc',
          FromUser: 'a',
          ToUser: 'b',
        },
        ConnectionTimeLimitSeconds: '60',
      },
    ],
  ],
  [
    'the progress of a call',
    checkCallProgress({ voicemailBeep: [], voicemailNoBeep: [], notDetected: [] }),
    ['CheckOutboundCallStatus', {}],
  ],
  [
    'a text message',
    sendMessage({
      from: { phoneNumberArn: 'arn:number' },
      to: contact.customerNumber,
      flow: { contactFlowArn: 'arn:sms', flowName: 'SMS' },
      message: 'We are on our way.',
      isRelated: true,
    }),
    [
      'StartOutboundChatContact',
      {
        SourceEndpoint: { Address: 'arn:number', Type: 'CONNECT_PHONENUMBER_ARN' },
        DestinationEndpoint: { Address: '$.CustomerEndpoint.Address', Type: 'TELEPHONE_NUMBER' },
        ContactFlowArn: 'arn:sms',
        ContactSubtype: 'connect:SMS',
        InitialSystemMessage: { Content: 'We are on our way.' },
        RelatedContact: 'CURRENT',
      },
    ],
  ],
  [
    'a sign-in',
    authenticateCustomer(
      { userPoolArn: 'arn:pool', appClientId: 'app', objectType: 'Cognito-attributes', timeLimitMinutes: 5 },
      { optedOut: [], timeout: [] },
    ),
    [
      'AuthenticateParticipant',
      {
        CognitoConfiguration: { UserPoolArn: 'arn:pool', AppClientId: 'app' },
        CustomerProfilesConfiguration: { ObjectTypeName: 'Cognito-attributes' },
        TimeLimitMinutes: '5',
      },
    ],
  ],
  [
    'a chat that goes on',
    createPersistentContactAssociation(attribute('past'), { from: 'session' }),
    [
      'CreatePersistentContactAssociation',
      { RehydrationType: 'ENTIRE_PAST_SESSION', SourceContactId: '$.Attributes.past' },
    ],
  ],
  ['the text of an email', getStoredContent(), ['LoadContactContent', { ContentType: 'EmailMessage' }]],
  ['a task that wakes', resumeContact(), ['ResumeContact', {}]],
  [
    'an agentic application',
    agenticCx(
      {
        workspaceId: 'w',
        applicationId: 'a',
        alias: 'live',
        variables: { tier: attribute('tier') },
        speechEngine: 'AMAZON_AGENTIC_VOICE',
        filler: { sound: 'MELODY_CHIPPER_CHIME', startDelayMilliseconds: 600 },
      },
      { escalation: [], timeout: [] },
    ),
    [
      'ConnectParticipantWithAgenticCX',
      {
        AgentConfiguration: {
          WorkspaceId: 'w',
          ApplicationId: 'a',
          Alias: 'live',
          ContextVariables: { tier: '$.Attributes.tier' },
        },
        SpeechRecognitionConfiguration: { SpeechRecognitionEngine: 'AMAZON_AGENTIC_VOICE' },
        AudioFillerConfiguration: {
          Enabled: true,
          AudioType: 'MELODY_CHIPPER_CHIME',
          StartDelayInMilliseconds: 600,
        },
      },
    ],
  ],
  [
    'a touch-tone buffer that starts',
    setTouchtoneBuffer('start'),
    ['GetParticipantInput', { EnableDTMFBuffer: 'true' }],
  ],
  [
    'a touch-tone buffer that is stored as it stops',
    setTouchtoneBuffer('stop', { encryption: { keyId: 'k', publicKey: 'pem' } }),
    [
      'GetParticipantInput',
      { EnableDTMFBuffer: 'false', StoreInput: 'true', InputEncryption: { EncryptionKeyId: 'k', Key: 'pem' } },
    ],
  ],
  [
    'a prompt that buffered keys skip',
    playPrompt('Hello.', { skipWhenBuffering: true }),
    ['MessageParticipant', { Text: 'Hello.', SkipWhenDTMFBufferEnabled: 'true' }],
  ],
  [
    'a wait for customer and bot',
    wait(60, { customerReturned: [], botDisconnected: [], noBot: [] }),
    ['Wait', { TimeLimitSeconds: '60', Events: ['CustomerReturned', 'BotParticipantDisconnected'] }],
  ],
  [
    'a bot that begins with what the customer wrote',
    lexBot('arn:bot', 'Hello.', { intents: {}, otherwise: [] }, { initialMessage: contact.initialMessage }),
    [
      'ConnectParticipantWithLexBot',
      {
        Text: 'Hello.',
        LexV2Bot: { AliasArn: 'arn:bot' },
        LexInitializationData: { InitialMessage: '$.Media.InitialMessage' },
      },
    ],
  ],
  [
    'a function that nobody waits for',
    invoke('arn:aws:lambda:eu-west-1:123456789012:function:f', { isAsynchronous: true, timeLimitSeconds: 60 }),
    [
      'InvokeLambdaFunction',
      {
        LambdaFunctionARN: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
        InvocationTimeLimitSeconds: '60',
        InvocationType: 'ASYNCHRONOUS',
      },
    ],
  ],
  [
    'a question to Voice ID',
    checkVoiceId('voiceAuthentication', { results: { Authenticated: [] } }),
    ['CheckVoiceId', { CheckVoiceIdOption: 'voiceAuthentication' }],
  ],
];

test.each(cases)('The wire form of %s', (_name, step, expected) => {
  expect(written(step)).toEqual([expected]);
});

test.each(cases)('The checker has nothing against %s', (_name, step) => {
  expect(complaints(step)).toEqual([]);
});

test('A call of a campaign leads by who answered', () => {
  expect(leads(checkCallProgress({ voicemailBeep: left, voicemailNoBeep: left, notDetected: [] }))).toEqual({
    CallAnswered: AFTER,
    VoicemailBeep: `${LEFT} - voicemail beep`,
    VoicemailNoBeep: `${LEFT} - voicemail no beep`,
    NotDetected: AFTER,
    NoMatchingError: 'Return - on error',
    next: 'Return - on error',
  });
});

test('Dialling has no error branch: a call that fails ends the flow', () => {
  expect(leads(callPhoneNumber())).toEqual({ next: AFTER });
});

test('A customer who will not sign in, or not in time, goes ways of their own', () => {
  const signIn = { userPoolArn: 'p', appClientId: 'a', objectType: 'o', timeLimitMinutes: 3 };
  expect(leads(authenticateCustomer(signIn, { optedOut: left, timeout: [] }))).toMatchObject({
    OptedOut: LEFT,
    TimeLimitExceeded: AFTER,
    next: AFTER,
  });
});

test('A wait for a bot knows that there may be none', () => {
  expect(leads(wait(60, { botDisconnected: [], noBot: left }))).toMatchObject({
    WaitCompleted: AFTER,
    BotParticipantDisconnected: AFTER,
    ParticipantNotFound: LEFT,
  });
});

test('Agents named by routing criteria are used by the flow', () => {
  const ana = { userArn: 'arn:ana' };
  expect([...moduleOf(setRoutingCriteria([{ need: preferredAgents(ana) }])).uses]).toEqual([ana]);
});

const shown = (flow: Flow) => flow.document.Metadata?.ActionMetadata as { readonly [id: string]: JsonObject };

test('Voice and language are one block in the designer, at one place', () => {
  const metadata = shown(moduleOf(setVoice('Amy', { language: 'en-GB' })));
  expect(metadata['Set voice Amy']).toMatchObject({
    children: ['Set language en-GB'],
    fragments: { SetContactData: 'Set language en-GB' },
    overrideLanguageAttribute: true,
  });
  expect(metadata['Set language en-GB']?.position).toEqual(metadata['Set voice Amy']?.position);
});

test('Two such blocks are tied each to its own second action', () => {
  const metadata = shown(moduleOf(setVoice('Amy', { language: 'en-GB' }), setVoice('Lea', { language: 'fr-FR' })));
  expect(metadata['Set voice Lea']?.children).toEqual(['Set language fr-FR']);
  expect(metadata['Set voice Amy']?.children).toEqual(['Set language en-GB']);
});

test('A voice without a language is one action and tied to nothing', () => {
  expect(shown(moduleOf(setVoice('Amy')))['Set voice Amy']).not.toHaveProperty('children');
});

test('Voice ID is set in two actions, the second one tied to the first', () => {
  const step = setVoiceId({ authentication: { threshold: 90, responseTimeSeconds: 10 } });
  expect(written(step)).toEqual([
    [
      'UpdateContactData',
      {
        IsVoiceIdStreamingEnabled: 'TRUE',
        IsVoiceAuthenticationEnabled: 'TRUE',
        IsFraudDetectionEnabled: 'FALSE',
        VoiceAuthenticationThreshold: '90',
        VoiceAuthenticationResponseTime: '10',
      },
    ],
    ['StartVoiceIdStream', {}],
  ]);
  expect(complaints(step)).toEqual([]);
  const flow = moduleOf(step);
  const [first = '', second = ''] = flow.document.Actions.map(({ Identifier }) => Identifier);
  expect(shown(flow)[first]?.children).toEqual([second]);
  expect(shown(flow)[second]?.fragments).toEqual({ SetContactData: first });
});
