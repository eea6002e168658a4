import { type OperationSettings, reasonOf, StackOperation } from './operation';
import { refuseBrokenExports } from './outputs';
import type { StackResource } from './stack';
import { ordered } from './template/order';

/** Resources in the order in which they can go: each before all that it needs. */
const inOrder = (resources: ReadonlyMap<string, StackResource>): readonly StackResource[] => {
  const needs = new Map(
    [...resources].map(([id, { dependencies }]) => [id, new Set(dependencies.filter((each) => resources.has(each)))]),
  );
  return [...ordered(needs)].reverse().map((id) => resources.get(id) as StackResource);
};

const isRetained = ({ deletionPolicy, logicalId }: StackResource, retained: readonly string[]): boolean =>
  deletionPolicy === 'Retain' || deletionPolicy === 'RetainExceptOnCreate' || retained.includes(logicalId);

/** Deletes all that can go; logical ids of what cannot. */
const deleteAll = async (operation: StackOperation, retained: readonly string[]): Promise<readonly string[]> => {
  const { resources } = operation.stack;
  const failed = new Set<string>();
  for (const resource of inOrder(resources)) {
    const isNeeded = [...resources.values()].some(
      ({ logicalId, dependencies }) => failed.has(logicalId) && dependencies.includes(resource.logicalId),
    );
    if (isNeeded) continue;
    if (isRetained(resource, retained)) operation.tell(resource, 'DELETE_SKIPPED');
    else if (!(await operation.delete(resource))) {
      failed.add(resource.logicalId);
      continue;
    }
    resources.delete(resource.logicalId);
  }
  return [...failed];
};

const failureOf = async (operation: StackOperation, retained: readonly string[]): Promise<string | undefined> => {
  const { stacks, stack } = operation.settings;
  try {
    refuseBrokenExports(stacks, stack, []);
  } catch (error) {
    return reasonOf(error);
  }
  const failed = await deleteAll(operation, retained);
  return failed.length === 0 ? undefined : `The following resource(s) failed to delete: [${failed.join(', ')}]. `;
};

/** Deletes a stack with its resources. */
export const deleteStack = async (settings: OperationSettings, retained: readonly string[] = []): Promise<void> => {
  const { stack, stacks, services } = settings;
  const operation = new StackOperation(settings);
  operation.enter('DELETE_IN_PROGRESS', 'User Initiated');
  const failure = await failureOf(operation, retained);
  if (failure !== undefined) return operation.enter('DELETE_FAILED', failure);
  stack.deleted = services.environment.clock();
  stacks.forget(stack);
  operation.enter('DELETE_COMPLETE');
};
