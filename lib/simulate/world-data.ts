import type { ErrorType, Json } from '../language';

/** Something that flows name and that needs no more than to be there. */
export interface WorldNamed {
  readonly arn: string;
  readonly name: string;
}

/** A case of the Cases domain. Of several, the one that stands last was updated last. */
export interface WorldCase {
  readonly id: string;
  /** By field id: title, status, customer_id, own fields … */
  readonly fields: Readonly<Record<string, string>>;
}

/** An asset, an order, a case or another object of a profile. Of several, the one that stands last is the latest. */
export interface WorldProfileObject {
  /** `Asset`, `Order`, `Case`, or the name of a custom object type. */
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A customer profile. */
export interface WorldProfile {
  readonly id: string;
  /** As `$.Customer` reads them: FirstName, PhoneNumber, EmailAddress, AccountNumber … */
  readonly fields: Readonly<Record<string, string>>;
  /** `$.Customer.Attributes` */
  readonly attributes?: Readonly<Record<string, string>>;
  /** `$.Customer.CalculatedAttributes` */
  readonly calculated?: Readonly<Record<string, string>>;
  readonly objects?: readonly WorldProfileObject[];
  /** Values under search keys of your own; the standard keys (`_phone`, `_email`, `_account` …) follow from the fields. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** A data table. */
export interface WorldDataTable extends WorldNamed {
  /** The attributes that tell rows apart. */
  readonly primary: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Values of attributes for which a row holds none. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** What a write has to name unless it names LATEST. @default '1' */
  readonly lockVersion?: string;
}

/** What a bot makes of something that was said. */
export interface BotAnswer {
  readonly intent: string;
  readonly slots?: Readonly<Record<string, string>>;
  readonly sessionAttributes?: Readonly<Record<string, string>>;
  /** @default 'Fulfilled' */
  readonly dialogState?: string;
  /** 0 to 1. */
  readonly confidence?: number;
  /** POSITIVE, NEGATIVE, NEUTRAL or MIXED. */
  readonly sentiment?: string;
  readonly alternatives?: Json;
}

/** A Lex bot. One that the world does not hold takes whatever is said for the name of an intent. */
export interface WorldBot extends WorldNamed {
  /** By what is said; anything else is FallbackIntent. */
  readonly understands: Readonly<Record<string, BotAnswer>>;
}

/** A message template of the knowledge base. */
export interface WorldMessageTemplate extends WorldNamed {
  /** Contact attributes that it fills in: without one of them it cannot be rendered. @default none */
  readonly needs?: readonly string[];
}

/** What the telephone network does. */
export interface WorldTelephony {
  /** How the numbers begin that the instance may call. @default every number */
  readonly dialable?: readonly string[];
  /** Numbers that are always engaged. */
  readonly busy?: readonly string[];
}

/** What Voice ID finds; the service has ended, so a world has none unless it says so. */
export interface WorldVoiceId {
  readonly enrollmentStatus?: 'Enrolled' | 'NotEnrolled' | 'OptedOut';
  readonly voiceAuthentication?: 'Authenticated' | 'NotAuthenticated' | 'Inconclusive' | 'NotEnrolled' | 'OptedOut';
  readonly fraudDetection?: 'HighRisk' | 'LowRisk' | 'Inconclusive';
}

/** An action that fails although nothing is wrong with what it names: throttled, without permission, out of order. */
export interface WorldFault {
  /** Type or identifier. @default every action whose form knows the error */
  readonly action?: string;
  /** Name of the flow or module. @default every flow */
  readonly flow?: string;
  /** The branch by which it leaves. */
  readonly error: ErrorType;
  /** How often; after that it works. @default always */
  readonly times?: number;
  readonly because?: string;
}

/** What a world holds besides the contact centre itself: plain data, which each run copies before it changes any. */
export interface WorldData {
  readonly cases: readonly WorldCase[];
  /** Of the Cases domain, by id. */
  readonly caseTemplates: readonly WorldNamed[];
  readonly profiles: readonly WorldProfile[];
  readonly dataTables: readonly WorldDataTable[];
  /** Assistants (Amazon Q in Connect, formerly Wisdom). */
  readonly assistants: readonly WorldNamed[];
  readonly messageTemplates: readonly WorldMessageTemplate[];
  readonly bots: readonly WorldBot[];
  /** Ids of chats that ended before the run and can be continued. */
  readonly pastChats: readonly string[];
  readonly faults?: readonly WorldFault[];
  /** @default every number can be called, and none is engaged */
  readonly telephony?: WorldTelephony;
  readonly voiceId?: WorldVoiceId;
  /** What answering machine detection finds. @default it does not run: the call is no campaign call */
  readonly callProgress?: 'CallAnswered' | 'VoicemailBeep' | 'VoicemailNoBeep' | 'NotDetected';
  /** Whether calls hold six people instead of three. @default false */
  readonly multiParty?: boolean;
  /**
   * The outbound callback flow (id or ARN) of an instance that calls customers back before it offers the call to an agent.
   * In flows the mode is set in the designer only; what it is called on the wire is not published. @default agents first
   */
  readonly customerFirstCallbackFlow?: string;
  /** Whether the instance streams audio to Kinesis. @default true */
  readonly mediaStreaming?: boolean;
  /** A bot of your own that takes part in chats, and when it leaves. @default none takes part */
  readonly chatBot?: { readonly leavesAfterSeconds: number };
  /** What an email contact says. @default its text cannot be read */
  readonly emailText?: string;
}

/** Nothing of all that. */
export const NO_DATA: WorldData = {
  cases: [],
  caseTemplates: [],
  profiles: [],
  dataTables: [],
  assistants: [],
  messageTemplates: [],
  bots: [],
  pastChats: [],
};
