import type { CentreFunction } from '../analyse';
import { POLICY_VARIABLE, parsePolicy, policyAnswers } from '../runtime';
import type { World } from '../simulate';

/** The functions of a centre; the journey-rules functions among them with what their policies can answer. */
export const withPolicyAnswers = ({ functions }: World): readonly CentreFunction[] =>
  functions.map(({ arn, name, environment = {} }) => {
    const policy = environment[POLICY_VARIABLE];
    const reading = policy === undefined ? undefined : parsePolicy(policy);
    return reading?.ok ? { arn, name, answers: policyAnswers(reading.policy) } : { arn, name };
  });
