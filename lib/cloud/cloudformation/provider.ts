import type { JsonObject } from '../../language';
import type { OperationName, OperationOutput } from '../connect/protocol/operation';
import type { CloudEnvironment } from '../environment';
import type { IamStore } from '../iam/iam-store';
import type { InvocationOutcome } from '../lambda/function-process';
import type { LambdaService } from '../lambda/lambda-service';
import type { LogsService } from '../logs/logs-service';
import type { S3Service } from '../s3/s3-service';
import type { SsmService } from '../ssm/ssm-service';
import type { CustomResources } from './custom-resources';

/** Calls Connect as CloudFormation does: what can be tried again is tried again. */
export type ConnectCall = <N extends OperationName>(
  name: N,
  input: Readonly<Record<string, unknown>>,
) => Promise<OperationOutput<N>>;

/** What resources are made of. */
export interface ProviderServices {
  readonly environment: CloudEnvironment;
  readonly connect: ConnectCall;
  readonly s3: S3Service;
  readonly lambda: LambdaService;
  readonly logs: LogsService;
  readonly ssm: SsmService;
  readonly iam: IamStore;
  /** Properties of resources that are kept and do nothing here, by type and physical id. */
  readonly kept: Map<string, JsonObject>;
  readonly customResources: CustomResources;
  /** Calls a function without waiting for more than its end; it is tried again where it fails. */
  readonly invoke: (reference: string, event: unknown) => Promise<InvocationOutcome>;
}

/** What CloudFormation asks for one resource. */
export interface ResourceRequest {
  readonly services: ProviderServices;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

export interface ExistingResource extends ResourceRequest {
  readonly physicalId: string;
}

export interface ResourceUpdate extends ExistingResource {
  /** The properties as they were. */
  readonly before: JsonObject;
}

/** A resource as it is after a request. */
export interface ResourceModel {
  /** What a Ref gives. */
  readonly physicalId: string;
  /** What Fn::GetAtt gives, by name. */
  readonly attributes: JsonObject;
}

/** A resource after an update; attributes that are not given stay as they are. */
type UpdatedModel = Pick<ResourceModel, 'physicalId'> & Partial<ResourceModel>;

/** Carries out what templates declare of one type. */
export interface ResourceProvider {
  readonly required: readonly string[];
  /** 'any' where the type says nothing about its properties. */
  readonly optional: readonly string[] | 'any';
  /** A change of one of these needs a new resource. */
  readonly createOnly: readonly string[];
  /** 'any' where only the resource itself knows. */
  readonly attributes: readonly string[] | 'any';
  /** How the property Tags is written, if there is one. */
  readonly tags: 'list' | 'map' | 'none';
  readonly create: (request: ResourceRequest) => Promise<ResourceModel>;
  readonly update: (request: ResourceUpdate) => Promise<UpdatedModel>;
  readonly delete: (request: ExistingResource) => Promise<void>;
}

/** A creation that failed and may have left something behind, which has to be deleted. */
export class FailedCreation extends Error {
  constructor(
    message: string,
    readonly physicalId: string,
  ) {
    super(message);
  }
}

/** The name that CloudFormation makes up for a resource whose template gives none. */
export const generatedName = ({ stackName, logicalId, services }: ResourceRequest, longest = 64): string => {
  const suffix = services.environment.identifiers.letters(12, 'name', stackName, logicalId);
  const room = longest - suffix.length - 1;
  return `${`${stackName}-${logicalId}`.slice(0, room)}-${suffix}`;
};

/** Whether an update changes one of the properties. */
export const isChanged = ({ properties, before }: ResourceUpdate, ...names: readonly string[]): boolean =>
  names.some((name) => JSON.stringify(properties[name]) !== JSON.stringify(before[name]));

/** A property that is a list of objects, or nothing. */
export const objectsIn = (properties: JsonObject, name: string): readonly JsonObject[] =>
  (properties[name] ?? []) as readonly JsonObject[];

/** A property that is a list of texts, or nothing. */
export const textsIn = (properties: JsonObject, name: string): readonly string[] =>
  (properties[name] ?? []) as readonly string[];

/** Tags of a template, by key. */
export const tagMap = (properties: JsonObject): Record<string, string> =>
  Object.fromEntries(objectsIn(properties, 'Tags').map(({ Key, Value }) => [String(Key), String(Value)]));
