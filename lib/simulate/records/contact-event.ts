import type { InitiationMethod } from '../../journey';
import type { Channel } from '../../language';
import type { SegmentAttributes } from './segment-attributes';

/** What contact events tell. Source: contact-events. */
export type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'CONTACT_DATA_UPDATED'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'PAUSED'
  | 'RESUMED'
  | 'DISCONNECTED'
  | 'COMPLETED';

export interface ContactEventDetail {
  readonly eventType: ContactEventType;
  readonly contactId: string;
  readonly initialContactId?: string;
  readonly previousContactId?: string;
  readonly relatedContactId?: string;
  readonly channel: Channel;
  readonly instanceArn: string;
  readonly initiationMethod: InitiationMethod;
  readonly initiationTimestamp: string;
  readonly connectedToSystemTimestamp?: string;
  readonly disconnectTimestamp?: string;
  readonly updatedProperties?: readonly string[];
  readonly queueInfo?: { readonly queueArn: string; readonly queueType: string; readonly enqueueTimestamp: string };
  readonly agentInfo?: {
    readonly agentArn: string;
    readonly connectedToAgentTimestamp: string;
    readonly acceptedByAgentTimestamp?: string;
    readonly previewEndTimestamp?: string;
    readonly agentInitiatedHoldDuration?: number;
    readonly afterContactWorkStartTimestamp?: string;
    readonly afterContactWorkEndTimestamp?: string;
    readonly afterContactWorkDuration?: number;
  };
  readonly customerId?: string;
  readonly segmentAttributes: SegmentAttributes;
  readonly tags: Readonly<Record<string, string>>;
}

/** A contact event as EventBridge carries it. */
export interface ContactEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'Amazon Connect Contact Event';
  readonly source: 'aws.connect';
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: ContactEventDetail;
}
