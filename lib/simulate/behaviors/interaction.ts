import type { Json, JsonObject } from '../../language';
import type { Execution } from '../execution';
import { callFunction, type Invocation, lambdaEvent } from '../lambda';
import type { LinkedStep } from '../linked-flow';
import { failed, later, NEXT, type Outcome } from '../outcome';
import type { Behavior } from './behavior';
import { queueOf } from './flow-control';

const branchOf = (execution: Execution, name: string, invocation: Invocation): Outcome => {
  const { contact, kernel, run } = execution;
  if (!invocation.ok) {
    execution.frame.results.delete('External');
    return failed(`${name}: ${invocation.because}`);
  }
  kernel.note(contact, 'flow', `calls ${name}`, { run, action: execution.actionId });
  execution.frame.results.set('External', invocation.answer);
  execution.frame.results.set('LambdaInvocation', { ResultData: invocation.answer });
  return NEXT;
};

/** Parameters may be any JSON; every text in them is looked up. */
const filledIn = (execution: Execution, value: Json): Json => {
  if (typeof value === 'string') return execution.text(value);
  if (Array.isArray(value)) return value.map((each) => filledIn(execution, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filledIn(execution, each)]));
};

const parametersOf = (step: LinkedStep, execution: Execution): JsonObject =>
  filledIn(execution, step.parameters.LambdaInvocationAttributes ?? {}) as JsonObject;

/** Each call replaces `$.External`; a call that fails leaves by the error branch. */
const invokeLambdaFunction: Behavior = async (step, execution) => {
  const arn = execution.text(step.parameters.LambdaFunctionARN);
  const target = execution.kernel.world.function(arn);
  if (!target) return failed(`there is no function ${arn}`);
  const validation = step.parameters.ResponseValidation as JsonObject | undefined;
  const invocation = await callFunction(target, lambdaEvent(execution, parametersOf(step, execution)), {
    seconds: Number(step.parameters.InvocationTimeLimitSeconds ?? 8),
    responseType: String(validation?.ResponseType ?? 'STRING_MAP'),
  });
  return later(invocation.milliseconds, () => branchOf(execution, target.name, invocation));
};

const createCallbackContact: Behavior = (step, execution) => {
  const { contact, kernel } = execution;
  const queue = queueOf(step, execution);
  if (!queue) return failed('there is no such queue, and the contact has no working queue');
  if ((contact.callbackNumber ?? contact.customerEndpoint?.Address) === undefined)
    return failed('there is no number to call');
  const creationFlow =
    step.parameters.ContactFlowId === undefined ? undefined : execution.text(step.parameters.ContactFlowId);
  const delaySeconds = Number(step.parameters.InitialCallDelaySeconds ?? 0);
  kernel.createCallback(contact, { queue, delaySeconds, ...(creationFlow && { creationFlow }) });
  return NEXT;
};

export const INTERACTION_BEHAVIORS = {
  InvokeLambdaFunction: invokeLambdaFunction,
  CreateCallbackContact: createCallbackContact,
} satisfies Record<string, Behavior>;
