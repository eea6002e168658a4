import { circlesIn, type PartGraph, shortCirclesIn } from './circles-in';
import { type HittingSet, hittingSet } from './hitting-set';

/** Which items have to go so that no circle is left. */
export interface StubSet {
  readonly items: readonly number[];
  /** No choice is smaller than this; equal to the number of items where the choice is known to be the smallest. */
  readonly atLeast: number;
}

/** One item less counts for more than anything else that is said against items. */
const ONE_ITEM = 1_000;

/** Steps of search: circles through sixty flows are mostly solved, and none takes more than a second or two. */
const BUDGET = 2_000;

const withoutNeedless = (items: readonly number[], graph: PartGraph): readonly number[] =>
  items.reduce((kept, item) => {
    const others = kept.filter((each) => each !== item);
    return circlesIn(graph, others).length === 0 ? others : kept;
  }, items);

/**
 * The smallest set of items without which nothing stands on a circle; among sets of one size the one with the least
 * `reluctance`, then that of the first items. Circles are found as they are needed: the smallest choice that hits the known
 * ones is the answer once no other circle is left.
 *
 * @param reluctance what speaks against each item, 0 to 3
 */
export const smallestStubSet = (graph: PartGraph, reluctance: readonly number[]): StubSet => {
  const weights = reluctance.map((against) => ONE_ITEM + against);
  const known: (readonly number[])[] = [...shortCirclesIn(graph)];
  let best: HittingSet = { chosen: [], isLeast: true, budget: BUDGET };
  let atLeast = 0;
  for (let found = circlesIn(graph); found.length > 0; found = circlesIn(graph, best.chosen)) {
    known.push(...found);
    best = hittingSet(known, weights, best.budget);
    if (best.isLeast) atLeast = best.chosen.length;
  }
  return { items: best.isLeast ? best.chosen : withoutNeedless(best.chosen, graph), atLeast };
};
