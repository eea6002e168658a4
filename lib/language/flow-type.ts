/** The types of flows, as `AWS::Connect::ContactFlow.Type` and CreateContactFlow spell them. */
export const FLOW_TYPES = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
] as const;

/**
 * A type of flow.
 *
 * The *flow type* QUEUE_TRANSFER (heard by an agent who transfers to a queue) and the *initiation method*
 * QUEUE_TRANSFER (a queued contact moved to another queue) only share a name.
 */
export type FlowType = (typeof FLOW_TYPES)[number];

/** Where an action stands: in a flow of some type, or in a flow module (which has no type of its own). */
export type FlowScope = FlowType | 'MODULE';

interface FlowTypeFacts {
  /** What the designer and the documentation call it. */
  readonly title: string;
  /** How console exports spell it in `Metadata.type`; null where no export was seen. */
  readonly consoleName: string | null;
}

/** Source: create-contact-flow (admin guide); console names from exports, hold flows by the same pattern. */
export const FLOW_TYPE_FACTS = {
  CONTACT_FLOW: { title: 'Inbound flow', consoleName: 'contactFlow' },
  CUSTOMER_QUEUE: { title: 'Customer queue flow', consoleName: 'customerQueue' },
  CUSTOMER_HOLD: { title: 'Customer hold flow', consoleName: 'customerHold' },
  CUSTOMER_WHISPER: { title: 'Customer whisper flow', consoleName: 'customerWhisper' },
  AGENT_HOLD: { title: 'Agent hold flow', consoleName: 'agentHold' },
  AGENT_WHISPER: { title: 'Agent whisper flow', consoleName: 'agentWhisper' },
  OUTBOUND_WHISPER: { title: 'Outbound whisper flow', consoleName: 'outboundWhisper' },
  AGENT_TRANSFER: { title: 'Agent transfer flow', consoleName: 'agentTransfer' },
  QUEUE_TRANSFER: { title: 'Queue transfer flow', consoleName: 'queueTransfer' },
  CAMPAIGN: { title: 'Campaign flow', consoleName: null },
} as const satisfies Record<FlowType, FlowTypeFacts>;

/** True for a string that CreateContactFlow knows as a flow type. */
export const isFlowType = (value: unknown): value is FlowType => (FLOW_TYPES as readonly unknown[]).includes(value);

/** True for the flows that one party hears just before the parties are joined. */
export const isWhisperFlow = (type: FlowScope): boolean =>
  type === 'AGENT_WHISPER' || type === 'CUSTOMER_WHISPER' || type === 'OUTBOUND_WHISPER';

/** True for the flows that a party hears while on hold. */
export const isHoldFlow = (type: FlowScope): boolean => type === 'CUSTOMER_HOLD' || type === 'AGENT_HOLD';

/** The flow type behind the console's spelling in `Metadata.type`, if that spelling is known. */
export const flowTypeOfConsoleName = (name: unknown): FlowType | undefined =>
  FLOW_TYPES.find((type) => FLOW_TYPE_FACTS[type].consoleName === name);
