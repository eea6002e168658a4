import type { FlowGraph } from '../../../lib/validate/flow-facts/flow-graph';

/** The positions to which each action leads. */
export type Targets = readonly (readonly number[])[];

/** Everything that some way comes to after an action. */
export const everyWay = (targets: Targets, from: number): ReadonlySet<number> => {
  const found = new Set<number>();
  const open = [...(targets[from] ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...(targets[at] ?? []));
  }
  return found;
};

/** A graph that starts at its first action. */
export const graphOfTargets = (targets: Targets): FlowGraph => {
  const later = everyWay(targets, 0);
  return {
    actions: targets.map(() => ({})) as never,
    start: 0,
    edges: targets.map((ways) => ways.map((to) => ({ to, failed: false }))),
    dangling: [],
    open: false,
    reached: Uint8Array.from(targets, (_, at) => Number(at === 0 || later.has(at))),
  };
};
