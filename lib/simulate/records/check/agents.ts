import type { AgentContact, AgentContactState, AgentEvent } from '../agent-event';
import type { RecordCheck } from './run-records';

/** What may come after a state of a contact at its agent; undefined stands for nothing yet, or nothing any more. */
const AFTER: Readonly<Record<AgentContactState, readonly (AgentContactState | undefined)[]>> = {
  INCOMING: ['PENDING', 'CONNECTED', 'MISSED', 'REJECTED', 'ERROR', undefined],
  PENDING: ['CONNECTED', 'ERROR', undefined],
  CONNECTING: ['CONNECTED', 'MISSED', 'REJECTED', 'ERROR', undefined],
  CONNECTED: ['CONNECTED_ONHOLD', 'PAUSED', 'ENDED', 'ERROR'],
  PAUSED: ['CONNECTED', 'ENDED'],
  CONNECTED_ONHOLD: ['CONNECTED', 'ENDED'],
  MISSED: [undefined],
  REJECTED: [undefined],
  ERROR: [undefined],
  ENDED: [undefined],
};

const contactIn = (contacts: readonly AgentContact[], id: string): AgentContact | undefined =>
  contacts.find(({ ContactId }) => ContactId === id);

const changed = ({ CurrentAgentSnapshot: now, PreviousAgentSnapshot: before }: AgentEvent): ReadonlySet<string> =>
  new Set([...before.Contacts, ...now.Contacts].map(({ ContactId }) => ContactId));

const transitions: RecordCheck = ({ agentEvents = [] }) =>
  agentEvents.flatMap((event) => {
    const { CurrentAgentSnapshot: now, PreviousAgentSnapshot: before } = event;
    return [...changed(event)].flatMap((id) => {
      const from = contactIn(before.Contacts, id)?.State;
      const to = contactIn(now.Contacts, id)?.State;
      const isLegal = from === undefined || from === to || AFTER[from].includes(to);
      const agent = now.Configuration.Username;
      return isLegal ? [] : [`At agent ${agent}, ${id} goes from ${from} to ${to ?? 'nothing'}.`];
    });
  });

const ofRecord: RecordCheck = ({ agentEvents = [], byId }) =>
  agentEvents.flatMap(({ AgentARN, CurrentAgentSnapshot: { Contacts, Configuration } }) =>
    Contacts.flatMap(({ ContactId: id, State }) => {
      const record = byId.get(id);
      const agent = Configuration.Username;
      if (record === undefined) return [`Agent ${agent} has ${id}, of which there is no record.`];
      const connected = State === 'CONNECTED' || State === 'CONNECTED_ONHOLD';
      if (!connected || record.Agent?.ARN === AgentARN) return [];
      return [`Agent ${agent} is connected to ${id}, whose record names ${record.Agent?.Username ?? 'no agent'}.`];
    }),
  );

/** An agent is shown as the event before left them. */
const continuity: RecordCheck = ({ agentEvents = [] }) => {
  const last = new Map<string, AgentEvent>();
  return agentEvents.flatMap((event) => {
    const before = last.get(event.AgentARN);
    last.set(event.AgentARN, event);
    if (before === undefined) return [];
    const agent = event.CurrentAgentSnapshot.Configuration.Username;
    const isSame = JSON.stringify(before.CurrentAgentSnapshot) === JSON.stringify(event.PreviousAgentSnapshot);
    return isSame ? [] : [`The events of agent ${agent} do not follow one from another at ${event.EventTimestamp}.`];
  });
};

export const AGENT_CHECKS: readonly RecordCheck[] = [transitions, ofRecord, continuity];
