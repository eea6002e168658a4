import { type JourneyLogger, type JourneyPolicy, POLICY_VARIABLE, parsePolicy, redact } from '../../lib/runtime';

/** The policy of an environment, or undefined and a line in the log that says everything that is wrong with it. */
export const policyFromEnvironment = (
  environment: Readonly<Record<string, string | undefined>>,
  logger: Pick<JourneyLogger, 'error'>,
): JourneyPolicy | undefined => {
  const text = environment[POLICY_VARIABLE];
  const reading = text === undefined ? { ok: false as const, problems: ['It is not set.'] } : parsePolicy(text);
  if (reading.ok) return reading.policy;
  logger.error(`${POLICY_VARIABLE} cannot be used, so every call gets the safe answer`, {
    problems: redact(reading.problems),
  });
  return undefined;
};
