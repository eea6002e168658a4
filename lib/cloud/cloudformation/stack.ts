import type { Json, JsonObject } from '../../language';
import type { ChangeSet } from './change-set';
import type { StackParameter } from './template/parameters';
import type { RetentionPolicy, Template } from './template/template';
import type { StackSnapshot, UndoStep } from './undo';

/** A resource of a stack, as it was last made or changed. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly properties: JsonObject;
  readonly attributes: JsonObject;
  readonly deletionPolicy: RetentionPolicy;
  readonly updateReplacePolicy: RetentionPolicy;
  readonly metadata: Json;
  /** Logical ids of what it needs. */
  readonly dependencies: readonly string[];
  readonly status: string;
}

export interface StackOutput {
  readonly name: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly exportName: string | undefined;
}

/** What a stack is made from. */
export interface StackSource {
  readonly template: Template;
  readonly parameters: readonly StackParameter[];
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  readonly roleArn: string | undefined;
}

export interface StackEvent {
  readonly id: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly properties: JsonObject | undefined;
  readonly time: Date;
  readonly operationId: string;
  readonly token: string | undefined;
}

export const STACK_TYPE = 'AWS::CloudFormation::Stack';

/** A stack with everything that CloudFormation knows of it. */
export class Stack {
  status = 'REVIEW_IN_PROGRESS';
  statusReason: string | undefined;
  updated: Date | undefined;
  deleted: Date | undefined;
  /** Undefined until the first change set is carried out. */
  source: StackSource | undefined;
  resources = new Map<string, StackResource>();
  outputs: readonly StackOutput[] = [];
  /** Names of exports of other stacks that it reads. */
  imports: ReadonlySet<string> = new Set();
  terminationProtection = false;
  /** What a failed deployment without rollback, or a failed rollback, leaves to be undone. */
  pending: readonly UndoStep[] = [];
  /** What the stack was when it was last as it should be; only while something is pending. */
  stable: StackSnapshot | undefined;
  readonly changeSets = new Map<string, ChangeSet>();
  /** The newest first. */
  readonly events: StackEvent[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    readonly created: Date,
  ) {}

  get isBusy(): boolean {
    return this.status.endsWith('_IN_PROGRESS') && this.status !== 'REVIEW_IN_PROGRESS';
  }
}
