import { hasPlaceholder } from '../placeholder';
import type { Subject } from '../subject';
import type { PlacedAction } from './placed-action';

/** One way from an action to another one, by their positions in the document. */
export interface Edge {
  readonly to: number;
  /** Where the action did not do what it is for. */
  readonly failed: boolean;
}

/** The ways through a flow. */
export interface FlowGraph {
  readonly actions: readonly PlacedAction[];
  /** Position of the start action; -1 where there is none. */
  readonly start: number;
  readonly edges: readonly (readonly Edge[])[];
  /** Actions of which some target is none. */
  readonly dangling: readonly PlacedAction[];
  /** Some target is filled in later, so that it may be any action. */
  readonly open: boolean;
  readonly reached: Uint8Array;
}

/** The result is there, and no condition named it. */
const DONE_BUT_UNNAMED = 'NoMatchingCondition';

const NO_EDGES: readonly Edge[] = [];

class GraphBuilder {
  readonly dangling: PlacedAction[] = [];
  open = false;
  private isWhole = true;

  constructor(private readonly byId: ReadonlyMap<string, PlacedAction>) {}

  edgesOf(placed: PlacedAction): readonly Edge[] {
    const { next, conditions, errors } = placed;
    if (next === undefined && conditions.length === 0 && errors.length === 0) return NO_EDGES;
    const edges: Edge[] = [];
    this.isWhole = true;
    // Where success leaves the flow, NextAction is a copy of a fallback.
    if (next !== undefined) this.add(edges, next, placed.spec?.leavesFlow === true);
    for (const { NextAction } of conditions) this.add(edges, NextAction, false);
    for (const { NextAction, ErrorType } of errors) this.add(edges, NextAction, ErrorType !== DONE_BUT_UNNAMED);
    if (!this.isWhole) this.dangling.push(placed);
    return edges;
  }

  private add(edges: Edge[], target: unknown, failed: boolean): void {
    const to = this.byId.get(target as string)?.index;
    if (to !== undefined) edges.push({ to, failed });
    else if (hasPlaceholder(target)) this.open = true;
    else this.isWhole = false;
  }
}

const reachedFrom = (start: number, edges: readonly (readonly Edge[])[]): Uint8Array => {
  const reached = new Uint8Array(edges.length);
  const open = start < 0 ? [] : [start];
  if (start >= 0) reached[start] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { to } of edges[at] ?? []) {
      if (reached[to] === 1) continue;
      reached[to] = 1;
      open.push(to);
    }
  }
  return reached;
};

export const graphOf = ({ document, actions, byId }: Subject): FlowGraph => {
  const builder = new GraphBuilder(byId);
  const edges = actions.map((placed) => builder.edgesOf(placed));
  const start = byId.get(document.StartAction)?.index ?? -1;
  const reached = reachedFrom(start, edges);
  return { actions, start, edges, dangling: builder.dangling, open: builder.open, reached };
};

/** False where the way through the flow is not known, or is broken at the start, which is another finding. */
export const isTraceable = ({ start, open }: FlowGraph): boolean => start >= 0 && !open;
