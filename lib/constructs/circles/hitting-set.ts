/** What is chosen so that every set holds at least one of it. */
export interface HittingSet {
  readonly chosen: readonly number[];
  /** True where no lighter choice exists; false where the search was cut short. */
  readonly isLeast: boolean;
  /** What is left of the budget. */
  readonly budget: number;
}

type Sets = readonly (readonly number[])[];

interface Search {
  readonly weights: readonly number[];
  /** Steps that are left. */
  budget: number;
}

const weigh = (items: readonly number[], weights: readonly number[]): number =>
  items.reduce((sum, item) => sum + (weights[item] ?? 0), 0);

const isWithin = (small: readonly number[], large: ReadonlySet<number>): boolean =>
  small.every((item) => large.has(item));

/** A set that holds another one is hit whenever that one is. Items of a set are in order. */
const withoutSupersets = (sets: Sets): Sets => {
  const distinct = [...new Map(sets.map((set) => [set.join(), set])).values()].sort((a, b) => a.length - b.length);
  const kept: (readonly number[])[] = [];
  for (const set of distinct) {
    const items = new Set(set);
    if (!kept.some((smaller) => smaller.length < set.length && isWithin(smaller, items))) kept.push(set);
  }
  return kept;
};

const setsByItem = (sets: Sets): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  sets.forEach((set, at) => {
    for (const item of set) {
      const own = found.get(item);
      if (own === undefined) found.set(item, [at]);
      else own.push(at);
    }
  });
  return found;
};

/** An item can stay out where another one, no heavier, hits all that it hits. */
const withoutDominated = (sets: Sets, weights: readonly number[]): Sets => {
  const hits = [...setsByItem(sets)]
    .map(([item, own]) => ({ item, own, all: new Set(own), weight: weights[item] ?? 0 }))
    .sort((a, b) => a.item - b.item);
  type Hit = (typeof hits)[number];
  const out = new Set<number>();
  const isBetter = (a: Hit, b: Hit): boolean =>
    a.weight < b.weight || (a.weight === b.weight && (a.own.length > b.own.length || a.item < b.item));
  for (const one of hits) {
    const rivals = hits.filter((other) => other !== one && !out.has(other.item) && isBetter(other, one));
    if (rivals.some(({ all }) => isWithin(one.own, all))) out.add(one.item);
  }
  return out.size === 0 ? sets : sets.map((set) => set.filter((item) => !out.has(item)));
};

/** Sets that share items, directly or through others, belong together; the rest can be solved apart. */
const components = (sets: Sets): readonly Sets[] => {
  const found: (readonly number[])[][] = [];
  const byItem = setsByItem(sets);
  const seen = new Set<number>();
  sets.forEach((_, start) => {
    if (seen.has(start)) return;
    const open = [start];
    const component: (readonly number[])[] = [];
    seen.add(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const set = sets[at] ?? [];
      component.push(set);
      for (const next of set.flatMap((item) => byItem.get(item) ?? [])) {
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    found.push(component);
  });
  return found;
};

/** Sets without a common item each need an item of their own. */
const leastWeight = (sets: Sets, weights: readonly number[]): number => {
  const taken = new Set<number>();
  let sum = 0;
  for (const set of sets) {
    if (set.some((item) => taken.has(item))) continue;
    sum += Math.min(...set.map((item) => weights[item] ?? 0));
    for (const item of set) taken.add(item);
  }
  return sum;
};

/** Leaves out what others hit anyway, one after the other. */
const withoutNeedless = (chosen: readonly number[], sets: Sets): readonly number[] =>
  chosen.reduce((kept, item) => {
    const others = kept.filter((each) => each !== item);
    return sets.every((set) => set.some((each) => others.includes(each))) ? others : kept;
  }, chosen);

const greedy = (sets: Sets, weights: readonly number[]): readonly number[] => {
  const chosen: number[] = [];
  let open = sets;
  while (open.length > 0) {
    const counts = [...setsByItem(open)].sort(
      ([a, own], [b, theirs]) => theirs.length / (weights[b] ?? 1) - own.length / (weights[a] ?? 1) || a - b,
    );
    const best = counts[0]?.[0] ?? 0;
    chosen.push(best);
    open = open.filter((set) => !set.includes(best));
  }
  return withoutNeedless(chosen, sets);
};

/** The lightest choice that is lighter than `limit`; undefined where there is none, or none was found in time. */
const lightest = (sets: Sets, limit: number, search: Search): readonly number[] | undefined => {
  const { weights } = search;
  const reduced = withoutSupersets(withoutDominated(withoutSupersets(sets), weights));
  const forced = [...new Set(reduced.filter(({ length }) => length === 1).flat())];
  const open = reduced.filter((set) => !set.some((item) => forced.includes(item)));
  const left = limit - weigh(forced, weights);
  if (open.length === 0) return left > 0 ? forced : undefined;
  const rest = ofComponents(open, left, search);
  return rest && [...forced, ...rest];
};

const ofComponents = (sets: Sets, limit: number, search: Search): readonly number[] | undefined => {
  const parts = components(sets);
  const bounds = parts.map((part) => leastWeight(part, search.weights));
  let left = limit - bounds.reduce((sum, bound) => sum + bound, 0);
  const chosen: number[] = [];
  for (const [at, part] of parts.entries()) {
    const bound = bounds[at] ?? 0;
    const best = left > 0 ? branched(part, left + bound, search) : undefined;
    if (best === undefined) return undefined;
    chosen.push(...best);
    left -= weigh(best, search.weights) - bound;
  }
  return chosen;
};

/** Tries each item of the smallest set; what was tried stays out of the later tries. */
const branched = (sets: Sets, limit: number, search: Search): readonly number[] | undefined => {
  const { weights } = search;
  search.budget--;
  if (search.budget < 0 || leastWeight(sets, weights) >= limit) return undefined;
  const smallest = sets.reduce((least, set) => (set.length < least.length ? set : least));
  const counts = setsByItem(sets);
  const order = [...smallest].sort((a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0) || a - b);
  let best: readonly number[] | undefined;
  let bound = limit;
  order.forEach((item, at) => {
    const tried = order.slice(0, at);
    const rest = sets.filter((set) => !set.includes(item)).map((set) => set.filter((each) => !tried.includes(each)));
    if (rest.some(({ length }) => length === 0)) return;
    const found = lightest(rest, bound - (weights[item] ?? 0), search);
    if (found === undefined) return;
    best = [item, ...found];
    bound = weigh(best, weights);
  });
  return best;
};

/**
 * The lightest choice of items that hits every set, by branch and bound; where that takes more than `budget` steps, the best
 * that was found till then.
 *
 * @param weights the weight of each item, above 0
 */
export const hittingSet = (sets: Sets, weights: readonly number[], budget: number): HittingSet => {
  const start = greedy(sets, weights);
  const search: Search = { weights, budget };
  const better = lightest(sets, weigh(start, weights), search);
  return {
    chosen: [...(better ?? start)].sort((a, b) => a - b),
    isLeast: search.budget >= 0,
    budget: Math.max(0, search.budget),
  };
};
