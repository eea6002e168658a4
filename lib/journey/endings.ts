import type { Channel } from '../language';

/**
 * The disconnect reasons after which a contact goes on with its disconnect flow: the events of Set disconnect flow, with
 * the customer still there. Source: set-disconnect-flow. Whether a call goes on when the customer hangs up is the
 * assumption `customerLeavingRunsDisconnectFlow`.
 */
const DISCONNECT_EVENTS: Readonly<Record<Channel, readonly string[]>> = {
  VOICE: ['AGENT_DISCONNECT', 'TELECOM_PROBLEM'],
  CHAT: ['AGENT_DISCONNECT', 'IDLE_DISCONNECT', 'EXPIRED'],
  TASK: ['AGENT_DISCONNECT', 'AGENT_COMPLETED', 'CONTACT_FLOW_DISCONNECT', 'EXPIRED'],
  EMAIL: [],
};

/** Whether a contact that ends for this reason runs the disconnect flow that is set on it. */
export const runsDisconnectFlow = (channel: Channel, reason: string): boolean =>
  DISCONNECT_EVENTS[channel].includes(reason);
