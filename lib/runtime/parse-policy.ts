import { type Assumptions, assume, JOURNEYS, type Journey, parseInitiationMethod } from '../journey';
import type { Channel } from '../language';
import type { JourneyPolicy, PolicyRule } from './policy';
import { policyProblems } from './policy-problems';

/** A policy, or everything that is wrong with it, a sentence each. */
export type PolicyReading =
  | { readonly ok: true; readonly policy: JourneyPolicy }
  | { readonly ok: false; readonly problems: readonly string[] };

const inUpperCase = ({ when, ...rule }: PolicyRule): PolicyRule =>
  when === undefined
    ? rule
    : {
        ...rule,
        when: {
          ...when,
          ...(when.methods && { methods: when.methods.flatMap((method) => parseInitiationMethod(method) ?? []) }),
          ...(when.channels && { channels: when.channels.map((channel) => channel.trim().toUpperCase() as Channel) }),
        },
      };

const fromText = (text: string): { readonly value: unknown } | { readonly problem: string } => {
  if (text.trim() === '') return { problem: 'The policy is empty; without rules write {"rules": []}.' };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `The policy is no JSON: ${(error as Error).message}.` };
  }
};

/**
 * Checks a policy, given as JSON text or as data, and writes its methods and channels in upper case. Flow ARNs may still
 * be `${…}` placeholders that a deployment fills. Rules that can never take effect are refused as well.
 */
export const parsePolicy = (
  input: unknown,
  journeys: readonly Journey[] = JOURNEYS,
  assumptions: Assumptions = assume(),
): PolicyReading => {
  const read = typeof input === 'string' ? fromText(input) : { value: input };
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  const problems = policyProblems(read.value, journeys, assumptions);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, policy: { rules: (read.value as JourneyPolicy).rules.map(inUpperCase) } };
};
