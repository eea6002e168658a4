import { flow, ON_ERROR, say } from '../example-flow';
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
  examples: {
    failing: flow({ ...say('hello', 'Hello.'), Transitions: ON_ERROR }),
    passing: flow(say('hello', 'Hello.')),
  },
  find: inEachKnownAction((placed) => {
    if (placed.next !== undefined || placed.spec.next !== 'required') return undefined;
    const problem = `Action is missing required property. Path: ${placed.path}.Transitions.NextAction`;
    return [{ path: 'Transitions.NextAction', problem, ...MESSAGES.missingNextAction(placed, copiedBranch(placed)) }];
  }),
};
