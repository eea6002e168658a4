/**
 * What needs what. An item (a flow) may be there in several parts, since what it needs of its own stack and of other stacks
 * holds up different things; an item that is taken out takes all its parts along.
 */
export interface PartGraph {
  /** The item of each part. */
  readonly itemOf: readonly number[];
  /** The parts that each part needs. */
  readonly arcs: readonly (readonly number[])[];
}

/** The parts that stand on some circle, found as strongly connected components (Tarjan, without recursion). */
const circular = ({ itemOf, arcs }: PartGraph, isOut: (item: number) => boolean): ReadonlySet<number> => {
  const found = new Set<number>();
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  const component: number[] = [];
  const open = new Set<number>();
  const isIn = (part: number): boolean => !isOut(itemOf[part] ?? -1);
  const nextOf = (part: number): readonly number[] => (arcs[part] ?? []).filter(isIn);
  const enter = (part: number): { readonly part: number; readonly next: number[] } => {
    order.set(part, order.size);
    lowest.set(part, order.size - 1);
    component.push(part);
    open.add(part);
    return { part, next: [...nextOf(part)] };
  };
  const lower = (part: number, to: number): void => {
    lowest.set(part, Math.min(lowest.get(part) ?? to, to));
  };
  const leave = (part: number): void => {
    if (lowest.get(part) !== order.get(part)) return;
    const members = component.splice(component.indexOf(part));
    for (const member of members) open.delete(member);
    if (members.length > 1 || nextOf(part).includes(part)) for (const member of members) found.add(member);
  };
  for (const start of itemOf.keys()) {
    if (order.has(start) || !isIn(start)) continue;
    const path = [enter(start)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const next = at.next.pop();
      if (next === undefined) {
        path.pop();
        leave(at.part);
        const before = path.at(-1);
        if (before !== undefined) lower(before.part, lowest.get(at.part) ?? 0);
      } else if (!order.has(next)) path.push(enter(next));
      else if (open.has(next)) lower(at.part, order.get(next) ?? 0);
    }
  }
  return found;
};

/** The parts of a shortest circle through a part, if it has fewer than `limit`. */
const circleThrough = (
  start: number,
  arcs: PartGraph['arcs'],
  parts: ReadonlySet<number>,
  limit: number,
): readonly number[] | undefined => {
  const from = new Map<number, number>();
  let front = [start];
  for (let length = 1; length < limit && front.length > 0; length++) {
    const next: number[] = [];
    for (const at of front) {
      for (const to of arcs[at] ?? []) {
        if (to === start) return pathTo(at, start, from);
        if (!parts.has(to) || from.has(to)) continue;
        from.set(to, at);
        next.push(to);
      }
    }
    front = next;
  }
  return undefined;
};

const pathTo = (last: number, start: number, from: ReadonlyMap<number, number>): readonly number[] => {
  const path = [last];
  for (let at = last; at !== start; path.push(at)) at = from.get(at) ?? start;
  return path;
};

/** The items of a shortest circle among those that are not out. */
const shortestCircle = (graph: PartGraph, isOut: (item: number) => boolean): readonly number[] | undefined => {
  const parts = circular(graph, isOut);
  let best: readonly number[] | undefined;
  for (const part of parts) {
    best = circleThrough(part, graph.arcs, parts, best?.length ?? Number.POSITIVE_INFINITY) ?? best;
    if (best?.length === 1) break;
  }
  return best && [...new Set(best.map((part) => graph.itemOf[part] ?? -1))].sort((a, b) => a - b);
};

/** Circles that share no item, until none is left beside them; empty where nothing stands on a circle. */
export const circlesIn = (graph: PartGraph, out: Iterable<number> = []): readonly (readonly number[])[] => {
  const gone = new Set(out);
  const found: (readonly number[])[] = [];
  const next = () => shortestCircle(graph, (item) => gone.has(item));
  for (let circle = next(); circle !== undefined; circle = next()) {
    found.push(circle);
    for (const item of circle) gone.add(item);
  }
  return found;
};

/** Every circle of one or two parts: each needs a choice of its own, so that looking for them one by one would take long. */
export const shortCirclesIn = ({ itemOf, arcs }: PartGraph): readonly (readonly number[])[] => {
  const needs = arcs.map((targets) => new Set(targets));
  const pairs = arcs.flatMap((targets, from) =>
    targets.filter((to) => to >= from && needs[to]?.has(from)).map((to) => [itemOf[from] ?? -1, itemOf[to] ?? -1]),
  );
  return pairs.map((items) => [...new Set(items)].sort((a, b) => a - b));
};
