import { AwsError } from './aws-error';
import type { ConnectCall } from './cloudformation/provider';
import type { ConnectService } from './connect/connect-service';
import { coerced } from './connect/protocol/coerce';
import { type OperationInput, operationNamed } from './connect/protocol/operation';
import type { CloudCall, Fault, Faults } from './faults';
import type { InvocationOutcome } from './lambda/function-process';
import { invokeAsynchronously } from './lambda/lambda-requests';
import type { LambdaService } from './lambda/lambda-service';

/** CloudFormation tries a call so often before it gives up. */
const TRIES = 10;

const TRIED_AGAIN: readonly Fault[] = ['throttled', 'failed'];

/**
 * Carries a call out as CloudFormation does: what can be tried again is tried again, and a call that took effect without
 * an answer is known by its token, so that it takes effect once.
 *
 * @throws AwsError where the call is refused, or nothing helps
 */
const tried = async <T>(faults: Faults, call: CloudCall, perform: () => Promise<T>): Promise<T> => {
  let answer: { readonly value: T } | undefined;
  for (let tries = 0; tries < TRIES; tries++) {
    const fault = faults.next(call);
    if (fault === 'refused') throw new AwsError('AccessDeniedException', `${call.operation} is refused.`, 403);
    if (fault !== undefined && TRIED_AGAIN.includes(fault)) continue;
    answer ??= { value: await perform() };
    if (fault === undefined) return answer.value;
  }
  throw new AwsError('ThrottlingException', `${call.operation} was tried ${TRIES} times without success.`, 429);
};

/** How CloudFormation calls Connect for the resources of a template. */
export const connectCalls =
  (connect: ConnectService, faults: Faults): ConnectCall =>
  (name, input) => {
    const typed = coerced(operationNamed(name).input, input) as OperationInput<typeof name>;
    return tried(faults, { service: 'connect', operation: name, by: 'cloudformation' }, () =>
      connect.call(name, typed),
    );
  };

/** How CloudFormation calls the functions of custom resources. A call that was not answered is delivered twice. */
export const functionCalls =
  (lambda: LambdaService, faults: Faults) =>
  async (reference: string, event: unknown): Promise<InvocationOutcome> => {
    const call = { service: 'lambda', operation: 'Invoke', by: 'cloudformation' } as const;
    const fault = faults.next(call);
    if (fault === 'refused') throw new AwsError('AccessDeniedException', 'lambda:Invoke is refused.', 403);
    if (fault === 'unanswered' || fault === 'killed') await invokeAsynchronously(lambda, reference, event);
    return invokeAsynchronously(lambda, reference, event);
  };
