import { flow, lambda, ON_ERROR, when } from '../example-flow';
import { MESSAGES } from '../messages';
import { rowEvidence } from '../row-evidence';
import type { Rule } from '../rule';
import { inEachKnownAction } from '../subject';

const call = lambda('look-up', 'end');

export const refusedCondition: Rule = {
  name: 'refused-condition',
  severity: 'error',
  evidence: 'observed',
  summary: 'An action has conditions although it has nothing to compare.',
  examples: {
    failing: flow({
      ...call,
      Transitions: { NextAction: 'end', Conditions: when('Equals', ['Success']), ...ON_ERROR },
    }),
    passing: flow(call),
  },
  find: inEachKnownAction((placed) => {
    const { spec, form, conditions } = placed;
    if (form.conditions !== null || conditions.length === 0 || spec.next === 'refused') return undefined;
    const problem = 'Action does not support conditions';
    const message = MESSAGES.refusedConditions(placed, form.name);
    return [{ path: 'Transitions.Conditions', problem, ...rowEvidence(spec), ...message }];
  }),
};
