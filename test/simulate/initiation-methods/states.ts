import type { AgentEvent } from '../../../lib/simulate';
import { agentArn } from '../script';

/** How an agent's contacts stand in each event of the stream, `-` where there is none. */
export const statesOf = (events: readonly AgentEvent[] | undefined, agent: string): readonly string[] =>
  (events ?? [])
    .filter(({ AgentARN }) => AgentARN === agentArn(agent))
    .map(({ CurrentAgentSnapshot: { Contacts } }) => Contacts.map(({ State }) => State).join(' ') || '-');
