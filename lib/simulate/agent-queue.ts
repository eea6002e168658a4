import { LIMITS } from '../language';
import type { WorldAgent, WorldQueue } from './world';

/** The queue that every agent has of their own; nobody else serves it. */
export const agentQueue = ({ arn, name }: WorldAgent): WorldQueue => ({
  arn: `${arn}/queue`,
  name,
  agent: arn,
  maxContacts: LIMITS.agentQueueContacts,
});
