import { flow, lambda, onErrors, say } from '../example-flow';
import { actionsWithOddErrors } from '../flow-facts/error-branches';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachOf } from '../subject';

const call = lambda('look-up', 'end');
const sorry = say('sorry', 'Sorry.');

export const duplicateErrorBranch: Rule = {
  name: 'duplicate-error-branch',
  severity: 'warning',
  evidence: 'assumed',
  summary: 'An action has two branches for the same error.',
  examples: {
    failing: flow(
      {
        ...call,
        Transitions: {
          NextAction: 'end',
          Errors: [...(onErrors(['NoMatchingError'], 'sorry') ?? []), ...(onErrors(['NoMatchingError']) ?? [])],
        },
      },
      sorry,
    ),
    passing: flow(
      { ...call, Transitions: { NextAction: 'end', Errors: onErrors(['NoMatchingError'], 'sorry') } },
      sorry,
    ),
  },
  find: inEachOf(actionsWithOddErrors, function* (placed) {
    const seen = new Set<unknown>();
    for (const [i, { ErrorType }] of placed.errors.entries()) {
      if (typeof ErrorType === 'string' && seen.has(ErrorType)) {
        yield { path: `Transitions.Errors[${i}]`, ...MESSAGES.duplicateErrorBranch(placed, ErrorType) };
      }
      seen.add(ErrorType);
    }
  }),
};
