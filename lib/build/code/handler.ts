import { type FlowGraph, type Node, targetsOf } from './graph';

/** The flow's own `onError`: where most errors go. */
export interface Handler {
  readonly entry: number;
  /** Every action that it can come to: in its script, errors are written out unless they go on with the next step. */
  readonly within: ReadonlySet<number>;
}

const CANDIDATES = 8;

/** What can be reached from a node; undefined when there is a way back to something on the way. */
const treeBelow = (nodes: readonly Node[], entry: number): ReadonlySet<number> | undefined => {
  const done = new Set<number>();
  const under = new Set<number>();
  const open: { readonly node: number; readonly isLeaving: boolean }[] = [{ node: entry, isLeaving: false }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    if (top.isLeaving) {
      under.delete(top.node);
      done.add(top.node);
      continue;
    }
    if (under.has(top.node)) return undefined;
    const node = nodes[top.node];
    if (done.has(top.node) || node === undefined) continue;
    under.add(top.node);
    open.push({ node: top.node, isLeaving: true });
    for (const target of targetsOf(node)) open.push({ node: target, isLeaving: false });
  }
  return done;
};

export const catchAllOf = ({ errors }: Node) => errors.find(({ label }) => label === 'NoMatchingError');

const countsOf = (nodes: readonly Node[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const node of nodes) {
    const target = catchAllOf(node)?.target;
    if (target !== undefined && target >= 0) counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return counts;
};

/** The target that spares most steps an `onError` of their own. One that leads back into the flow is not taken. */
export const handlerOf = ({ nodes, start }: FlowGraph): Handler | undefined => {
  const usual = [...countsOf(nodes)].sort(([, a], [, b]) => b - a).slice(0, CANDIDATES);
  let best: Handler | undefined;
  let spared = 0;
  for (const [entry] of usual) {
    const within = entry === start ? undefined : treeBelow(nodes, entry);
    if (within === undefined) continue;
    const count = nodes.filter((node) => !within.has(node.index) && catchAllOf(node)?.target === entry).length;
    if (count <= spared) continue;
    best = { entry, within };
    spared = count;
  }
  return best;
};
