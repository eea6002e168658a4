import type { FlowGraph } from './flow-graph';

/** Actions that can all come to each other, by their positions. */
export type Component = readonly number[];

interface Frame {
  readonly at: number;
  edge: number;
}

/** Tarjan's search with a stack of its own, so that long flows do not exhaust that of the language. */
class ComponentSearch {
  readonly components: Component[] = [];
  private readonly order: Int32Array;
  private readonly low: Int32Array;
  private readonly onStack: Uint8Array;
  private readonly stack: number[] = [];
  private count = 0;

  constructor(
    private readonly graph: FlowGraph,
    private readonly includes: (at: number) => boolean,
  ) {
    this.order = new Int32Array(graph.actions.length);
    this.low = new Int32Array(graph.actions.length);
    this.onStack = new Uint8Array(graph.actions.length);
  }

  from(start: number): void {
    if (this.order[start] !== 0 || !this.includes(start)) return;
    const frames = [this.enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const edge = this.graph.edges[frame.at]?.[frame.edge];
      frame.edge += 1;
      if (edge === undefined) this.leave(frames);
      else if (!this.includes(edge.to)) continue;
      else if (this.order[edge.to] === 0) frames.push(this.enter(edge.to));
      else if (this.onStack[edge.to] === 1) this.lower(frame.at, this.order[edge.to] as number);
    }
  }

  private enter(at: number): Frame {
    this.count += 1;
    this.order[at] = this.count;
    this.low[at] = this.count;
    this.onStack[at] = 1;
    this.stack.push(at);
    return { at, edge: 0 };
  }

  private lower(at: number, order: number): void {
    if (order < (this.low[at] as number)) this.low[at] = order;
  }

  private leave(frames: Frame[]): void {
    const { at } = frames.pop() as Frame;
    const before = frames.at(-1);
    if (before !== undefined) this.lower(before.at, this.low[at] as number);
    if (this.low[at] !== this.order[at]) return;
    const component: number[] = [];
    for (let member = -1; member !== at; ) {
      member = this.stack.pop() as number;
      this.onStack[member] = 0;
      component.push(member);
    }
    this.components.push(component);
  }
}

/** The actions that `includes` names, in groups of those that can come to each other; what comes later stands first. */
export const componentsOf = (graph: FlowGraph, includes: (at: number) => boolean): readonly Component[] => {
  const search = new ComponentSearch(graph, includes);
  graph.actions.forEach((_, at) => {
    search.from(at);
  });
  return search.components;
};

const leadsToItself = ({ edges }: FlowGraph, at: number): boolean => (edges[at] ?? []).some(({ to }) => to === at);

/** The groups in which one can go round for ever. */
export const circlesIn = (graph: FlowGraph, components: readonly Component[]): readonly Component[] =>
  components.filter(([at = -1, ...others]) => others.length > 0 || leadsToItself(graph, at));
