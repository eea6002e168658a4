import { flow, menu } from '../example-flow';
import { isGiven } from '../given-parameter';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachKnownAction } from '../subject';

export const parameterOfOtherForm: Rule = {
  name: 'parameter-of-other-form',
  severity: 'warning',
  evidence: 'documented',
  summary: 'An action has a parameter that belongs to another form of it.',
  examples: {
    failing: flow(menu('ask', ['1'], { InputValidation: { CustomValidation: { MaximumLength: '4' } } })),
    passing: flow(menu('ask', ['1'])),
  },
  find: inEachKnownAction((placed) => {
    const { excludes, name } = placed.form;
    return excludes
      ?.filter((path) => isGiven(placed.parameters, path))
      .map((path) => ({ path: `Parameters.${path}`, ...MESSAGES.parameterOfOtherForm(placed, path, name) }));
  }),
};
