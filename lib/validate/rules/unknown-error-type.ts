import { ERROR_TYPES } from '../../language';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';
import { allowedErrors, inEachAction, isKnown } from '../subject';

export const unknownErrorType: Rule = {
  name: 'unknown-error-type',
  severity: 'error',
  evidence: 'observed',
  summary: 'An error branch is for something that is no error type.',
  find: inEachAction(function* (placed) {
    const allowed = isKnown(placed) ? allowedErrors(placed) : [];
    for (const [i, { ErrorType }] of placed.errors.entries()) {
      if (Object.hasOwn(ERROR_TYPES, ErrorType) || hasPlaceholder(ErrorType)) continue;
      const path = `Transitions.Errors[${i}].ErrorType`;
      const problem = ErrorType && `Invalid Action error. Error: ${ErrorType}, Path: ${placed.path}`;
      yield { path, problem, ...MESSAGES.unknownErrorType(placed, ErrorType, allowed) };
    }
  }),
};
