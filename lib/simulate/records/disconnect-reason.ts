import type { Channel } from '../../language';
import type { Contact } from '../contact';

const TELECOM = [
  'TELECOM_BUSY',
  'TELECOM_NUMBER_INVALID',
  'TELECOM_POTENTIAL_BLOCKING',
  'TELECOM_UNANSWERED',
  'TELECOM_TIMEOUT',
  'TELECOM_ORIGINATOR_CANCEL',
  'TELECOM_PROBLEM',
] as const;

const CAMPAIGN = [
  'OUTBOUND_DESTINATION_ENDPOINT_ERROR',
  'OUTBOUND_RESOURCE_ERROR',
  'OUTBOUND_ATTEMPT_FAILED',
  'OUTBOUND_PREVIEW_DISCARDED',
  'EXPIRED',
] as const;

/** The reasons that a record of each channel can carry. Source: ctr-data-model. */
export const DISCONNECT_REASONS: Readonly<Record<Channel, readonly string[]>> = {
  VOICE: [
    ...TELECOM,
    ...CAMPAIGN,
    'CUSTOMER_NEVER_ARRIVED',
    'THIRD_PARTY_DISCONNECT',
    'CUSTOMER_DISCONNECT',
    'AGENT_DISCONNECT',
    'BARGED',
    'CONTACT_FLOW_DISCONNECT',
    'OTHER',
  ],
  CHAT: [
    'AGENT_DISCONNECT',
    'CUSTOMER_DISCONNECT',
    'AGENT_NETWORK_DISCONNECT',
    'CUSTOMER_CONNECTION_NOT_ESTABLISHED',
    'EXPIRED',
    'CONTACT_FLOW_DISCONNECT',
    'API',
    'BARGED',
    'IDLE_DISCONNECT',
    'THIRD_PARTY_DISCONNECT',
    'SYSTEM_ERROR',
  ],
  TASK: ['AGENT_COMPLETED', 'AGENT_DISCONNECT', 'EXPIRED', 'CONTACT_FLOW_DISCONNECT', 'API', 'OTHER'],
  EMAIL: ['TRANSFERRED', 'AGENT_DISCONNECT', 'EXPIRED', 'DISCARDED', 'CONTACT_FLOW_DISCONNECT', 'API', 'OTHER'],
};

const MOVES = new Set<string>(['TRANSFER', 'QUEUE_TRANSFER']);

/** Emails say that they were transferred; every other channel says who left. */
const wasTransferred = ({ channel, next }: Contact): boolean => channel === 'EMAIL' && MOVES.has(next?.method ?? '');

/** The reason that the record of a contact carries; null while it goes on, and where the channel has no word for it. */
export const disconnectReason = (contact: Contact): string | null => {
  const { disconnectReason: reason, channel, method } = contact;
  if (reason === null) return null;
  if (wasTransferred(contact)) return 'TRANSFERRED';
  if (channel === 'CHAT' && reason === 'OTHER') return null;
  // Records keep this reason for customers of web calls who never came.
  return reason === 'CUSTOMER_NEVER_ARRIVED' && method !== 'WEBRTC_API' ? 'TELECOM_UNANSWERED' : reason;
};
