import type { JsonObject } from '../../language';
import { AwsError } from '../aws-error';
import { refuseBadProperties } from './desired-resource';
import { FailedCreation, type ProviderServices, type ResourceProvider } from './provider';
import { providerOf } from './providers';
import { STACK_TYPE, type Stack, type StackResource } from './stack';
import type { Stacks } from './stacks';
import type { ResourceDeclaration } from './template/template';

/** What an operation on a stack has at hand. */
export interface OperationSettings {
  readonly stack: Stack;
  readonly stacks: Stacks;
  readonly services: ProviderServices;
  readonly token: string | undefined;
}

const HANDLER_CODES: Readonly<Record<string, string>> = {
  AccessDeniedException: 'AccessDenied',
  DuplicateResourceException: 'AlreadyExists',
  InvalidContactFlowException: 'InvalidRequest',
  InvalidContactFlowModuleException: 'InvalidRequest',
  InvalidParameterException: 'InvalidRequest',
  InvalidRequestException: 'InvalidRequest',
  ResourceConflictException: 'ResourceConflict',
  ResourceInUseException: 'ResourceConflict',
  ResourceNotFoundException: 'NotFound',
};

/** Why something failed, as stack events say it. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof AwsError && error.code !== 'ValidationError') {
    const code = HANDLER_CODES[error.code] ?? 'GeneralServiceException';
    return `Resource handler returned message: "${error.message}" (HandlerErrorCode: ${code})`;
  }
  return error instanceof Error ? error.message : String(error);
};

const isGone = (error: unknown): boolean => error instanceof AwsError && error.status === 404;

/** The resource of a declaration, made or found. */
interface Placed {
  readonly declaration: ResourceDeclaration;
  readonly properties: JsonObject;
  readonly dependencies: readonly string[];
}

const recordOf = (
  { declaration, properties, dependencies }: Placed,
  model: { readonly physicalId: string; readonly attributes: JsonObject },
  status: string,
): StackResource => ({
  logicalId: declaration.logicalId,
  type: declaration.type,
  physicalId: model.physicalId,
  properties,
  attributes: model.attributes,
  deletionPolicy: declaration.deletionPolicy,
  updateReplacePolicy: declaration.updateReplacePolicy,
  metadata: declaration.metadata,
  dependencies,
  status,
});

type Named = Pick<StackResource, 'logicalId' | 'type' | 'physicalId'>;

/** One thing that happens to a stack: it carries resources out one by one, and tells each step as an event. */
export class StackOperation {
  private id = '';
  private count = 0;

  constructor(readonly settings: OperationSettings) {
    this.begin();
  }

  /** What follows is told as an operation of its own, as it is with a rollback: clients look for what came before it. */
  begin(): void {
    const { services, stack } = this.settings;
    this.id = services.environment.identifiers.uuid('operation', stack.id);
  }

  get stack(): Stack {
    return this.settings.stack;
  }

  /** Sets the status of the stack, and tells it. */
  enter(status: string, reason?: string): void {
    const { stack } = this;
    stack.status = status;
    stack.statusReason = reason;
    this.tell({ logicalId: stack.name, type: STACK_TYPE, physicalId: stack.id }, status, reason);
  }

  tell({ logicalId, type, physicalId }: Named, status: string, reason?: string, properties?: JsonObject): void {
    this.count += 1;
    const id = `${logicalId}-${status}-${this.id}-${this.count}`;
    const event = { id, logicalId, physicalId, type, status, reason, properties, time: this.now() };
    this.stack.events.unshift({ ...event, operationId: this.id, token: this.settings.token });
  }

  /** Makes a resource. @throws FailedCreation where something may be left of it */
  async create(placed: Placed): Promise<StackResource> {
    const { logicalId, type } = placed.declaration;
    this.tell({ logicalId, type, physicalId: '' }, 'CREATE_IN_PROGRESS', undefined, placed.properties);
    try {
      refuseBadProperties(placed.declaration, placed.properties);
      const model = await this.provider(type).create(this.request(logicalId, type, placed.properties));
      const resource = recordOf(placed, model, 'CREATE_COMPLETE');
      this.tell(resource, 'CREATE_COMPLETE', undefined, placed.properties);
      return resource;
    } catch (error) {
      const physicalId = error instanceof FailedCreation ? error.physicalId : '';
      this.tell({ logicalId, type, physicalId }, 'CREATE_FAILED', reasonOf(error), placed.properties);
      throw error;
    }
  }

  /** Changes a resource in place; one that only its own handler knows may come back with another physical id. */
  async update(existing: StackResource, placed: Placed): Promise<StackResource> {
    const { properties } = placed;
    this.tell(existing, 'UPDATE_IN_PROGRESS', undefined, properties);
    try {
      refuseBadProperties(placed.declaration, properties);
      const request = this.request(existing.logicalId, existing.type, properties);
      const { physicalId, properties: before } = existing;
      const model = await this.provider(existing.type).update({ ...request, physicalId, before });
      const whole = { physicalId: model.physicalId, attributes: model.attributes ?? existing.attributes };
      const resource = recordOf(placed, whole, 'UPDATE_COMPLETE');
      this.tell(resource, 'UPDATE_COMPLETE', undefined, properties);
      return resource;
    } catch (error) {
      this.tell(existing, 'UPDATE_FAILED', reasonOf(error), properties);
      throw error;
    }
  }

  /** Deletes a resource; what is not there any more counts as deleted. Whether it is gone. */
  async delete(resource: StackResource): Promise<boolean> {
    const { logicalId, type, physicalId, properties } = resource;
    this.tell(resource, 'DELETE_IN_PROGRESS');
    try {
      await this.provider(type).delete({ ...this.request(logicalId, type, properties), physicalId });
    } catch (error) {
      if (!isGone(error)) {
        this.tell(resource, 'DELETE_FAILED', reasonOf(error));
        return false;
      }
    }
    this.tell(resource, 'DELETE_COMPLETE');
    return true;
  }

  /** No two events of a stack are of one time: clients sort them by it. */
  private now(): Date {
    const now = this.settings.services.environment.clock().getTime();
    return new Date(Math.max(now, (this.stack.events[0]?.time.getTime() ?? 0) + 1));
  }

  private provider(type: string): ResourceProvider {
    return providerOf(type) as ResourceProvider;
  }

  private request(logicalId: string, type: string, properties: JsonObject) {
    const { services, stack } = this.settings;
    return { services, stackId: stack.id, stackName: stack.name, logicalId, type, properties };
  }
}
