import type { Contact, Offer, Spell } from '../contact';
import type { SimulationResult } from '../simulation';
import type { World, WorldAgent } from '../world';
import type { AgentContact, AgentContactState, AgentEvent, AgentSnapshot } from './agent-event';
import { afterContactWorkOf, agentLeftAt, holdsOf } from './facts';
import { stableId } from './stable-id';
import { exact } from './timestamps';

/** A contact comes to another state at an agent; null when the agent is rid of it. */
interface Change {
  readonly at: number;
  readonly agent: string;
  readonly contact: Contact;
  readonly state: AgentContactState | null;
}

const OUTCOMES = { missed: 'MISSED', rejected: 'REJECTED', abandoned: 'REJECTED', failed: 'ERROR' } as const;

type Assumed = SimulationResult['assumptions'];

const offerChanges = (contact: Contact, offer: Offer, assumed: Assumed): readonly Change[] => {
  const { agent, start, end, outcome } = offer;
  const isCallback = contact.method === 'CALLBACK';
  const rings: Change = { at: start, agent, contact, state: isCallback ? 'INCOMING' : 'CONNECTING' };
  if (outcome === null || end === null) return [rings];
  const isPending = isCallback && assumed.callbackShowsPending === 'yes';
  if (outcome === 'accepted') return isPending ? [rings, { ...rings, at: end, state: 'PENDING' }] : [rings];
  const gone = { at: end, agent, contact };
  return [rings, { ...gone, state: OUTCOMES[outcome] }, { ...gone, state: null }];
};

/** Who dials has the contact from its beginning, and nobody is offered it. */
const diallerOf = ({ method, parties }: Contact): string | undefined =>
  method === 'OUTBOUND' ? parties.get('AGENT')?.name : undefined;

const dialling = (contact: Contact): readonly Change[] => {
  const agent = diallerOf(contact);
  return agent === undefined ? [] : [{ at: contact.initiated, agent, contact, state: 'CONNECTING' }];
};

/** The agent was there, and the customer was gone before both were connected: an error, unless nobody picked up for an agent who dialled. */
const neverConnected = (contact: Contact): readonly Change[] => {
  const { connectedToAgent, connectedToSystem, disconnected } = contact;
  const dialler = diallerOf(contact);
  const agent = dialler ?? contact.offers.find(({ outcome }) => outcome === 'accepted')?.agent;
  if (agent === undefined || connectedToAgent !== null || disconnected === null) return [];
  const rid: Change = { at: disconnected, agent, contact, state: null };
  return dialler !== undefined && connectedToSystem === null ? [rid] : [{ ...rid, state: 'ERROR' }, rid];
};

const conversationChanges = (contact: Contact): readonly Change[] => {
  const { agent, connectedToAgent } = contact;
  if (agent === null || connectedToAgent === null) return neverConnected(contact);
  const left = agentLeftAt(contact);
  const change = (at: number | null, state: Change['state']): readonly Change[] =>
    at === null ? [] : [{ at, agent: agent.name, contact, state }];
  const away = (spells: readonly Spell[], state: AgentContactState) =>
    spells.flatMap(({ start, end }) => [...change(start, state), ...(end === left ? [] : change(end, 'CONNECTED'))]);
  const holds = [...away(holdsOf(contact), 'CONNECTED_ONHOLD'), ...away(contact.pauses, 'PAUSED')];
  const rid = left === null ? null : (afterContactWorkOf(contact)?.end ?? left);
  return [...change(connectedToAgent, 'CONNECTED'), ...holds, ...change(left, 'ENDED'), ...change(rid, null)];
};

const changesOf = (contact: Contact, assumed: Assumed): readonly Change[] => [
  ...dialling(contact),
  ...contact.offers.flatMap((offer) => offerChanges(contact, offer, assumed)),
  ...conversationChanges(contact),
];

const agentContact = ({ contact, at, state }: Change & { state: AgentContactState }): AgentContact => {
  const { queue, enqueued, connectedToAgent } = contact;
  return {
    ContactId: contact.id,
    InitialContactId: contact.initial?.id ?? null,
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
    readonly world: World,
    readonly start: number,
  ) {
    this.#last = this.#snapshot();
  }

  event(change: Change, turn: number): AgentEvent {
    const { contact, state, at } = change;
    if (state === null) this.#contacts.delete(contact.id);
    else this.#contacts.set(contact.id, agentContact({ ...change, state }));
    const PreviousAgentSnapshot = this.#last;
    this.#last = this.#snapshot();
    const { instanceArn } = this.world;
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
    const { world } = this;
    const served = world.queues.filter(({ arn }) => queues === 'every queue' || queues.includes(arn));
    return {
      AgentStatus: {
        ARN: `${world.instanceArn}/agent-state/available`,
        Name: 'Available',
        StartTimestamp: exact(this.start),
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
  const agents = new Map(world.agents.map((agent) => [agent.name, new StreamedAgent(agent, world, result.start)]));
  const changes = result.contacts.flatMap((contact) => changesOf(contact, result.assumptions));
  return [...changes]
    .sort((a, b) => a.at - b.at)
    .flatMap((change, turn) => agents.get(change.agent)?.event(change, turn) ?? []);
};
