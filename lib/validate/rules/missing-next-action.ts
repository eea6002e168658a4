import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

/** The branches whose target the designer copies to NextAction where every exit is a branch. */
const FALLBACKS = ['NoMatchingCondition', 'NoMatchingError'];

const copiedBranch = ({ spec, errors }: KnownAction) => {
  if (spec.conditions === null && spec.leavesFlow !== true) return undefined;
  const branch = FALLBACKS.flatMap((type) => errors.filter(({ ErrorType }) => ErrorType === type)).at(0);
  return branch && { error: branch.ErrorType, target: branch.NextAction };
};

export const missingNextAction: Rule = {
  name: 'missing-next-action',
  severity: 'error',
  evidence: 'observed',
  summary: 'An action that does not end the flow names no NextAction.',
  find: inEachKnownAction(function* (placed) {
    if (placed.spec.next !== 'required' || placed.next !== undefined) return;
    yield {
      path: 'Transitions.NextAction',
      problem: `Action is missing required property. Path: ${placed.path}.Transitions.NextAction`,
      ...MESSAGES.missingNextAction(placed, copiedBranch(placed)),
    };
  }),
};
