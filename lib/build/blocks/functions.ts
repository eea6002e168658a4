import type { LegalIn } from '../../language/wire';
import { type Handle, type ModuleRef, read, readModule } from '../handles';
import { onError, plan, shows, step } from '../place-step';
import type { Reference } from '../reference';
import type { OnError, Step } from '../step';
import type { Values } from '../value';

/** A Lambda function: `FunctionHandle`, a construct, or an ARN whose answer is read with `external`. */
export type FunctionRef = { readonly functionArn: string; readonly functionName?: string } | Reference<string> | string;

const RESPONSE_TYPES = { json: 'JSON', stringMap: 'STRING_MAP' } as const;

interface InvokeOptions<T extends LegalIn<'InvokeLambdaFunction'>> extends OnError<T> {
  /** What the function finds under `Details.Parameters`, besides the contact itself. */
  readonly parameters?: Values;
  /** 1 to 8, the default being all that Connect allows while it waits; the caller hears silence meanwhile. */
  readonly timeLimitSeconds?: number;
  /**
   * `json` lets the answer nest; it is then read at `$.LambdaInvocation.ResultData`. `stringMap` only says what is meant
   * anyway.
   */
  readonly answer?: keyof typeof RESPONSE_TYPES;
  /**
   * Goes on at once, and lets the function take up to 60 seconds. What it answers is only to be had with the designer's
   * *Load Lambda result*, by `lambdaInvocationId`.
   */
  readonly isAsynchronous?: boolean;
}

/**
 * Calls a function and waits for its answer, which is read with `result` of its handle and replaces the answer before.
 * A function that fails, or that answers too late or too much, takes the error branch.
 */
export const invoke = <T extends LegalIn<'InvokeLambdaFunction'>>(
  lambda: FunctionRef,
  options: InvokeOptions<T> = {},
): Step<T> => {
  const handle: Handle = read(lambda, 'functionArn', 'functionName');
  const given = {
    LambdaFunctionARN: handle.arn,
    InvocationTimeLimitSeconds: options.timeLimitSeconds ?? 8,
    InvocationType: options.isAsynchronous ? 'ASYNCHRONOUS' : undefined,
    LambdaInvocationAttributes: options.parameters,
    ResponseValidation: options.answer && { ResponseType: RESPONSE_TYPES[options.answer] },
  };
  const action = plan('InvokeLambdaFunction', given, {
    block: 'Invoke',
    words: handle.name ?? 'Lambda function',
    ways: [onError(options)],
    metadata: shows('LambdaFunctionARN', handle),
  });
  return step(invoke, [action], [handle]);
};

/**
 * Runs a flow module and comes back. Contact attributes are shared; flow attributes, the last Lambda answer, stored input
 * and metrics are not.
 */
export const invokeModule = <T extends LegalIn<'InvokeFlowModule'>>(
  module: ModuleRef,
  options?: OnError<T>,
): Step<T> => {
  const handle = readModule(module);
  const action = plan(
    'InvokeFlowModule',
    { FlowModuleId: handle.arn },
    {
      block: 'Invoke module',
      words: handle.name,
      ways: [onError(options)],
      metadata: { ...shows('FlowModuleId', handle), ...(handle.name ? { contactFlowModuleName: handle.name } : {}) },
    },
  );
  return step(invokeModule, [action], [handle]);
};
