import fc from 'fast-check';
import { JOURNEY_HOOKS, JOURNEYS } from '../../lib/journey';
import { CHANNELS } from '../../lib/language';
import { applyPolicy, type JourneyPolicy, NONE, policyAnswers } from '../../lib/runtime';

const METHODS = [...new Set(JOURNEYS.map(({ method }) => method))];
const ATTRIBUTES = { tier: ['gold', 'silver'], language: ['es', 'en'] } as const;
const QUEUES = ['Sales', 'arn:aws:connect:eu-central-1:111122223333:instance/1/queue/support'] as const;

const flow = fc
  .integer({ min: 1, max: 4 })
  .map((i) => `arn:aws:connect:eu-central-1:111122223333:instance/1/contact-flow/${i}`);
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

const rule = fc.record({
  name: fc.uuid(),
  when: fc.record(
    {
      methods: some(METHODS),
      channels: some(CHANNELS),
      queues: some(QUEUES),
      attributes: fc.record(
        { tier: some(ATTRIBUTES.tier), language: fc.constantFrom(...ATTRIBUTES.language) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  ),
  hooks: fc.record(Object.fromEntries(JOURNEY_HOOKS.map((hook) => [hook, flow])), { requiredKeys: [] }),
});

const policy: fc.Arbitrary<JourneyPolicy> = fc.record({ rules: fc.array(rule, { maxLength: 4 }) });

const contact = fc.record({
  method: fc.constantFrom(...METHODS),
  channel: fc.constantFrom(...CHANNELS),
  queue: fc.constantFrom(
    null,
    { Name: 'Sales', ARN: 'arn:aws:connect:eu-central-1:111122223333:instance/1/queue/sales' },
    { Name: 'Support', ARN: QUEUES[1] },
  ),
  attributes: fc.record(
    { tier: fc.constantFrom(...ATTRIBUTES.tier, 'other'), language: fc.constantFrom(...ATTRIBUTES.language) },
    { requiredKeys: [] },
  ),
});

type Contact = typeof contact extends fc.Arbitrary<infer C> ? C : never;

/** What stands under a key for a contact: the first case that applies. */
const answerFor = (
  answers: ReturnType<typeof policyAnswers>,
  key: string,
  { method, channel, queue, attributes }: Contact,
) =>
  answers[key]?.find(({ when }) => {
    if (when === undefined) return true;
    const isThere = when.contacts.some((each) => each.method === method && each.channel === channel);
    const inQueue = when.queues?.some((each) => each === queue?.Name || each === queue?.ARN) ?? true;
    const has = Object.entries(when.attributes ?? {}).every(([name, wanted]) =>
      wanted.includes(attributes[name as keyof typeof attributes] ?? ''),
    );
    return isThere && inQueue && has;
  })?.value;

describe('The answers of a policy as data', () => {
  test('are what the function answers', () => {
    fc.assert(
      fc.property(policy, contact, (rules, about) => {
        const decision = applyPolicy(rules, about);
        const answers = policyAnswers(rules);
        const hooks: Readonly<Record<string, string | undefined>> = decision.recognised ? decision.hooks : {};
        for (const hook of JOURNEY_HOOKS) expect(answerFor(answers, hook, about)).toBe(hooks[hook] ?? NONE);
        expect(answerFor(answers, 'recognised', about)).toBe(String(decision.recognised));
        expect(answerFor(answers, 'method', about)).toBe(decision.recognised ? decision.method : NONE);
      }),
      { numRuns: 500 },
    );
  });
});
