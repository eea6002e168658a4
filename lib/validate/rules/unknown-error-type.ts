import { ERROR_TYPES } from '../../language';
import { flow, lambda, onErrors } from '../example-flow';
import { actionsWithOddErrors } from '../flow-facts/error-branches';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';
import { allowedErrors, inEachOf, isKnown } from '../subject';

const call = lambda('look-up', 'end');

export const unknownErrorType: Rule = {
  name: 'unknown-error-type',
  severity: 'error',
  evidence: 'observed',
  summary: 'An error branch is for something that is no error type.',
  examples: {
    failing: flow({
      ...call,
      Transitions: { NextAction: 'end', Errors: onErrors(['NoMatchingError', 'Timeout']) },
    }),
    passing: flow(call),
  },
  find: inEachOf(actionsWithOddErrors, function* (placed) {
    const allowed = isKnown(placed) ? allowedErrors(placed) : [];
    for (const [i, { ErrorType }] of placed.errors.entries()) {
      if ((typeof ErrorType === 'string' && Object.hasOwn(ERROR_TYPES, ErrorType)) || hasPlaceholder(ErrorType))
        continue;
      const path = `Transitions.Errors[${i}].ErrorType`;
      const problem =
        typeof ErrorType === 'string' ? `Invalid Action error. Error: ${ErrorType}, Path: ${placed.path}` : undefined;
      yield { path, problem, ...MESSAGES.unknownErrorType(placed, ErrorType, allowed) };
    }
  }),
};
