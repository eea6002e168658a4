import type { ContactRecord } from '../contact-record';
import { DISCONNECT_REASONS } from '../disconnect-reason';
import { BEGUN_BY_AGENT, eachRecord, type RecordCheck } from './run-records';

const queueBlock = (record: ContactRecord): readonly (string | false)[] => {
  const { ContactId: id, InitiationMethod: method, Queue, Agent, DisconnectTimestamp } = record;
  const waited = Queue?.EnqueueTimestamp != null;
  const offered = !BEGUN_BY_AGENT.has(method);
  return [
    offered && Agent !== null && !waited && `${id} was connected to an agent without having waited in a queue.`,
    offered && Queue !== null && !waited && `${id} names a queue in which it never waited.`,
    method === 'QUEUE_TRANSFER' && Queue === null && `${id} was moved to another queue, which it does not name.`,
    waited &&
      (Agent !== null || DisconnectTimestamp !== null) &&
      Queue.DequeueTimestamp === null &&
      `${id} is out of its queue and has no DequeueTimestamp.`,
  ];
};

const agentBlock = (record: ContactRecord): readonly (string | false)[] => {
  const { ContactId: id, InitiationMethod: method, Agent, AgentConnectionAttempts: attempts } = record;
  return [
    Agent !== null && attempts === 0 && !BEGUN_BY_AGENT.has(method) && `${id} was never offered to its agent.`,
    attempts > 0 && record.Queue?.EnqueueTimestamp == null && `${id} was offered to agents without having waited.`,
  ];
};

const reason = (record: ContactRecord): readonly (string | false)[] => {
  const { ContactId: id, Channel, DisconnectReason: why, DisconnectTimestamp, InitiationMethod: method } = record;
  if (DisconnectTimestamp === null) return [why !== null && `${id} goes on, and ended with ${why}.`];
  // Chats that end for other reasons than those listed have none.
  if (why === null) return [Channel !== 'CHAT' && `${id} ended without a reason.`];
  return [
    !DISCONNECT_REASONS[Channel].includes(why) && `${id} ended with ${why}, which ${Channel} contacts never do.`,
    why === 'CUSTOMER_NEVER_ARRIVED' && method !== 'WEBRTC_API' && `${id} ended with ${why}, as only web calls do.`,
    why === 'TRANSFERRED' && record.NextContactId === null && `${id} was transferred, and has no next contact.`,
    why === 'AGENT_DISCONNECT' &&
      record.Agent === null &&
      !BEGUN_BY_AGENT.has(method) &&
      `${id} was ended by its agent, and had none.`,
  ];
};

/** Only calls reach a third party, and only a follower of the contact can be the call there. */
const thirdParty = (record: ContactRecord, run: Parameters<RecordCheck>[0]): readonly (string | false)[] => {
  const { ContactId: id, TransferredToEndpoint, NextContactId, TransferCompletedTimestamp } = record;
  const next = NextContactId === null ? undefined : run.byId.get(NextContactId)?.InitiationMethod;
  return [
    TransferredToEndpoint !== null && next !== 'EXTERNAL_OUTBOUND' && `${id} was transferred out by no contact.`,
    TransferCompletedTimestamp !== null &&
      next !== 'TRANSFER' &&
      `${id} has a completed transfer, and no contact of it.`,
  ];
};

export const BLOCK_CHECKS: readonly RecordCheck[] = [queueBlock, agentBlock, reason, thirdParty].map(eachRecord);
