import { AwsError } from '../aws-error';
import type { Cloud } from '../cloud';
import type { Fault } from '../faults';
import type { CloudRequest, CloudResponse } from './message';
import type { RequestRate } from './request-rate';
import { type Routed, route } from './route';

/** What a client gets to see; nothing where the connection breaks. */
export type Reply = CloudResponse | 'nothing';

const throttled = (code: string): AwsError => new AwsError(code, 'Rate exceeded', code === 'SlowDown' ? 503 : 429);

const errorOf = (fault: Fault | undefined, { service, call }: Routed): AwsError | undefined => {
  if (fault === 'throttled') return throttled(service.throttled);
  if (fault === 'failed') return new AwsError('InternalServiceException', 'The service failed.', 500);
  if (fault === 'refused') return new AwsError('AccessDeniedException', `${call.operation} is refused.`, 403);
  return undefined;
};

const isMalformed = (error: unknown): boolean => error instanceof URIError;

const perform = async (cloud: Cloud, { service }: Routed, request: CloudRequest): Promise<CloudResponse> => {
  try {
    return await service.handle(cloud, request);
  } catch (error) {
    if (isMalformed(error))
      return service.error(new AwsError('InvalidURI', 'The address of the request is malformed.'));
    if (error instanceof AwsError) return service.error(error);
    throw error;
  }
};

/** Answers a request, with what is planned to go wrong. */
export const answer = async (cloud: Cloud, request: CloudRequest, rate: RequestRate | undefined): Promise<Reply> => {
  const routed = route(cloud, request);
  if ('status' in routed) return routed;
  const { service, call, accessKey } = routed;
  const fault = cloud.faults.next(call);
  if (call.service === 'connect' && rate?.take() === false) return service.error(throttled(service.throttled));
  const error = errorOf(fault, routed);
  if (error !== undefined) return service.error(error);
  const response = await perform(cloud, routed, request);
  if (fault === 'killed') cloud.lambda.kill(accessKey);
  return fault === undefined ? response : 'nothing';
};
