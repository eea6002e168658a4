import type { ParametersOf } from '../../language/wire';

type VoiceAnalytics = NonNullable<
  NonNullable<ParametersOf<'UpdateContactRecordingAndAnalyticsBehavior'>['VoiceBehavior']>['VoiceAnalyticsBehavior']
>;

/** What can be masked: names, numbers, addresses and the like. */
export type RedactionEntity = NonNullable<
  NonNullable<VoiceAnalytics['ConversationalAnalyticsRedactionConfiguration']>['RedactionEntities']
>[number];

export interface Redaction {
  /** Everything that is personal, when left out. */
  readonly entities?: readonly [RedactionEntity, ...RedactionEntity[]];
  /** What stands in place of it: the word `PII` (the default), or the kind of thing. */
  readonly mask?: 'PII' | 'EntityType';
}

interface StoredRedaction extends Redaction {
  /** Whether the original is kept as well; it is unless said otherwise. */
  readonly keepOriginal?: boolean;
}

export interface Analytics<M extends string> {
  /** A locale such as `en-US`. */
  readonly language: string;
  readonly modes?: readonly M[];
  readonly sentiment?: boolean;
  readonly summaries?: readonly ('PostContact' | 'AutomatedInteraction')[];
  /** Masks personal data in what is stored. */
  readonly redaction?: StoredRedaction;
}

const redactionOf = (redaction: StoredRedaction | undefined) =>
  redaction && {
    Enabled: true,
    RedactionResults: redaction.keepOriginal === false ? 'RedactedOnly' : 'RedactedAndOriginal',
    RedactionMaskMode: redaction.mask,
    RedactionEntities: redaction.entities,
  };

/** Analytics in wire form; calls and chats differ in their modes only. */
export const analyticsOf = (
  { language, modes, sentiment, summaries, redaction }: Analytics<string>,
  usual: readonly string[],
) => ({
  Enabled: true,
  AnalyticsLanguage: language,
  AnalyticsModes: modes ?? usual,
  ConversationalAnalyticsRedactionConfiguration: redactionOf(redaction),
  SentimentConfiguration: sentiment === undefined ? undefined : { Enabled: sentiment },
  SummaryConfiguration: summaries && { SummaryModes: summaries },
});
