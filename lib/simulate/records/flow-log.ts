import type { Json, JsonObject } from '../../language';

/** A line of the flow log as CloudWatch holds it. Source: contact-flow-log-data, and lines published by others. */
export interface FlowLog {
  readonly ContactId: string;
  /** The ARN of the flow or module. */
  readonly ContactFlowId: string;
  readonly ContactFlowName: string;
  /** The kind of block: not the name that the action has in the Flow language. */
  readonly ContactFlowModuleType: string;
  readonly Identifier: string;
  readonly Timestamp: string;
  readonly Parameters: JsonObject;
  /** How the block left, where it did not just go on. */
  readonly Results?: string;
  /** What a function answered. */
  readonly ExternalResults?: Json;
}
