import type { LegalIn } from '../../language/wire';
import { plan, step } from '../place-step';
import type { Step } from '../step';
import type { Redaction } from './analytics';

interface PreviousAnalytics {
  readonly language: string;
  readonly voice?: readonly ('RealTime' | 'PostContact')[];
  readonly chat?: boolean;
  readonly sentiment?: boolean;
  readonly summaries?: boolean;
  readonly redaction?: Redaction & { readonly keepOriginal?: boolean };
}

interface PreviousOptions {
  /** Who is recorded; an empty list turns recording off. */
  readonly record: readonly ('Agent' | 'Customer')[];
  readonly recordScreen?: boolean;
  readonly recordAutomatedPart?: boolean;
  /** Wants both sides recorded. */
  readonly analytics?: PreviousAnalytics;
}

const channelsOf = ({ voice, chat }: PreviousAnalytics) =>
  (voice || chat) && {
    Chat: chat ? { AnalyticsModes: ['ContactLens'] } : undefined,
    Voice: voice && { AnalyticsModes: voice },
  };

const redactionOf = ({ redaction }: PreviousAnalytics) =>
  redaction && {
    AnalyticsRedactionBehavior: 'Enabled',
    AnalyticsRedactionResults: redaction.keepOriginal === false ? 'RedactedOnly' : 'RedactedAndOriginal',
    AnalyticsRedactionMaskMode: redaction.mask,
    AnalyticsRedactionEntities: redaction.entities,
  };

const analyticsOf = (analytics: PreviousAnalytics) => ({
  Enabled: true,
  AnalyticsLanguage: analytics.language,
  ...redactionOf(analytics),
  ChannelConfiguration: channelsOf(analytics) || undefined,
  SummaryConfiguration: analytics.summaries ? { SummaryModes: ['PostContact'] } : undefined,
  SentimentConfiguration: analytics.sentiment === undefined ? undefined : { Enabled: analytics.sentiment },
});

/**
 * The previous version of *Set recording and analytics behavior*, which many flows still hold. It takes no error branch.
 * Prefer `setRecording`, `setChatAnalytics` and `setScreenRecording`.
 */
export const setRecordingPreviousVersion = <T extends LegalIn<'UpdateContactRecordingBehavior'>>(
  options: PreviousOptions,
): Step<T> => {
  const { record, recordScreen, recordAutomatedPart, analytics } = options;
  const given = {
    RecordingBehavior: {
      RecordedParticipants: record,
      ScreenRecordedParticipants: recordScreen ? ['Agent'] : undefined,
      IVRRecordingBehavior:
        recordAutomatedPart === undefined ? undefined : recordAutomatedPart ? 'Enabled' : 'Disabled',
    },
    AnalyticsBehavior: analytics && analyticsOf(analytics),
  };
  const words = record.length === 0 ? 'off' : record.join(' and ');
  return step(setRecordingPreviousVersion, [
    plan('UpdateContactRecordingBehavior', given, { block: 'Set recording', words }),
  ]);
};
