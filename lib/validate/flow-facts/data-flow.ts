import type { Edge, FlowGraph } from './flow-graph';

/** Facts that hold on entry to every action, as bits; an action that no way comes to has every fact. */
export type FactsOnEntry = Int32Array;

/** How facts change along one way out of an action. */
export type Passage = (facts: number, at: number, edge: Edge) => number;

/**
 * How the facts of two ways that meet are joined: `must` keeps what holds on both, `may` what holds on either, and `most`
 * takes facts for one number, which the passage must keep below some limit.
 */
const JOIN = {
  must: { none: -1, join: (a: number, b: number) => a & b },
  may: { none: 0, join: (a: number, b: number) => a | b },
  most: { none: -1, join: Math.max },
} as const;

/**
 * Carries facts from the start along every way through the flow until nothing changes any more. An action is looked at again
 * only when a fact changes there, so at most once for each of the 32 facts.
 */
export const carried = (graph: FlowGraph, kind: keyof typeof JOIN, onStart: number, pass: Passage): FactsOnEntry => {
  const { none, join } = JOIN[kind];
  const facts = new Int32Array(graph.actions.length).fill(none);
  if (graph.start < 0) return facts;
  const seen = new Uint8Array(graph.actions.length);
  facts[graph.start] = onStart;
  const open = [graph.start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    seen[at] = 1;
    const here = facts[at] as number;
    for (const edge of graph.edges[at] as readonly Edge[]) {
      const before = facts[edge.to] as number;
      const after = join(before, pass(here, at, edge));
      if (after === before && seen[edge.to] === 1) continue;
      facts[edge.to] = after;
      seen[edge.to] = 1;
      open.push(edge.to);
    }
  }
  return facts;
};

/** The usual passage: an action adds facts where it does what it is for. */
export const adding =
  (gained: (at: number) => number): Passage =>
  (facts, at, { failed }) =>
    failed ? facts : facts | gained(at);
