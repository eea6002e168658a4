import type { JsonObject } from '../../../language';
import {
  type ConnectCall,
  type ExistingResource,
  isChanged,
  type ResourceModel,
  type ResourceProvider,
  type ResourceRequest,
  type ResourceUpdate,
  tagMap,
} from '../provider';

/** The id at the end of an ARN. */
export const idOfArn = (arn: unknown): string => String(arn).slice(String(arn).lastIndexOf('/') + 1);

/** The instance that an ARN of Connect belongs to. */
export const instanceIdOf = (arn: unknown): string => String(arn).split('/')[1] ?? '';

/** An optional text of a template as the API wants it in an update: what is no longer there is empty. */
export const orEmpty = (value: unknown): unknown => value ?? '';

type Attributes = JsonObject;

/** A type of resource of an instance whose physical id is its ARN. */
interface ConnectType {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly createOnly?: readonly string[];
  /** The attribute that is the ARN. */
  readonly arn: string;
  readonly moreAttributes?: readonly string[];
  /** Gives the ARN, and attributes beside it. */
  readonly create: (request: ResourceRequest, connect: ConnectCall, tags: Record<string, string>) => Promise<Created>;
  readonly update?: (request: ResourceUpdate, connect: ConnectCall) => Promise<void>;
  readonly delete: (request: ExistingResource, connect: ConnectCall) => Promise<unknown>;
}

interface Created {
  readonly arn: string | undefined;
  readonly attributes?: Attributes;
}

const modelOf = ({ arn: name }: ConnectType, { arn = '', attributes = {} }: Created): ResourceModel => ({
  physicalId: arn,
  attributes: { [name]: arn, ...attributes },
});

const updateTags = async (request: ResourceUpdate, connect: ConnectCall): Promise<void> => {
  const [tags, before] = [tagMap(request.properties), tagMap(request.before)];
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(tags, key));
  const resourceArn = request.physicalId;
  if (gone.length > 0) await connect('UntagResource', { resourceArn, tagKeys: gone });
  if (isChanged(request, 'Tags') && Object.keys(tags).length > 0) await connect('TagResource', { resourceArn, tags });
};

const refuseMove = (request: ResourceUpdate): void => {
  if (isChanged(request, 'InstanceArn')) throw new Error('Invalid request provided: InstanceArn cannot be updated.');
};

/** A provider of a type of Connect, made out of what differs between the types. */
export const connectProvider = (type: ConnectType): ResourceProvider => {
  const hasTags = type.optional.includes('Tags');
  return {
    required: type.required,
    optional: type.optional,
    createOnly: type.createOnly ?? [],
    attributes: [type.arn, ...(type.moreAttributes ?? [])],
    tags: hasTags ? 'list' : 'none',
    create: async (request) =>
      modelOf(type, await type.create(request, request.services.connect, tagMap(request.properties))),
    update: async (request) => {
      refuseMove(request);
      await type.update?.(request, request.services.connect);
      if (hasTags) await updateTags(request, request.services.connect);
      return { physicalId: request.physicalId };
    },
    delete: async (request) => {
      await type.delete(request, request.services.connect);
    },
  };
};
