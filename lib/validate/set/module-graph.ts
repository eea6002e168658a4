import type { FlowSet, Link, PlacedFlow } from './flow-set';

/** One flow or module that runs a module. */
interface Run {
  readonly link: Link;
  readonly from: PlacedFlow;
  readonly to: PlacedFlow;
}

/** Who runs which module. */
export interface ModuleGraph {
  readonly runs: readonly Run[];
  /** True when the module comes back, in one or more steps, to the one that runs it. */
  isRecursive(run: Run): boolean;
  /** How many modules run inside each other where this run begins; a circle counts once. */
  depthFrom(run: Run): number;
  /** The first modules of the longest chain that this run begins. */
  chainFrom(run: Run, most: number): readonly PlacedFlow[];
}

type Next = (node: number) => readonly number[];

/** Visits what can be reached from a node; the nodes come in the order in which they are left. */
function leaving(start: number, next: Next, seen: Set<number>): number[] {
  const left: number[] = [];
  if (seen.has(start)) return left;
  seen.add(start);
  const open = [{ node: start, at: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = next(top.node)[top.at++];
    if (child === undefined) {
      left.push(top.node);
      open.pop();
    } else if (!seen.has(child)) {
      seen.add(child);
      open.push({ node: child, at: 0 });
    }
  }
  return left;
}

const grouped = (size: number, pairs: Iterable<readonly [number, number]>): Next => {
  const lists: number[][] = Array.from({ length: size }, () => []);
  for (const [key, value] of pairs) lists[key]?.push(value);
  return (node) => lists[node] ?? [];
};

/** Nodes that reach each other have the same number (Kosaraju). */
const components = (order: readonly number[], back: Next): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  const seen = new Set<number>();
  for (const start of [...order].reverse()) for (const node of leaving(start, back, seen)) found.set(node, start);
  return found;
};

/** How many modules run inside each other below a node, and which one below it starts the longest chain. */
const heightsOf = (order: readonly number[], below: Next) => {
  const heights = new Map<number, number>();
  const deepest = new Map<number, number>();
  for (const node of order) {
    for (const child of below(node)) {
      const height = 1 + (heights.get(child) ?? 0);
      if (height <= (heights.get(node) ?? 0)) continue;
      heights.set(node, height);
      deepest.set(node, child);
    }
  }
  return { heights, deepest };
};

const runsOf = ({ links }: FlowSet): readonly Run[] =>
  links.flatMap((link) =>
    link.role === 'module' && link.target.kind === 'found' ? [{ link, from: link.from, to: link.target.flow }] : [],
  );

export const moduleGraphOf = (set: FlowSet): ModuleGraph => {
  const size = set.flows.length;
  const runs = runsOf(set);
  const forth = grouped(
    size,
    runs.map(({ from, to }) => [from.index, to.index] as const),
  );
  const back = grouped(
    size,
    runs.map(({ from, to }) => [to.index, from.index] as const),
  );
  const seen = new Set<number>();
  const order = set.flows.flatMap(({ index }) => leaving(index, forth, seen));
  const component = components(order, back);
  const returns = (from: number, to: number): boolean => component.get(from) === component.get(to);

  const { heights, deepest } = heightsOf(order, (node) => forth(node).filter((child) => !returns(node, child)));
  return {
    runs,
    isRecursive: ({ from, to }) => returns(from.index, to.index),
    depthFrom: ({ to }) => 1 + (heights.get(to.index) ?? 0),
    chainFrom: ({ to }, most) => {
      const chain: PlacedFlow[] = [];
      for (
        let node: number | undefined = to.index;
        node !== undefined && chain.length < most;
        node = deepest.get(node)
      ) {
        chain.push(set.flows[node] as PlacedFlow);
      }
      return chain;
    },
  };
};
