import type { Json, JsonObject } from '../../language';
import { type RoutingExpression, type RoutingStep, settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import { failed, NEXT } from '../outcome';
import type { Behavior } from './behavior';

const LOWEST_LEVEL = 1;

const listOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : [];

const conditionOf = (execution: Execution, condition: JsonObject): RoutingExpression | null => {
  const criteria = ((condition.MatchCriteria as JsonObject | undefined)?.AgentsCriteria ?? {}) as JsonObject;
  if (criteria.AgentIds !== undefined) {
    const ids = (criteria.AgentIds as readonly string[]).map((id) => execution.text(id));
    const agents = ids.flatMap((id) => execution.kernel.world.agent(id)?.arn ?? []);
    return ids.length > 0 && agents.length === ids.length ? { kind: 'agents', agents } : null;
  }
  const attribute = execution.text(condition.Name);
  const value = execution.text(condition.Value);
  const level = Number(execution.text(condition.ProficiencyLevel ?? LOWEST_LEVEL));
  return attribute === '' || value === '' || !(level >= LOWEST_LEVEL)
    ? null
    : { kind: 'proficiency', attribute, value, level };
};

/** Null where an expression asks for something that cannot be. */
const expressionOf = (execution: Execution, expression: JsonObject): RoutingExpression | null => {
  if (expression.AttributeCondition !== undefined)
    return conditionOf(execution, expression.AttributeCondition as JsonObject);
  const all = listOf(expression.AndExpression).map((each) => expressionOf(execution, each));
  const of = all.filter((each) => each !== null);
  return all.length > 0 && of.length === all.length ? { kind: 'all', of } : null;
};

const stepOf = (execution: Execution, step: JsonObject): RoutingStep | null => {
  const expression = expressionOf(execution, (step.Expression ?? {}) as JsonObject);
  const duration = (step.Expiry as JsonObject | undefined)?.DurationInSeconds;
  return expression && { expression, seconds: duration === undefined ? null : Number(execution.text(duration)) };
};

/** All or nothing: one requirement that cannot be, e.g. an agent who is not there, and none is set. */
const updateContactRoutingCriteria: Behavior = (step, execution) => {
  const listed = listOf((step.parameters.RoutingCriteria as JsonObject | undefined)?.Steps);
  const steps = listed.map((each) => stepOf(execution, each)).filter((each) => each !== null);
  if (steps.length === 0 || steps.length < listed.length) return failed('a requirement names nothing that there is');
  settingsOf(execution.contact).routing = steps;
  return NEXT;
};

export const ROUTING_CRITERIA_BEHAVIORS = {
  UpdateContactRoutingCriteria: updateContactRoutingCriteria,
} satisfies Record<string, Behavior>;
