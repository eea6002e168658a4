import type { Json, JsonObject } from '../../language/document';
import { FlowBuildError } from '../flow-build-error';
import { emptyReason } from '../messages';
import type { ActionPlan } from '../plan';
import { type AnyStep, PLAN } from '../step';

const objectAt = (parent: JsonObject | undefined, key: string): JsonObject => {
  const value: Json | undefined = parent?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
};

const allow = (action: ActionPlan, rule: string, reason: string): ActionPlan => {
  const own = objectAt(action.metadata, 'connectFlows');
  const allowed = { ...objectAt(own, 'allow'), [rule]: reason };
  return { ...action, metadata: { ...action.metadata, connectFlows: { ...own, allow: allowed } } };
};

/**
 * Lets a step do what a rule of the checker warns of, and says why: the reason stands in the metadata of its actions,
 * `allowing('wrong-channel', 'Calls never come here.', wait(60))`. Steps in its branches are not meant.
 */
export const allowing = <S extends AnyStep>(rule: string, reason: string, step: S): S => {
  const plan = step[PLAN];
  if (reason.trim() === '') throw new FlowBuildError(emptyReason(rule), { written: plan.written });
  if (plan.kind !== 'actions') return step;
  return { ...step, [PLAN]: { ...plan, actions: plan.actions.map((action) => allow(action, rule, reason)) } };
};
