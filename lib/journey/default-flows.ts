import type { FlowType } from '../language';
import type { EventHook } from './event-hooks';

/** Where a flow of one's own is named so that it runs instead of a default. */
export type OverridePlace =
  | { readonly at: 'hook'; readonly hook: EventHook }
  | { readonly at: 'queue'; readonly property: 'OutboundCallerConfig.OutboundFlowArn' }
  | { readonly at: 'quick connect'; readonly kind: 'USER' | 'QUEUE' };

interface DefaultFlowFacts {
  readonly flowType: FlowType;
  /** What the flow holds on an instance nobody has edited. */
  readonly holds: string;
  readonly overriddenAt: OverridePlace;
  readonly page: string;
}

const ADMIN = 'https://docs.aws.amazon.com/connect/latest/adminguide';

/**
 * The eight default flows of every instance, by their exact display names. They can be edited and cannot be archived or
 * deleted. The outbound whisper is replaced at the queue and the transfer flows at the quick connect; no block does that,
 * although the topic suggests one. Source: contact-flow-default; names and contents from an exported instance (2025-12).
 */
export const DEFAULT_FLOWS = {
  'Default agent hold': {
    flowType: 'AGENT_HOLD',
    holds: 'a spoken reminder every ten seconds',
    overriddenAt: { at: 'hook', hook: 'AgentHold' },
    page: `${ADMIN}/default-agent-hold.html`,
  },
  'Default agent transfer': {
    flowType: 'AGENT_TRANSFER',
    holds: 'an announcement, then the queue of the chosen agent',
    overriddenAt: { at: 'quick connect', kind: 'USER' },
    page: `${ADMIN}/default-agent-transfer.html`,
  },
  'Default agent whisper': {
    flowType: 'AGENT_WHISPER',
    holds: 'the name of the queue',
    overriddenAt: { at: 'hook', hook: 'AgentWhisper' },
    page: `${ADMIN}/default-agent-whisper.html`,
  },
  'Default customer hold': {
    flowType: 'CUSTOMER_HOLD',
    holds: 'hold music',
    overriddenAt: { at: 'hook', hook: 'CustomerHold' },
    page: `${ADMIN}/default-customer-hold.html`,
  },
  'Default customer queue': {
    flowType: 'CUSTOMER_QUEUE',
    holds: 'a thank-you, then music',
    overriddenAt: { at: 'hook', hook: 'CustomerQueue' },
    page: `${ADMIN}/default-customer-queue.html`,
  },
  'Default customer whisper': {
    flowType: 'CUSTOMER_WHISPER',
    holds: 'a beep',
    overriddenAt: { at: 'hook', hook: 'CustomerWhisper' },
    page: `${ADMIN}/default-customer-whisper.html`,
  },
  'Default outbound': {
    flowType: 'OUTBOUND_WHISPER',
    holds: 'recording off, then a word that the call is not recorded',
    overriddenAt: { at: 'queue', property: 'OutboundCallerConfig.OutboundFlowArn' },
    page: `${ADMIN}/default-outbound.html`,
  },
  'Default queue transfer': {
    flowType: 'QUEUE_TRANSFER',
    holds: 'checks of hours and staffing, an announcement, then the queue',
    overriddenAt: { at: 'quick connect', kind: 'QUEUE' },
    page: `${ADMIN}/default-queue-transfer.html`,
  },
} as const satisfies Record<string, DefaultFlowFacts>;

export type DefaultFlowName = keyof typeof DEFAULT_FLOWS;

/** A type of flow that has a default. */
export type OverridableFlowType = (typeof DEFAULT_FLOWS)[DefaultFlowName]['flowType'];

export const OVERRIDABLE_FLOW_TYPES: readonly OverridableFlowType[] = Object.values(DEFAULT_FLOWS).map(
  ({ flowType }) => flowType,
);

export const DEFAULT_FLOW_NAMES = Object.keys(DEFAULT_FLOWS) as readonly DefaultFlowName[];

/** The default flow of a type, or undefined for types that have none (inbound, campaign). */
export const defaultFlowOf = (flowType: FlowType): DefaultFlowName | undefined =>
  DEFAULT_FLOW_NAMES.find((name) => DEFAULT_FLOWS[name].flowType === flowType);
