import type { SimulationResult } from '../simulation';
import type { World, WorldAgent } from '../world';
import type { AgentContact, AgentContactState, AgentEvent, AgentSnapshot } from './agent-event';
import { type Offer, RunFacts, type TrackedContact } from './facts';
import { stableId } from './stable-id';
import { exact } from './timestamps';

/** A contact comes to another state at an agent; null when the agent is rid of it. */
interface Change {
  readonly at: number;
  readonly agent: string;
  readonly contact: TrackedContact;
  readonly state: AgentContactState | null;
}

const OUTCOMES = { missed: 'MISSED', rejected: 'REJECTED', abandoned: 'REJECTED' } as const;

const offerChanges = (contact: TrackedContact, { agent, start, end, outcome }: Offer): readonly Change[] => {
  const ringing = contact.method === 'CALLBACK' ? 'INCOMING' : 'CONNECTING';
  const rings: readonly Change[] = start === null ? [] : [{ at: start, agent, contact, state: ringing }];
  if (outcome === 'accepted') return rings;
  const gone = { at: end, agent, contact };
  return [...rings, { ...gone, state: OUTCOMES[outcome] }, { ...gone, state: null }];
};

/** The agent was there, and the customer was gone before both were connected. */
const neverConnected = (contact: TrackedContact, facts: RunFacts): readonly Change[] => {
  const { connectedToAgent, disconnected } = contact;
  const accepted = facts.offers(contact).find(({ outcome }) => outcome === 'accepted');
  if (accepted === undefined || connectedToAgent !== null || disconnected === null) return [];
  const gone = { at: disconnected, agent: accepted.agent, contact };
  return [
    { ...gone, state: 'ERROR' },
    { ...gone, state: null },
  ];
};

const conversationChanges = (contact: TrackedContact, facts: RunFacts): readonly Change[] => {
  const agent = facts.agent(contact);
  const { connectedToAgent } = contact;
  if (agent === null || connectedToAgent === null) return neverConnected(contact, facts);
  const left = facts.agentLeft(contact);
  const change = (at: number | null, state: Change['state']): readonly Change[] =>
    at === null ? [] : [{ at, agent: agent.name, contact, state }];
  const holds = facts
    .holds(contact)
    .flatMap(({ start, end }) => [
      ...change(start, 'CONNECTED_ONHOLD'),
      ...(end === null || end === left ? [] : change(end, 'CONNECTED')),
    ]);
  const rid = left === null ? null : (facts.afterContactWork(contact)?.end ?? left);
  return [...change(connectedToAgent, 'CONNECTED'), ...holds, ...change(left, 'ENDED'), ...change(rid, null)];
};

const changesOf = (contact: TrackedContact, facts: RunFacts): readonly Change[] => [
  ...facts.offers(contact).flatMap((offer) => offerChanges(contact, offer)),
  ...conversationChanges(contact, facts),
];

const agentContact = ({ contact, at, state }: Change & { state: AgentContactState }, facts: RunFacts): AgentContact => {
  const { queue, enqueued, connectedToAgent } = contact;
  return {
    ContactId: contact.id,
    InitialContactId: facts.initial(contact)?.id ?? null,
    Channel: contact.channel,
    InitiationMethod: contact.method,
    State: state,
    StateStartTimestamp: exact(at),
    ConnectedToAgentTimestamp: connectedToAgent === null || connectedToAgent > at ? null : exact(connectedToAgent),
    QueueTimestamp: enqueued === null ? null : exact(enqueued),
    Queue: queue && { ARN: queue.arn, Name: queue.agent === undefined ? queue.name : null },
  };
};

/** One agent as the stream shows them, from one event to the next. */
class StreamedAgent {
  readonly #contacts = new Map<string, AgentContact>();
  #last: AgentSnapshot;

  constructor(
    readonly agent: WorldAgent,
    readonly facts: RunFacts,
  ) {
    this.#last = this.#snapshot();
  }

  event(change: Change, turn: number): AgentEvent {
    const { contact, state, at } = change;
    if (state === null) this.#contacts.delete(contact.id);
    else this.#contacts.set(contact.id, agentContact({ ...change, state }, this.facts));
    const PreviousAgentSnapshot = this.#last;
    this.#last = this.#snapshot();
    const { instanceArn } = this.facts.world;
    return {
      AgentARN: this.agent.arn,
      AWSAccountId: instanceArn.split(':')[4] ?? '',
      CurrentAgentSnapshot: this.#last,
      EventId: stableId(`${this.agent.arn} ${contact.id} ${turn}`),
      EventTimestamp: exact(at),
      EventType: 'STATE_CHANGE',
      InstanceARN: instanceArn,
      PreviousAgentSnapshot,
      Version: '2019-05-25',
    };
  }

  #snapshot(): AgentSnapshot {
    const { name, firstName = name, lastName = '', queues } = this.agent;
    const { world, result } = this.facts;
    const served = world.queues.filter(({ arn }) => queues === 'every queue' || queues.includes(arn));
    return {
      AgentStatus: {
        ARN: `${world.instanceArn}/agent-state/available`,
        Name: 'Available',
        StartTimestamp: exact(result.start),
        Type: 'ROUTABLE',
      },
      Configuration: {
        AgentHierarchyGroups: null,
        FirstName: firstName,
        LastName: lastName,
        RoutingProfile: { InboundQueues: served.map(({ arn, name: Name }) => ({ ARN: arn, Name })) },
        Username: name,
      },
      Contacts: [...this.#contacts.values()],
    };
  }
}

/**
 * The agent event stream of a run, as far as contacts tell of agents: what becomes of contacts at each agent, in order of
 * time. Logins, heart beats and changes of status are not in it.
 */
export const agentEvents = (result: SimulationResult, world: World): readonly AgentEvent[] => {
  const facts = new RunFacts(result, world);
  const agents = new Map(world.agents.map((agent) => [agent.name, new StreamedAgent(agent, facts)]));
  const changes = result.contacts.flatMap((contact) => changesOf(contact, facts));
  return [...changes]
    .sort((a, b) => a.at - b.at)
    .flatMap((change, turn) => agents.get(change.agent)?.event(change, turn) ?? []);
};
