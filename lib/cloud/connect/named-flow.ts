import type { FlowType } from '../../language';
import type { ConnectState } from './connect-state';
import type { ConnectInstance, Flow } from './instance';
import { invalidParameter } from './refusals';

/** A flow that something names, which wants one of a type. @throws AwsError where it is not there, or of another type */
export const namedFlow = (
  { settings }: ConnectState,
  { flows }: ConnectInstance,
  reference: string | undefined,
  type: FlowType,
): Flow => {
  const flow = flows.get(reference ?? '');
  if (flow.type === type || settings.assumptions.namedFlowType === 'taken') return flow;
  throw invalidParameter(`The flow "${flow.name}" is of type ${flow.type}; here it has to be ${type}.`);
};
