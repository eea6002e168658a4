import type { InitiationMethod } from '../../journey';
import type { Channel } from '../../language';
import type { Endpoint } from '../contact';
import type { SegmentAttributes } from './segment-attributes';

type TextMap = Readonly<Record<string, string>>;

/** The queue of a contact record. */
export interface QueueRecord {
  readonly ARN: string;
  /** Null where an agent queue was seen without a name. */
  readonly Name: string | null;
  /** Null on outbound calls, which have a queue and never wait in it. */
  readonly EnqueueTimestamp: string | null;
  readonly DequeueTimestamp: string | null;
  /** In whole seconds. */
  readonly Duration: number;
  /** Of a customer who was called back first: with the time that the callback waited for its turn. In whole seconds. */
  readonly CallbackTotalQueueDuration?: number;
}

/** The agent of a contact record; durations in whole seconds. */
export interface AgentRecord {
  readonly ARN: string;
  /** Of a campaign with preview only, as the next. */
  readonly AcceptedByAgentTimestamp?: string;
  readonly PreviewEndTimestamp?: string;
  readonly Username: string;
  readonly ConnectedToAgentTimestamp: string;
  /** Without the time on hold: both add up to the time with the agent. */
  readonly AgentInteractionDuration: number | null;
  readonly CustomerHoldDuration: number | null;
  readonly AgentInitiatedHoldDuration: number | null;
  readonly LongestHoldDuration: number | null;
  readonly NumberOfHolds: number;
  readonly AfterContactWorkStartTimestamp: string | null;
  readonly AfterContactWorkEndTimestamp: string | null;
  readonly AfterContactWorkDuration: number | null;
  readonly AgentPauseDuration: number | null;
  readonly HierarchyGroups: null;
  readonly RoutingProfile: null;
}

/** Those of the values that a simulated call can have. */
type AnsweringMachineDetectionStatus =
  | 'HUMAN_ANSWERED'
  | 'VOICEMAIL_BEEP'
  | 'VOICEMAIL_NO_BEEP'
  | 'AMD_UNRESOLVED'
  | 'AMD_UNANSWERED';

/** A contact record as the stream carries it. Source: ctr-data-model, and records published by others. */
export interface ContactRecord {
  readonly AWSAccountId: string;
  readonly AWSContactTraceRecordFormatVersion: string;
  readonly Agent: AgentRecord | null;
  readonly AgentConnectionAttempts: number;
  readonly AnsweringMachineDetectionStatus: AnsweringMachineDetectionStatus | null;
  readonly Attributes: TextMap;
  readonly Campaign: null;
  readonly Channel: Channel;
  readonly ConnectedToSystemTimestamp: string | null;
  readonly ContactAssociationId: string | null;
  readonly ContactDetails: TextMap;
  readonly ContactId: string;
  readonly ContactLens: null;
  readonly CustomerEndpoint: Endpoint | null;
  readonly CustomerId: string | null;
  readonly CustomerVoiceActivity: null;
  readonly DisconnectReason: string | null;
  /** Null while the contact goes on. */
  readonly DisconnectTimestamp: string | null;
  /** Null on the first contact of a chain, as records (unlike Lambda events) have it. */
  readonly InitialContactId: string | null;
  readonly InitiationMethod: InitiationMethod;
  readonly InitiationTimestamp: string;
  readonly InstanceARN: string;
  readonly LastUpdateTimestamp: string;
  readonly MediaStreams: readonly { readonly Type: string }[];
  readonly NextContactId: string | null;
  readonly PreviousContactId: string | null;
  readonly Queue: QueueRecord | null;
  readonly Recording: null;
  readonly Recordings: null;
  readonly References: readonly { readonly Name: string; readonly Type: string; readonly Value: string }[];
  readonly RelatedContactId: string | null;
  readonly ScheduledTimestamp: null;
  readonly SegmentAttributes: SegmentAttributes;
  readonly SystemEndpoint: Endpoint | null;
  readonly Tags: TextMap;
  readonly TransferCompletedTimestamp: string | null;
  readonly TransferredToEndpoint: Endpoint | null;
}
