import type { FlowType } from '../language';
import type { AssumptionName, Assumptions } from './assumptions';
import { DEFAULT_FLOWS, defaultFlowOf, type OverridePlace } from './default-flows';
import type { EventHook } from './event-hooks';

/**
 * Who takes part in a contact. On a transfer the SOURCE_AGENT plays the part of the customer, and the DESTINATION_AGENT
 * that of the agent.
 */
export type Party = 'CUSTOMER' | 'AGENT' | 'SOURCE_AGENT' | 'DESTINATION_AGENT' | 'SUPERVISOR';

/** What happens to a contact and can start a flow. */
export type Moment =
  /** The contact exists; nobody is on it yet. */
  | 'CREATED'
  /** The customer is connected to the system: the call arrived or was answered, the chat or task started. */
  | 'CONNECTED'
  /** The contact entered a queue. */
  | 'QUEUED'
  /** An agent accepted the contact. */
  | 'ACCEPTED'
  /** An agent starts an outbound call. */
  | 'DIALLING'
  /** The customer picked up a call for which an agent already waits. */
  | 'ANSWERED'
  /** An agent used a quick connect. */
  | 'TRANSFER_STARTED'
  /** A party of the contact was put on hold. */
  | 'PUT_ON_HOLD'
  /** The contact that came before this one ended, and the customer is still there. */
  | 'CUSTOMER_REMAINED'
  /** An agent paused a task. */
  | 'PAUSED'
  /** A paused task goes on. */
  | 'RESUMED'
  /** An email was sent. */
  | 'SENT'
  /** The agent of a chat sent the customer a flow. */
  | 'FLOW_SENT';

/** Where the flow of a stage comes from when it is no override of a default. */
export type EntryPlace =
  | { readonly at: 'entry point' }
  | { readonly at: 'hook'; readonly hook: EventHook }
  | { readonly at: 'quick connect'; readonly kind: 'FLOW' };

/** One flow in a journey. Stages of one journey that start at the same moment run one after another, as the table lists them. */
export interface Stage {
  readonly flowType: FlowType;
  /** Null where nobody is there to hear it. */
  readonly heardBy: Party | null;
  readonly on: Moment;
  /** Where its flow is named. @default the place where the default flow of this type is overridden */
  readonly from?: EntryPlace;
  /** What runs when no flow is named there. */
  readonly otherwise: 'default' | 'none';
  /** What stops the flow although it has not ended: the party leaves the queue, or is taken off hold. */
  readonly until?: 'LEFT_QUEUE' | 'OFF_HOLD';
  /** The flow runs on the contact that came before, beside everything else. */
  readonly beside?: 'previous contact';
  /** Only the part from the first Play prompt on is heard; what stands before runs while nobody has picked up. */
  readonly splitAtFirstPrompt?: true;
  /** The stage exists only while this assumption has this value. */
  readonly assumes?: { readonly [A in AssumptionName]: readonly [A, Assumptions[A]] }[AssumptionName];
}

/** Where the flow of a stage is named. */
export const placeOf = (stage: Stage): EntryPlace | OverridePlace => {
  if (stage.from) return stage.from;
  const name = defaultFlowOf(stage.flowType);
  if (name === undefined) throw new Error(`A ${stage.flowType} stage must say where its flow is named.`);
  return DEFAULT_FLOWS[name].overriddenAt;
};

/** Whether a stage exists under these assumptions. */
export const existsUnder = (assumptions: Assumptions, stage: Stage): boolean =>
  stage.assumes === undefined || assumptions[stage.assumes[0]] === stage.assumes[1];
