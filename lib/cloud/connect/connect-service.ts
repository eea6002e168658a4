import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from '../http/message';
import type { ConnectState } from './connect-state';
import { CONNECT_OPERATIONS } from './operations';
import { conform, wireJson } from './protocol/conform';
import {
  errorStatus,
  type OperationInput,
  type OperationName,
  type OperationOutput,
  operationNamed,
} from './protocol/operation';
import { inputOf, routed } from './protocol/read-input';

type AnyHandler = (connect: ConnectState, input: unknown) => unknown;

const handlerOf = (name: OperationName): AnyHandler => {
  const handler = Object.hasOwn(CONNECT_OPERATIONS, name) ? CONNECT_OPERATIONS[name] : undefined;
  if (handler !== undefined) return handler as AnyHandler;
  throw new AwsError('UnknownOperationException', `The embedded cloud does not carry out connect:${name}.`, 400);
};

const checkedInput = (name: OperationName, input: unknown): unknown => {
  const problems: string[] = [];
  const value = conform(operationNamed(name).input, input, name, problems);
  if (problems.length > 0) throw new AwsError('InvalidRequestException', `${problems.join('; ')}.`);
  return value;
};

/** An answer that does not fit the API is a defect of ours, whoever asked. */
const checkedOutput = (name: OperationName, output: unknown): unknown => {
  const problems: string[] = [];
  const value = conform(operationNamed(name).output, output, name, problems);
  if (problems.length > 0)
    throw new Error(`The answer of connect:${name} does not fit the API: ${problems.join('; ')}`);
  return value;
};

/** The loopback Connect, for callers in this process and over HTTP alike. */
export class ConnectService {
  constructor(readonly state: ConnectState) {}

  /** @throws AwsError */
  async call<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
    const checked = checkedInput(name, input);
    const output = checkedOutput(name, await handlerOf(name)(this.state, checked));
    this.state.settings.onCall?.({ operation: name, input: checked, output });
    return output as OperationOutput<N>;
  }

  /** What a request asks for, e.g. `CreateContactFlow`. @throws AwsError where the API has nothing there */
  operationOf(request: CloudRequest): string {
    return routed(request).operation.name;
  }

  async handle(request: CloudRequest): Promise<CloudResponse> {
    const route = routed(request);
    const { name } = route.operation;
    const output = await this.call(name, inputOf(route, request) as unknown as OperationInput<typeof name>);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: wireJson(output) };
  }
}

/** An error as Connect and other services with JSON answers write it. */
export const jsonError = ({ code, message, members, status }: AwsError): CloudResponse => ({
  status: status === 400 ? errorStatus(code) : status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
  // Services disagree about the case of this member; SDKs take either.
  body: wireJson({ ...members, Message: message, message }),
});
