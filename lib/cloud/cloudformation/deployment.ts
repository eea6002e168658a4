import type { JsonObject } from '../../language';
import { dependencyMap, evaluatedProperties, wantedResources } from './desired-resource';
import { type OperationSettings, reasonOf, StackOperation } from './operation';
import { outputsOf, refuseBrokenExports } from './outputs';
import { FailedCreation, type ResourceProvider } from './provider';
import { providerOf } from './providers';
import { rollback } from './rollback';
import { scopeOf } from './scope';
import type { StackResource, StackSource } from './stack';
import type { Scope } from './template/evaluate';
import { ordered } from './template/order';
import type { ResourceDeclaration } from './template/template';
import { isSameValue, type Value, type ValueObject } from './template/value';
import { type StackSnapshot, snapshotOf, type UndoStep } from './undo';

const needsReplacement = (existing: StackResource, type: string, properties: ValueObject): boolean => {
  const { createOnly } = providerOf(type) as ResourceProvider;
  const before = existing.properties as ValueObject;
  if (existing.type !== type || existing.status === 'CREATE_FAILED') return true;
  return createOnly.some((name) => !isSameValue(before[name], properties[name]));
};

const REPLACING = 'Requested update requires the creation of a new physical resource; hence creating one.';

/** Brings a stack to what a source says, resource by resource; takes everything back where one fails. */
export class Deployment {
  private readonly operation: StackOperation;
  private readonly steps: UndoStep[];
  private readonly before: StackSnapshot;
  private readonly imports = new Set<string>();
  /** What is no longer needed once the deployment is through. */
  private readonly leftovers: StackResource[] = [];
  private failedId: string | undefined;

  constructor(
    private readonly settings: OperationSettings,
    private readonly source: StackSource,
    private readonly options: { readonly disableRollback: boolean; readonly dynamic: Scope['dynamic'] },
  ) {
    this.operation = new StackOperation(settings);
    this.before = settings.stack.stable ?? snapshotOf(settings.stack);
    this.steps = [...settings.stack.pending];
  }

  async run(): Promise<void> {
    const kind = this.settings.stack.source === undefined ? 'CREATE' : 'UPDATE';
    this.operation.enter(`${kind}_IN_PROGRESS`, 'User Initiated');
    this.settings.stack.source = this.source;
    try {
      await this.carryOut();
    } catch (error) {
      return this.fail(kind, error);
    }
    await this.complete(kind);
  }

  private get stack() {
    return this.settings.stack;
  }

  private async carryOut(): Promise<void> {
    const scope = this.scope();
    const wanted = new Map(wantedResources(this.source, scope).map((each) => [each.logicalId, each]));
    const dependencies = dependencyMap([...wanted.values()], this.source, scope);
    for (const id of ordered(dependencies)) {
      this.failedId = id;
      await this.place(wanted.get(id) as ResourceDeclaration, [...(dependencies.get(id) ?? [])], scope);
    }
    this.failedId = undefined;
    const outputs = outputsOf(this.source, scope);
    refuseBrokenExports(this.settings.stacks, this.stack, outputs);
    this.stack.outputs = outputs;
    this.stack.imports = this.imports;
    this.leftovers.push(...[...this.stack.resources.values()].filter(({ logicalId }) => !wanted.has(logicalId)));
  }

  private scope(): Scope {
    const { stack, stacks, services } = this.settings;
    return scopeOf({
      environment: services.environment,
      stack,
      source: this.source,
      dynamic: this.options.dynamic,
      exported: (name) => {
        this.imports.add(name);
        return stacks.exported(name);
      },
      resource: (logicalId) => {
        const found = stack.resources.get(logicalId);
        return found && { ref: found.physicalId, attribute: (name) => found.attributes[name] as Value | undefined };
      },
    });
  }

  private async place(declaration: ResourceDeclaration, dependencies: readonly string[], scope: Scope): Promise<void> {
    const existing = this.stack.resources.get(declaration.logicalId);
    const values = this.evaluated(declaration, existing, scope);
    const placed = { declaration, properties: values as JsonObject, dependencies };
    if (existing === undefined) await this.create(placed);
    else if (needsReplacement(existing, declaration.type, values)) await this.replace(existing, placed);
    else if (!isSameValue(existing.properties as ValueObject, values)) await this.update(existing, placed);
    else this.stack.resources.set(existing.logicalId, { ...existing, ...withoutProperties(declaration), dependencies });
  }

  private evaluated(declaration: ResourceDeclaration, existing: StackResource | undefined, scope: Scope): ValueObject {
    try {
      return evaluatedProperties(declaration, this.stack, this.source, scope);
    } catch (error) {
      const { logicalId, type } = declaration;
      const status = existing === undefined ? 'CREATE_FAILED' : 'UPDATE_FAILED';
      this.operation.tell({ logicalId, type, physicalId: existing?.physicalId ?? '' }, status, reasonOf(error));
      throw error;
    }
  }

  private async create(placed: Placed): Promise<StackResource> {
    try {
      const resource = await this.operation.create(placed);
      this.steps.push({ kind: 'created', after: resource });
      this.stack.resources.set(resource.logicalId, resource);
      return resource;
    } catch (error) {
      if (error instanceof FailedCreation) this.keepFailed(failedResource(placed, error));
      throw error;
    }
  }

  private keepFailed(after: StackResource): void {
    this.steps.push({ kind: 'created', after });
    if (!this.stack.resources.has(after.logicalId)) this.stack.resources.set(after.logicalId, after);
  }

  private async replace(existing: StackResource, placed: Placed): Promise<void> {
    this.operation.tell(existing, 'UPDATE_IN_PROGRESS', REPLACING);
    const after = await this.create(placed);
    this.steps.pop();
    this.steps.push({ kind: 'replaced', before: existing, after });
    this.leftovers.push({ ...existing, deletionPolicy: existing.updateReplacePolicy });
  }

  private async update(existing: StackResource, placed: Placed): Promise<void> {
    const begun = this.steps.push({
      kind: 'updated',
      before: existing,
      after: { ...existing, properties: placed.properties },
    });
    const after = await this.operation.update(existing, placed);
    this.steps[begun - 1] = { kind: 'updated', before: existing, after };
    this.stack.resources.set(after.logicalId, after);
    if (after.physicalId !== existing.physicalId) this.leftovers.push(existing);
  }

  private async fail(kind: 'CREATE' | 'UPDATE', error: unknown): Promise<void> {
    const { stack } = this;
    const verb = kind === 'CREATE' ? 'create' : 'update';
    const which =
      this.failedId === undefined
        ? reasonOf(error)
        : `The following resource(s) failed to ${verb}: [${this.failedId}].`;
    if (!this.options.disableRollback)
      return rollback(this.operation, this.steps, this.before, `${which} Rollback requested by user.`);
    stack.pending = this.steps;
    stack.stable = this.before;
    this.operation.enter(`${kind}_FAILED`, which);
  }

  private async complete(kind: 'CREATE' | 'UPDATE'): Promise<void> {
    const { stack, operation } = this;
    stack.pending = [];
    stack.stable = undefined;
    if (kind === 'UPDATE') {
      operation.enter('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
      for (const resource of this.inOrderOfDeletion()) await this.clearAway(resource);
      stack.updated = this.settings.services.environment.clock();
    }
    operation.enter(`${kind}_COMPLETE`);
  }

  private async clearAway(resource: StackResource): Promise<void> {
    const { resources } = this.stack;
    if (resource.deletionPolicy === 'Retain') this.operation.tell(resource, 'DELETE_SKIPPED');
    else await this.operation.delete(resource);
    if (resources.get(resource.logicalId)?.physicalId === resource.physicalId) resources.delete(resource.logicalId);
  }

  /** What needs others goes before them. */
  private inOrderOfDeletion(): readonly StackResource[] {
    const ids = new Map(this.leftovers.map((resource) => [resource.logicalId, resource]));
    const needs = new Map(
      [...ids].map(([id, { dependencies }]) => [id, new Set(dependencies.filter((each) => ids.has(each)))]),
    );
    return [...ordered(needs)].reverse().flatMap((id) => this.leftovers.filter(({ logicalId }) => logicalId === id));
  }
}

type Placed = Parameters<StackOperation['create']>[0];

const withoutProperties = ({ deletionPolicy, updateReplacePolicy, metadata }: ResourceDeclaration) => ({
  deletionPolicy,
  updateReplacePolicy,
  metadata,
});

/** What may be left of a resource whose creation failed. */
const failedResource = (
  { declaration, properties, dependencies }: Placed,
  { physicalId }: FailedCreation,
): StackResource => ({
  ...withoutProperties(declaration),
  logicalId: declaration.logicalId,
  type: declaration.type,
  deletionPolicy: 'Delete',
  physicalId,
  properties,
  attributes: {},
  dependencies,
  status: 'CREATE_FAILED',
});
