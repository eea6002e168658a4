import type { EVENT_HOOKS, EventHook } from '../journey';
import type { JourneyPolicy, PolicyCondition, PolicyRule } from '../runtime';
import type { IContactFlow } from './contact-flow';
import type { IQueue } from './queue';

/** The hooks that a rule can set: those that name the flow of a stage of a journey. */
export type JourneyHook = Exclude<EventHook, 'DefaultAgentUI' | 'DisconnectAgentUI'>;

/** When a rule applies; everything that is named must hold. */
export interface JourneyRuleCondition extends Omit<PolicyCondition, 'queues'> {
  /** Working queues, or their names or ARNs. */
  readonly queues?: readonly (IQueue | string)[];
}

/** Which flows run for which contacts. */
export interface JourneyRule {
  /** For people and logs; no commas. */
  readonly name: string;
  /** @default - every contact */
  readonly when?: JourneyRuleCondition;
  /** The flow for each hook, of the type that the hook wants. */
  readonly hooks: { readonly [H in JourneyHook]?: IContactFlow<(typeof EVENT_HOOKS)[H]['flowType']> };
}

const conditionOf = ({ queues, ...rest }: JourneyRuleCondition): PolicyCondition => ({
  ...rest,
  ...(queues && { queues: queues.map((queue) => (typeof queue === 'string' ? queue : queue.queueArn)) }),
});

const ruleOf = ({ name, when, hooks }: JourneyRule): PolicyRule => ({
  name,
  ...(when && { when: conditionOf(when) }),
  hooks: Object.fromEntries(Object.entries(hooks).map(([hook, flow]) => [hook, flow.contactFlowArn])),
});

/** Rules as the function reads them, with ARNs where constructs were named. */
export const policyOf = (rules: readonly JourneyRule[]): JourneyPolicy => ({ rules: rules.map(ruleOf) });
