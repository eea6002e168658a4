import { type Json, type JsonObject, LIMITS } from '../../language';
import type { Execution } from '../execution';
import { callFunction, type Invocation, lambdaEvent } from '../lambda';
import type { LinkedStep } from '../linked-flow';
import { failed, later, NEXT, type Outcome } from '../outcome';
import { randomUuid } from '../random';
import type { WorldFunction } from '../world';
import { type Behavior, missing } from './behavior';

const ASYNCHRONOUS_SECONDS = 60;

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

/** Goes on at once; the answer is fetched by a block whose wire form is unpublished. */
const invokeLater = (execution: Execution, target: WorldFunction, event: unknown): Outcome => {
  const { contact, kernel, run } = execution;
  execution.frame.results.set('LambdaInvocation', { InvocationId: randomUuid(kernel.random) });
  kernel.note(contact, 'flow', `calls ${target.name} and does not wait`, { run, action: execution.actionId });
  kernel.await(callFunction(target, event, { seconds: ASYNCHRONOUS_SECONDS, responseType: 'JSON' }).then(() => {}));
  return NEXT;
};

/** The caller hears silence while functions answer; after 20 s of it the block fails, whatever its own limit. */
const withinChain = (execution: Execution, invocation: Invocation): Invocation => {
  const left = LIMITS.lambdaChainSeconds * 1000 - execution.silence;
  execution.silence += invocation.milliseconds;
  if (execution.silence <= LIMITS.lambdaChainSeconds * 1000) return invocation;
  const because = `functions took more than ${LIMITS.lambdaChainSeconds} s without a prompt between them`;
  return { ok: false, because, milliseconds: left };
};

/** Each call replaces `$.External`; a call that fails leaves by the error branch. */
const invokeLambdaFunction: Behavior = async (step, execution) => {
  const arn = execution.text(step.parameters.LambdaFunctionARN);
  const target = execution.kernel.world.function(arn);
  if (!target) return missing('function', arn);
  const event = lambdaEvent(execution, parametersOf(step, execution));
  if (step.parameters.InvocationType === 'ASYNCHRONOUS') return invokeLater(execution, target, event);
  const validation = step.parameters.ResponseValidation as JsonObject | undefined;
  const answered = await callFunction(target, event, {
    seconds: Number(step.parameters.InvocationTimeLimitSeconds ?? LIMITS.lambdaSynchronousSeconds),
    responseType: String(validation?.ResponseType ?? 'STRING_MAP'),
  });
  const invocation = withinChain(execution, answered);
  return later(invocation.milliseconds, () => branchOf(execution, target.name, invocation));
};

export const LAMBDA_BEHAVIORS = { InvokeLambdaFunction: invokeLambdaFunction } satisfies Record<string, Behavior>;
