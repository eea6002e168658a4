import type { FlowGraph } from './flow-graph';

const predecessorsIn = ({ edges }: FlowGraph): readonly (readonly number[])[] => {
  const predecessors: number[][] = edges.map(() => []);
  for (const [from, ways] of edges.entries()) for (const { to } of ways) predecessors[to]?.push(from);
  return predecessors;
};

/** For every action whether some way leads from it to one of the targets. */
export const canReach = (graph: FlowGraph, isTarget: (at: number) => boolean): Uint8Array => {
  const predecessors = predecessorsIn(graph);
  const reaching = new Uint8Array(graph.edges.length);
  const open = graph.edges.flatMap((_, at) => (isTarget(at) ? [at] : []));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reaching[at] === 1) continue;
    reaching[at] = 1;
    for (const before of predecessors[at] ?? []) open.push(before);
  }
  return reaching;
};
