import {
  type Script,
  type Step,
  setChatAnalytics,
  setChatProcessing,
  setRecording,
  setRecordingPreviousVersion,
  setScreenRecording,
} from '../../lib/build';
import { AFTER, complaints, LEFT, leads, left, written } from './module-of';

const NEW = 'UpdateContactRecordingAndAnalyticsBehavior';
const both = ['Agent', 'Customer'] as const;

const cases: readonly (readonly [string, Step<'MODULE'>, unknown])[] = [
  [
    'a recording with everything analysed',
    setRecording({
      record: both,
      analytics: {
        language: 'en-US',
        modes: ['RealTime', 'AutomatedInteraction'],
        sentiment: false,
        summaries: ['PostContact'],
        redaction: { entities: ['NAME', 'PIN'], mask: 'EntityType', keepOriginal: false },
      },
    }),
    [
      NEW,
      {
        VoiceBehavior: {
          VoiceRecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
          VoiceAnalyticsBehavior: {
            Enabled: 'True',
            AnalyticsLanguage: 'en-US',
            AnalyticsModes: ['RealTime', 'AutomatedInteraction'],
            ConversationalAnalyticsRedactionConfiguration: {
              Enabled: 'True',
              RedactionResults: 'RedactedOnly',
              RedactionMaskMode: 'EntityType',
              RedactionEntities: ['NAME', 'PIN'],
            },
            SentimentConfiguration: { Enabled: 'False' },
            SummaryConfiguration: { SummaryModes: ['PostContact'] },
          },
        },
      },
    ],
  ],
  [
    'a recording without its automated part',
    setRecording({ record: ['Agent'], recordAutomatedPart: false }),
    [
      NEW,
      {
        VoiceBehavior: {
          VoiceRecordingBehavior: { RecordedParticipants: ['Agent'], IVRRecordingBehavior: 'Disabled' },
        },
      },
    ],
  ],
  [
    'a chat that is analysed and masked',
    setChatAnalytics({
      language: 'en-US',
      redactInFlight: { entities: ['CREDIT_DEBIT_NUMBER'], mask: 'PII', deliverUnprocessed: false, failed: [] },
    }),
    [
      NEW,
      {
        ChatBehavior: {
          ChatAnalyticsBehavior: {
            Enabled: 'True',
            AnalyticsLanguage: 'en-US',
            AnalyticsModes: ['ContactLens'],
            InFlightChatRedactionConfiguration: {
              Enabled: 'True',
              RedactionMaskMode: 'PII',
              RedactionEntities: ['CREDIT_DEBIT_NUMBER'],
              DeliverUnprocessedMessages: 'False',
            },
          },
        },
      },
    ],
  ],
  [
    "a recording of the agent's screen",
    setScreenRecording(true),
    [NEW, { ScreenRecordingBehavior: { ScreenRecordedParticipants: ['Agent'] } }],
  ],
  [
    'the end of a screen recording',
    setScreenRecording(false),
    [NEW, { ScreenRecordingBehavior: { ScreenRecordedParticipants: [] } }],
  ],
  [
    'a function that rewrites chats',
    setChatProcessing({ functionArn: 'arn:f' }, { deliverUnprocessed: true }),
    [
      'UpdateContactMediaProcessing',
      {
        ChatProcessor: {
          ProcessingEnabled: 'True',
          LambdaProcessorARN: 'arn:f',
          ChatProcessorSettings: { DeliverUnprocessedMessages: 'True' },
        },
      },
    ],
  ],
  [
    'chats that are left as they are',
    setChatProcessing('off'),
    ['UpdateContactMediaProcessing', { ChatProcessor: { ProcessingEnabled: 'False' } }],
  ],
  [
    'the previous version of the block',
    setRecordingPreviousVersion({
      record: both,
      recordAutomatedPart: true,
      recordScreen: true,
      analytics: {
        language: 'en-US',
        voice: ['PostContact'],
        chat: true,
        sentiment: true,
        summaries: true,
        redaction: {},
      },
    }),
    [
      'UpdateContactRecordingBehavior',
      {
        RecordingBehavior: {
          RecordedParticipants: ['Agent', 'Customer'],
          ScreenRecordedParticipants: ['Agent'],
          IVRRecordingBehavior: 'Enabled',
        },
        AnalyticsBehavior: {
          Enabled: 'True',
          AnalyticsLanguage: 'en-US',
          AnalyticsRedactionBehavior: 'Enabled',
          AnalyticsRedactionResults: 'RedactedAndOriginal',
          ChannelConfiguration: {
            Chat: { AnalyticsModes: ['ContactLens'] },
            Voice: { AnalyticsModes: ['PostContact'] },
          },
          SummaryConfiguration: { SummaryModes: ['PostContact'] },
          SentimentConfiguration: { Enabled: 'True' },
        },
      },
    ],
  ],
  [
    'the previous version turned off',
    setRecordingPreviousVersion({ record: [] }),
    ['UpdateContactRecordingBehavior', { RecordingBehavior: { RecordedParticipants: [] } }],
  ],
];

test.each(cases)('The wire form of %s', (_name, step, expected) => {
  expect(written(step)).toEqual([expected]);
});

test.each(cases)('The checker has nothing against %s', (_name, step) => {
  expect(complaints(step)).toEqual([]);
});

const steps: readonly (readonly [string, (channelMismatch: Script<'MODULE'>) => Step<'MODULE'>])[] = [
  ['a recording', (channelMismatch) => setRecording({ record: [], channelMismatch })],
  ['a screen recording', (channelMismatch) => setScreenRecording(true, { channelMismatch })],
  ['chat analytics', (channelMismatch) => setChatAnalytics({ language: 'en-US', channelMismatch })],
  ['chat processing', (channelMismatch) => setChatProcessing('off', { channelMismatch })],
];

test.each(steps)('On the wrong channel %s leads where it is told', (_name, step) => {
  expect(leads(step(left)).ChannelMismatch).toBe(LEFT);
});

test('Chat analytics always has the branch for a redaction that cannot be set, as Connect wants it', () => {
  const redacted = (failed: Script<'MODULE'>) => setChatAnalytics({ language: 'en-US', redactInFlight: { failed } });
  expect(leads(redacted(left)).InFlightRedactionConfigurationFailed).toBe(LEFT);
  expect(leads(setChatAnalytics({ language: 'en-US' })).InFlightRedactionConfigurationFailed).toBe(AFTER);
});

test('The previous version of the block has no error branch, as Connect refuses one', () => {
  expect(leads(setRecordingPreviousVersion({ record: [] }))).toEqual({ next: AFTER });
});
