import { flowClass } from './flow-class';

/** What the customer hears while waiting in a queue; a flow sets it with its CustomerQueue hook. */
export class CustomerQueueFlow extends flowClass('CUSTOMER_QUEUE') {}

/** What the customer hears on hold; a flow sets it with its CustomerHold hook. */
export class CustomerHoldFlow extends flowClass('CUSTOMER_HOLD') {}

/** What the customer hears just before being joined to the agent; a flow sets it with its CustomerWhisper hook. */
export class CustomerWhisperFlow extends flowClass('CUSTOMER_WHISPER') {}

/** What the agent hears on hold; a flow sets it with its AgentHold hook. */
export class AgentHoldFlow extends flowClass('AGENT_HOLD') {}

/** What the agent hears just before being joined to the customer; a flow sets it with its AgentWhisper hook. */
export class AgentWhisperFlow extends flowClass('AGENT_WHISPER') {}

/** What the customer hears on an outbound call before the agent is joined; a queue names it. */
export class OutboundWhisperFlow extends flowClass('OUTBOUND_WHISPER') {}

/** What the transferring agent hears on a transfer to another agent; an agent quick connect names it. */
export class AgentTransferFlow extends flowClass('AGENT_TRANSFER') {}

/** What the transferring agent hears on a transfer to a queue; a queue quick connect names it. */
export class QueueTransferFlow extends flowClass('QUEUE_TRANSFER') {}
