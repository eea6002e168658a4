import type { LegalIn } from '../../language/wire';
import { type Handle, read } from '../handles';
import { onError, onErrorType, plan, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';
import { type Analytics, analyticsOf, type Redaction } from './analytics';
import type { FunctionRef } from './functions';

type Recording = LegalIn<'UpdateContactRecordingAndAnalyticsBehavior'>;

interface Mismatch<T extends Recording> extends OnError<T> {
  /** The contact is on a channel that the setting is not for. Goes on with the next step when left out. */
  readonly channelMismatch?: Branch<T>;
}

interface RecordingOptions<T extends Recording> extends Mismatch<T> {
  /** Who is recorded while agent and customer talk; an empty list turns recording off. */
  readonly record: readonly ('Agent' | 'Customer')[];
  /** Also what the customer hears and says before an agent comes. */
  readonly recordAutomatedPart?: boolean;
  /** Conversational analytics; wants both sides recorded. */
  readonly analytics?: Analytics<'RealTime' | 'PostContact' | 'AutomatedInteraction'>;
}

const mismatch = (branches: Mismatch<never>) => [
  onErrorType('channel mismatch', 'ChannelMismatch', branches.channelMismatch ?? []),
  onError(branches),
];

const enabled = (isOn: boolean | undefined) => isOn && 'Enabled';

/** Says what is recorded of a call from here on. */
export const setRecording = <T extends Recording>(options: RecordingOptions<T>): Step<T> => {
  const { record, recordAutomatedPart, analytics } = options;
  const given = {
    VoiceBehavior: {
      VoiceRecordingBehavior: {
        RecordedParticipants: record,
        IVRRecordingBehavior: recordAutomatedPart === false ? 'Disabled' : enabled(recordAutomatedPart),
      },
      VoiceAnalyticsBehavior: analytics && analyticsOf(analytics, ['PostContact']),
    },
  };
  const action = plan('UpdateContactRecordingAndAnalyticsBehavior', given, {
    block: 'Set recording',
    words: record.length === 0 ? 'off' : record.join(' and '),
    ways: mismatch(options),
  });
  return step(setRecording, [action]);
};

/** Records the agent's screen from here on, or no longer. It is a step of its own: Connect refuses both in one. */
export const setScreenRecording = <T extends Recording>(isOn: boolean, options: Mismatch<T> = {}): Step<T> => {
  const given = { ScreenRecordingBehavior: { ScreenRecordedParticipants: isOn ? ['Agent'] : [] } };
  const action = plan('UpdateContactRecordingAndAnalyticsBehavior', given, {
    block: 'Set screen recording',
    words: isOn ? 'on' : 'off',
    ways: mismatch(options),
  });
  return step(setScreenRecording, [action]);
};

/** What is masked before the other side reads it. */
interface InFlightRedaction<T extends Recording> extends Redaction {
  /** Whether a message that could not be worked on is delivered as it is. */
  readonly deliverUnprocessed?: boolean;
  readonly failed: Branch<T>;
}

interface ChatAnalytics<T extends Recording> extends Analytics<never>, Mismatch<T> {
  readonly redactInFlight?: InFlightRedaction<T>;
}

const inFlightOf = (redaction: InFlightRedaction<never> | undefined) =>
  redaction && {
    Enabled: 'True',
    RedactionMaskMode: redaction.mask,
    RedactionEntities: redaction.entities,
    DeliverUnprocessedMessages:
      redaction.deliverUnprocessed === undefined ? undefined : redaction.deliverUnprocessed ? 'True' : 'False',
  };

/** Turns conversational analytics of a chat on. */
export const setChatAnalytics = <T extends Recording>(options: ChatAnalytics<T>): Step<T> => {
  const { redactInFlight } = options;
  const given = {
    ChatBehavior: {
      ChatAnalyticsBehavior: {
        ...analyticsOf(options, ['ContactLens']),
        InFlightChatRedactionConfiguration: inFlightOf(redactInFlight),
      },
    },
  };
  const action = plan('UpdateContactRecordingAndAnalyticsBehavior', given, {
    block: 'Set chat analytics',
    words: String(options.language),
    ways: [
      onErrorType('redaction failed', 'InFlightRedactionConfigurationFailed', redactInFlight?.failed ?? []),
      ...mismatch(options),
    ],
  });
  return step(setChatAnalytics, [action]);
};

interface ProcessingOptions<T extends LegalIn<'UpdateContactMediaProcessing'>> extends OnError<T> {
  /** Whether a message that the function could not work on is delivered as it is. */
  readonly deliverUnprocessed?: boolean;
  /** The contact is no chat. Goes on with the next step when left out. */
  readonly channelMismatch?: Branch<T>;
}

/** Lets a function rewrite the messages of a chat on their way, or `off`: none any longer. */
export const setChatProcessing = <T extends LegalIn<'UpdateContactMediaProcessing'>>(
  lambda: FunctionRef | 'off',
  options: ProcessingOptions<T> = {},
): Step<T> => {
  const handle: Handle | undefined = lambda === 'off' ? undefined : read(lambda, 'functionArn', 'functionName');
  const { deliverUnprocessed } = options;
  const given = {
    ChatProcessor: {
      ProcessingEnabled: handle !== undefined,
      LambdaProcessorARN: handle?.arn,
      ChatProcessorSettings:
        deliverUnprocessed === undefined ? undefined : { DeliverUnprocessedMessages: deliverUnprocessed },
    },
  };
  const action = plan('UpdateContactMediaProcessing', given, {
    block: 'Set chat processing',
    words: handle === undefined ? 'off' : handle.name,
    ways: mismatch(options),
  });
  return step(setChatProcessing, [action], [handle]);
};
