import { reasonOf, type StackOperation } from './operation';
import type { StackResource } from './stack';
import { restore, type StackSnapshot, type UndoStep } from './undo';

/** The declaration that a resource was made from, as far as another update needs it. */
const placedAs = (resource: StackResource) => ({
  declaration: { ...resource, dependsOn: [], condition: undefined },
  properties: resource.properties,
  dependencies: resource.dependencies,
});

const updateBack = async (
  operation: StackOperation,
  { before, after }: UndoStep & { readonly kind: 'updated' },
): Promise<readonly StackResource[]> => {
  const resource = await operation.update(after, placedAs(before));
  operation.stack.resources.set(before.logicalId, { ...resource, attributes: attributesOf(resource, before, after) });
  return resource.physicalId === after.physicalId ? [] : [after];
};

/** Types that say nothing of their attributes in an update keep those that they had. */
const attributesOf = (resource: StackResource, before: StackResource, after: StackResource) =>
  resource.attributes === after.attributes ? before.attributes : resource.attributes;

/** Takes one step back; gives what is to be deleted afterwards. */
const takenBack = async (operation: StackOperation, step: UndoStep): Promise<readonly StackResource[]> => {
  if (step.kind === 'updated') return updateBack(operation, step);
  if (step.kind === 'created') return [step.after];
  operation.stack.resources.set(step.before.logicalId, step.before);
  return [{ ...step.after, deletionPolicy: 'Delete' }];
};

/**
 * Deletes what a deployment made; what is to be retained stays, and so does what is needed by something that cannot be
 * deleted. Gives the logical ids of what could not be deleted.
 */
const clearAway = async (operation: StackOperation, rubbish: readonly StackResource[]): Promise<readonly string[]> => {
  const failed: StackResource[] = [];
  const { resources } = operation.stack;
  for (const resource of rubbish) {
    const isCurrent = resources.get(resource.logicalId)?.physicalId === resource.physicalId;
    if (failed.some(({ dependencies }) => dependencies.includes(resource.logicalId))) continue;
    if (resource.deletionPolicy === 'Retain') operation.tell(resource, 'DELETE_SKIPPED');
    else if (!(await operation.delete(resource))) {
      failed.push(resource);
      continue;
    }
    if (isCurrent) resources.delete(resource.logicalId);
  }
  return failed.map(({ logicalId }) => logicalId);
};

const stopped = (operation: StackOperation, left: readonly UndoStep[], before: StackSnapshot, error: unknown): void => {
  const { stack } = operation;
  stack.pending = left;
  stack.stable = before;
  operation.enter('UPDATE_ROLLBACK_FAILED', reasonOf(error));
};

/** Takes a creation back. */
const rollbackCreation = async (
  operation: StackOperation,
  steps: readonly UndoStep[],
  reason: string,
): Promise<void> => {
  operation.enter('ROLLBACK_IN_PROGRESS', reason);
  const failed = await clearAway(
    operation,
    [...steps].reverse().map(({ after }) => after),
  );
  operation.stack.pending = [];
  if (failed.length === 0) operation.enter('ROLLBACK_COMPLETE');
  else operation.enter('ROLLBACK_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}].`);
};

/** Takes back what a deployment did, the last step first, so that the stack is again what it was before. */
export const rollback = async (
  operation: StackOperation,
  steps: readonly UndoStep[],
  before: StackSnapshot,
  reason: string,
): Promise<void> => {
  operation.begin();
  if (before.source === undefined) return rollbackCreation(operation, steps, reason);
  operation.enter('UPDATE_ROLLBACK_IN_PROGRESS', reason);
  const rubbish: StackResource[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    try {
      rubbish.push(...(await takenBack(operation, steps[i] as UndoStep)));
    } catch (error) {
      return stopped(operation, steps.slice(0, i + 1), before, error);
    }
  }
  restore(operation.stack, before, steps);
  operation.enter('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  await clearAway(operation, rubbish);
  operation.stack.pending = [];
  operation.stack.stable = undefined;
  operation.enter('UPDATE_ROLLBACK_COMPLETE');
};
