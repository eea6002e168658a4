import {
  type Assumptions,
  assume,
  type EventHook,
  hooksInEffect,
  JOURNEY_HOOKS,
  JOURNEYS,
  type Journey,
} from '../journey';
import type { Channel } from '../language';
import { NONE } from './answer';
import type { JourneyPolicy, PolicyRule } from './policy';

/** When a policy gives an answer. */
interface PolicyAnswerCondition {
  readonly contacts: readonly { readonly method: string; readonly channel: Channel }[];
  readonly queues?: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

interface PolicyAnswerCase {
  readonly when?: PolicyAnswerCondition;
  readonly value: string;
}

/** What a function with this policy can answer: for each key the first case that applies. */
export type PolicyAnswers = Readonly<Record<string, readonly PolicyAnswerCase[]>>;

const contactOf = ({ method, channel }: Journey) => ({ method, channel });

const isMeant = ({ when = {} }: PolicyRule, { method, channel }: Journey): boolean =>
  (when.methods?.includes(method) ?? true) && (when.channels?.includes(channel) ?? true);

const conditionOf = (
  { when = {} }: PolicyRule,
  contacts: PolicyAnswerCondition['contacts'],
): PolicyAnswerCondition => ({
  contacts,
  ...(when.queues && { queues: when.queues }),
  ...(when.attributes && {
    attributes: Object.fromEntries(Object.entries(when.attributes).map(([key, wanted]) => [key, [wanted].flat()])),
  }),
});

const OTHERWISE: PolicyAnswerCase = { value: NONE };

/**
 * The answers of `applyPolicy` as data: what the hooks and the facts of the contact can be, and for which contacts.
 *
 * @param policy one that `parsePolicy` has read
 */
export const policyAnswers = (
  policy: JourneyPolicy,
  journeys: readonly Journey[] = JOURNEYS,
  assumptions: Assumptions = assume(),
): PolicyAnswers => {
  const casesFor = (hook: EventHook): readonly PolicyAnswerCase[] => {
    const inEffect = journeys.filter((journey) => hooksInEffect(journey, journeys, assumptions).includes(hook));
    const cases = policy.rules.flatMap((rule) => {
      const contacts = inEffect.filter((journey) => isMeant(rule, journey)).map(contactOf);
      const flow = rule.hooks[hook];
      return flow === undefined || contacts.length === 0 ? [] : [{ when: conditionOf(rule, contacts), value: flow }];
    });
    return [...cases, OTHERWISE];
  };
  const fact = (value: (journey: Journey) => string): readonly PolicyAnswerCase[] => [
    ...journeys.map((journey) => ({ when: { contacts: [contactOf(journey)] }, value: value(journey) })),
    OTHERWISE,
  ];
  return {
    ...Object.fromEntries(JOURNEY_HOOKS.map((hook) => [hook, casesFor(hook)])),
    method: fact(({ method }) => method),
    channel: fact(({ channel }) => channel),
    recognised: [{ when: { contacts: journeys.map(contactOf) }, value: 'true' }, { value: 'false' }],
  };
};
