import { ERROR_TYPES, type ErrorType } from '../../language';
import { compare, flow, onErrors, when } from '../example-flow';
import { actionsWithOddErrors } from '../flow-facts/error-branches';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { allowedErrors, inEachOf, isKnown, type KnownAction } from '../subject';

const findingOf = (placed: KnownAction, error: ErrorType): Omit<Finding, 'path'> | undefined => {
  const { form, spec, path } = placed;
  const allowed = allowedErrors(placed);
  if (form.errors.refused?.includes(error)) {
    const problem = `Invalid Action error. Error: ${error}, Path: ${path}`;
    return { problem, ...MESSAGES.refusedErrorBranch(placed, error, allowed, form.name) };
  }
  if (allowed.includes(error) || spec.evidence === 'assumed') return undefined;
  return { severity: 'warning', evidence: 'assumed', ...MESSAGES.unlistedErrorBranch(placed, error, allowed) };
};

const tier = compare('tier', '$.Attributes.tier', ['gold']);

export const refusedErrorBranch: Rule = {
  name: 'refused-error-branch',
  severity: 'error',
  evidence: 'observed',
  summary: 'An action has an error branch that it may not have (error), or that it is not known with (warning).',
  examples: {
    failing: flow({
      ...tier,
      Transitions: {
        NextAction: 'end',
        Conditions: when('Equals', ['gold']),
        Errors: onErrors(['NoMatchingCondition', 'NoMatchingError']),
      },
    }),
    passing: flow(tier),
  },
  find: inEachOf(actionsWithOddErrors, function* (placed) {
    if (!isKnown(placed) || placed.spec.next === 'refused') return;
    for (const [i, { ErrorType: error }] of placed.errors.entries()) {
      if (typeof error !== 'string' || !Object.hasOwn(ERROR_TYPES, error)) continue;
      const finding = findingOf(placed, error as ErrorType);
      if (finding !== undefined) yield { path: `Transitions.Errors[${i}].ErrorType`, ...finding };
    }
  }),
};
