import type { Stack, StackOutput, StackResource, StackSource } from './stack';

/** Something that a deployment did, and that a rollback takes back. */
export type UndoStep =
  | { readonly kind: 'created'; readonly after: StackResource }
  | { readonly kind: 'updated'; readonly before: StackResource; readonly after: StackResource }
  | { readonly kind: 'replaced'; readonly before: StackResource; readonly after: StackResource };

/** What a stack was before a deployment. */
export interface StackSnapshot {
  readonly resources: ReadonlyMap<string, StackResource>;
  readonly source: StackSource | undefined;
  readonly outputs: readonly StackOutput[];
  readonly imports: ReadonlySet<string>;
}

export const snapshotOf = ({ resources, source, outputs, imports }: Stack): StackSnapshot => ({
  resources: new Map(resources),
  source,
  outputs,
  imports,
});

/** What a stack says of itself is again what it was; resources that the steps touched have been seen to before. */
export const restore = (stack: Stack, before: StackSnapshot, steps: readonly UndoStep[]): void => {
  stack.source = before.source;
  stack.outputs = before.outputs;
  stack.imports = before.imports;
  const touched = new Set(steps.map(({ after }) => after.logicalId));
  for (const [id, resource] of before.resources) if (!touched.has(id)) stack.resources.set(id, resource);
};
