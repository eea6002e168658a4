import type { LegalIn } from '../../language/wire';
import { onError, plan, step } from '../place-step';
import type { OnError, Step } from '../step';
import { NEXT } from '../tie-actions';
import type { Value } from '../value';

interface VoiceOptions<T extends LegalIn<'UpdateContactTextToSpeechVoice'>> extends OnError<T> {
  readonly engine?: 'Standard' | 'Neural' | 'Generative';
  readonly style?: 'None' | 'Conversational' | 'Newscaster';
  /** Also sets the language of the contact, e.g. `en-GB`, which Lex V2 goes by. */
  readonly language?: Value;
}

/** The designer draws voice and language as one block. */
const VOICE_AND_LANGUAGE = {
  children: [NEXT],
  fragments: { SetContactData: NEXT },
  overrideConsoleVoice: true,
  overrideLanguageAttribute: true,
};

/** Sets the Polly voice that speaks text prompts from here on, in later flows of the contact too. */
export const setVoice = <T extends LegalIn<'UpdateContactTextToSpeechVoice'>>(
  voice: Value,
  options: VoiceOptions<T> = {},
): Step<T> => {
  const { engine, style, language } = options;
  const ways = [onError(options)];
  const given = { TextToSpeechVoice: voice, TextToSpeechEngine: engine, TextToSpeechStyle: style };
  const speak = plan('UpdateContactTextToSpeechVoice', given, { block: 'Set voice', words: String(voice), ways });
  if (language === undefined) return step(setVoice, [speak]);
  const data = { LanguageCode: language, TargetContact: 'Current' };
  const words = String(language);
  return step(setVoice, [
    { ...speak, joinsOwnStep: true, metadata: VOICE_AND_LANGUAGE },
    plan('UpdateContactData', data, { block: 'Set language', words, ways }),
  ]);
};

/** Turns the log of flow steps on or off, for this contact and the ones that follow from it. */
export const setLogging = <T extends LegalIn<'UpdateFlowLoggingBehavior'>>(
  behaviour: 'Enabled' | 'Disabled',
): Step<T> =>
  step(setLogging, [
    plan('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: behaviour }, { block: 'Set logging', words: behaviour }),
  ]);

type Streaming = LegalIn<'UpdateContactMediaStreamingBehavior'>;

interface StreamedDirections {
  /** What the customer says. */
  readonly from?: boolean;
  /** What the customer hears. */
  readonly to?: boolean;
}

const streamingPlan = (state: 'Enabled' | 'Disabled', directions: StreamedDirections, options?: OnError<never>) => {
  const { from = true, to = true } = directions;
  const given = {
    MediaStreamingState: state,
    MediaStreamType: 'Audio',
    Participants: [
      { ParticipantType: 'Customer', MediaDirections: [...(from ? ['From'] : []), ...(to ? ['To'] : [])] },
    ],
  };
  const block = state === 'Enabled' ? 'Start media streaming' : 'Stop media streaming';
  const metadata = { fromCustomer: from, toCustomer: to };
  return plan('UpdateContactMediaStreamingBehavior', given, { block, ways: [onError(options)], metadata });
};

/** Streams the customer's audio to Kinesis Video Streams, both directions unless said otherwise. */
export const startMediaStreaming = <T extends Streaming>(options: StreamedDirections & OnError<T> = {}): Step<T> =>
  step(startMediaStreaming, [streamingPlan('Enabled', options, options)]);

/** Ends the streaming; what was streamed stays readable at `$.MediaStreams.Customer.Audio`. */
export const stopMediaStreaming = <T extends Streaming>(options: StreamedDirections & OnError<T> = {}): Step<T> =>
  step(stopMediaStreaming, [streamingPlan('Disabled', options, options)]);

const HOLD = { agent: 'AgentOnHold', customer: 'CustomerOnHold', nobody: 'OffHold' } as const;

/** Puts a side of the call that is being transferred on hold, or `nobody`: all are joined again. Voice only. */
export const holdParticipant = <T extends LegalIn<'UpdatePreviousContactParticipantState'>>(
  who: keyof typeof HOLD,
  options?: OnError<T>,
): Step<T> =>
  step(holdParticipant, [
    plan(
      'UpdatePreviousContactParticipantState',
      { PreviousContactParticipantState: HOLD[who] },
      {
        block: 'Hold',
        words: who,
        ways: [onError(options)],
      },
    ),
  ]);

export { setRecording } from './recording';
