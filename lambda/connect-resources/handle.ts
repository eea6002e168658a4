import type { CustomResourceAnswer, CustomResourceEvent, CustomResourceResult } from './custom-resource';
import { reasonOf } from './failure';

interface HandlerLogger {
  info(message: string, details: Record<string, unknown>): void;
  error(message: string, details: Record<string, unknown>): void;
}

/** A handler of properties of some shape; that an event has this shape is for the templates of the constructs to see to. */
type AnyResource = (event: CustomResourceEvent<never>) => Promise<CustomResourceResult>;

export interface HandlerTools {
  /** By the type of the custom resource. */
  readonly resources: Readonly<Record<string, AnyResource>>;
  readonly respond: (url: string, answer: CustomResourceAnswer) => Promise<void>;
  readonly logger: HandlerLogger;
}

const resourceFor = ({ resources }: HandlerTools, type: string): AnyResource => {
  const resource = Object.hasOwn(resources, type) ? resources[type] : undefined;
  if (resource === undefined) throw new Error(`This function knows no custom resource ${type}.`);
  return resource;
};

/** CloudFormation takes an id for what was never made; the one that is there must not change when an update fails. */
const idAfterFailure = ({ PhysicalResourceId, LogicalResourceId, RequestId }: CustomResourceEvent<never>): string =>
  PhysicalResourceId ?? `${LogicalResourceId}-${RequestId}`;

/** Carries an event out and tells CloudFormation what became of it; only an answer that cannot be given is an error. */
export const handle = async (event: CustomResourceEvent<never>, tools: HandlerTools): Promise<void> => {
  const { RequestType, RequestId, StackId, LogicalResourceId, ResourceType, ResponseURL } = event;
  const asked = { RequestType, RequestId, LogicalResourceId, ResourceType };
  const same = { StackId, RequestId, LogicalResourceId };
  let answer: CustomResourceAnswer;
  try {
    const { physicalId, data } = await resourceFor(tools, ResourceType)(event);
    tools.logger.info('Done', asked);
    answer = { Status: 'SUCCESS', PhysicalResourceId: physicalId, ...same, ...(data && { Data: data }) };
  } catch (error) {
    const reason = reasonOf(error);
    tools.logger.error('Failed', { ...asked, reason });
    answer = { Status: 'FAILED', Reason: reason, PhysicalResourceId: idAfterFailure(event), ...same };
  }
  await tools.respond(ResponseURL, answer);
};
