import type { InitiationMethod } from '../../journey';
import type { Channel } from '../../language';

/** Where a contact stands for its agent. Source: agent-event-stream-model, about-contact-states. */
export type AgentContactState =
  | 'INCOMING'
  | 'PENDING'
  | 'CONNECTING'
  | 'CONNECTED'
  | 'CONNECTED_ONHOLD'
  | 'PAUSED'
  | 'MISSED'
  | 'REJECTED'
  | 'ERROR'
  | 'ENDED';

interface NamedArn {
  readonly ARN: string;
  readonly Name: string | null;
}

export interface AgentContact {
  readonly ContactId: string;
  readonly InitialContactId: string | null;
  readonly Channel: Channel;
  readonly InitiationMethod: InitiationMethod;
  readonly State: AgentContactState;
  readonly StateStartTimestamp: string;
  readonly ConnectedToAgentTimestamp: string | null;
  readonly QueueTimestamp: string | null;
  readonly Queue: NamedArn | null;
}

export interface AgentSnapshot {
  readonly AgentStatus: NamedArn & { readonly StartTimestamp: string; readonly Type: 'ROUTABLE' };
  readonly Configuration: {
    readonly AgentHierarchyGroups: null;
    readonly FirstName: string;
    readonly LastName: string;
    readonly RoutingProfile: { readonly InboundQueues: readonly NamedArn[] };
    readonly Username: string;
  };
  readonly Contacts: readonly AgentContact[];
}

/** An event of the agent event stream. */
export interface AgentEvent {
  readonly AgentARN: string;
  readonly AWSAccountId: string;
  readonly CurrentAgentSnapshot: AgentSnapshot;
  readonly EventId: string;
  readonly EventTimestamp: string;
  readonly EventType: 'STATE_CHANGE';
  readonly InstanceARN: string;
  readonly PreviousAgentSnapshot: AgentSnapshot;
  readonly Version: '2019-05-25';
}
