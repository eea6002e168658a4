import type { FlowScope } from '../../language/flow-type';
import { PLAN, type Step } from '../step';

/**
 * Leaves the step's error branch undeclared where Connect does not ask for it (prompts, voices), instead of leading it
 * to the flow's `onError`. For all steps of a flow there is `optionalErrors: 'undeclared'`.
 */
export const withoutErrorBranch = <T extends FlowScope>(step: Step<T>): Step<T> => {
  const plan = step[PLAN];
  if (plan.kind !== 'actions') return step;
  return { ...step, [PLAN]: { ...plan, actions: plan.actions.map((one) => ({ ...one, optionalCatchAll: false })) } };
};
