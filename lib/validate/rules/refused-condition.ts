import { MESSAGES } from '../messages';
import { rowEvidence } from '../row-evidence';
import type { Rule } from '../rule';
import { inEachKnownAction } from '../subject';

export const refusedCondition: Rule = {
  name: 'refused-condition',
  severity: 'error',
  evidence: 'observed',
  summary: 'An action has conditions although it has nothing to compare.',
  find: inEachKnownAction(function* (placed) {
    const { spec, form, conditions } = placed;
    if (form.conditions !== null || conditions.length === 0 || spec.next === 'refused') return;
    const problem = 'Action does not support conditions';
    yield {
      path: 'Transitions.Conditions',
      problem,
      ...rowEvidence(spec),
      ...MESSAGES.refusedConditions(placed, form.name),
    };
  }),
};
