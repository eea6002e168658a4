import {
  type Assumptions,
  assume,
  type EventHook,
  holdStages,
  hooksInEffect,
  type InitiationMethod,
  JOURNEYS,
  type Journey,
  type KnownInitiationMethod,
  parseInitiationMethod,
  stageRunning,
} from '../journey';
import type { Channel, FlowType } from '../language';
import { own } from './own-value';

/** The environment variable in which a journey-rules function finds its policy. */
export const POLICY_VARIABLE = 'JOURNEY_POLICY';

/** When a rule applies; everything that is named must hold. */
export interface PolicyCondition {
  readonly methods?: readonly InitiationMethod[];
  readonly channels?: readonly Channel[];
  /** Names or ARNs of the working queue. */
  readonly queues?: readonly string[];
  /** User-defined attributes and the value, or one of the values, each must have. */
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
}

export interface PolicyRule {
  /** For people and logs; no commas. */
  readonly name: string;
  /** @default every contact */
  readonly when?: PolicyCondition;
  /** Flow ARN by hook. */
  readonly hooks: Readonly<Partial<Record<EventHook, string>>>;
}

/** Plain data. For each hook the first rule that applies and names it decides; later rules fill what is still open. */
export interface JourneyPolicy {
  readonly rules: readonly PolicyRule[];
}

/** What the rules look at. */
export interface PolicyContact {
  readonly method: string | null;
  readonly channel: string | null;
  /** The type of flow that asks; null when it is unknown. @default CONTACT_FLOW */
  readonly flowType?: FlowType | null;
  readonly queue?: { readonly ARN: string | null; readonly Name: string | null } | null;
  readonly attributes?: Readonly<Record<string, string>>;
}

export type PolicyDecision =
  /** The rulebook has no journey for the method on the channel. */
  | { readonly recognised: false }
  | {
      readonly recognised: true;
      readonly method: KnownInitiationMethod;
      readonly channel: Channel;
      /** The flow type of the stage that asks; null where the journey has no such stage. */
      readonly stage: FlowType | null;
      /** Flow ARN by hook. */
      readonly hooks: Readonly<Partial<Record<EventHook, string>>>;
      /** Names of the rules that decided, in their order. */
      readonly rules: readonly string[];
    };

const sameMethod = (one: unknown, other: unknown): boolean =>
  parseInitiationMethod(one) === parseInitiationMethod(other);

const applies = ({ when = {} }: PolicyRule, { method, channel }: Journey, contact: PolicyContact): boolean => {
  const { methods, channels, queues, attributes = {} } = when;
  if (methods && !methods.some((wanted) => sameMethod(wanted, method))) return false;
  if (channels && !channels.includes(channel)) return false;
  if (queues && !queues.some((queue) => queue === contact.queue?.ARN || queue === contact.queue?.Name)) return false;
  return Object.entries(attributes).every(([key, wanted]) => {
    const value = own(contact.attributes ?? {}, key);
    return value !== undefined && [wanted].flat().includes(value);
  });
};

/** The contact does not say by which kind of quick connect it was transferred; the flow that asks may tell. */
const journeyAt = (
  contact: PolicyContact,
  journeys: readonly Journey[],
  assumptions: Assumptions,
): { journey: Journey; stage: FlowType | null } | undefined => {
  const { flowType = 'CONTACT_FLOW' } = contact;
  const channel = contact.channel?.trim().toUpperCase();
  const variants = journeys.filter((row) => sameMethod(row.method, contact.method) && row.channel === channel);
  const journey = variants.find((row) => flowType && stageRunning(row, flowType, assumptions)) ?? variants[0];
  if (!journey) return undefined;
  const found =
    flowType &&
    (stageRunning(journey, flowType, assumptions) ??
      holdStages(journey, assumptions).find((stage) => stage.flowType === flowType));
  return { journey, stage: found ? found.flowType : null };
};

/** Which flows to hook for a contact: the rules where they can take effect, by the rulebook of journeys. */
export const applyPolicy = (
  policy: JourneyPolicy,
  contact: PolicyContact,
  journeys: readonly Journey[] = JOURNEYS,
  assumptions: Assumptions = assume(),
): PolicyDecision => {
  const at = journeyAt(contact, journeys, assumptions);
  if (!at) return { recognised: false };
  const { journey, stage } = at;
  const hooks: Partial<Record<EventHook, string>> = {};
  const rules: string[] = [];
  const inEffect = hooksInEffect(journey, journeys, assumptions);
  for (const rule of policy.rules.filter((candidate) => applies(candidate, journey, contact))) {
    const decided = inEffect.filter((hook) => own(rule.hooks, hook) !== undefined && hooks[hook] === undefined);
    for (const hook of decided) hooks[hook] = rule.hooks[hook];
    if (decided.length > 0) rules.push(rule.name);
  }
  return { recognised: true, method: journey.method, channel: journey.channel, stage, hooks, rules };
};
