import { flow, onErrors, step, toQueue } from '../example-flow';
import { actionsWithErrorsMissing } from '../flow-facts/error-branches';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { rowEvidence } from '../row-evidence';
import type { Rule } from '../rule';
import { inEachOf } from '../subject';

export const missingErrorBranch: Rule = {
  name: 'missing-error-branch',
  severity: 'error',
  evidence: 'observed',
  summary: 'An action lacks an error branch that the service asks for.',
  examples: {
    failing: flow(step('queue', 'TransferContactToQueue', {}, { Errors: onErrors(['NoMatchingError']) })),
    passing: flow(toQueue()),
  },
  find: inEachOf(actionsWithErrorsMissing, function* (placed) {
    const { spec, form, errors, path } = placed;
    if (errors.some(({ ErrorType }) => hasPlaceholder(ErrorType))) return;
    const declared = new Set(errors.map(({ ErrorType }) => ErrorType));
    for (const error of form.errors.required) {
      if (declared.has(error)) continue;
      yield {
        path: 'Transitions.Errors',
        problem: `Action is missing required error. Error: ${error}, Path: ${path}`,
        ...rowEvidence(spec),
        ...MESSAGES.missingErrorBranch(placed, error, form.name),
      };
    }
  }),
};
