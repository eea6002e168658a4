import type { ActionSpec } from '../action-spec';

/** Every type of flow but campaigns, whose block set is unpublished. */
export const EVERY_FLOW_TYPE = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
] as const;

/** Every type of flow, and modules. */
export const EVERYWHERE = [...EVERY_FLOW_TYPE, 'MODULE'] as const;

export const ON_EVERY_CHANNEL = {
  VOICE: 'works',
  CHAT: 'works',
  TASK: 'works',
  EMAIL: 'works',
} as const satisfies ActionSpec['channels'];
