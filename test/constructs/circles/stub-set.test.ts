import fc from 'fast-check';
import { circlesIn, type PartGraph } from '../../../lib/constructs/circles/circles-in';
import { smallestStubSet } from '../../../lib/constructs/circles/stub-set';

type Arc = readonly [from: number, to: number];

/** A graph of items of one part each. */
const graphOf = (items: number, arcs: readonly Arc[]): PartGraph => ({
  itemOf: Array.from({ length: items }, (_, item) => item),
  arcs: Array.from({ length: items }, (_, item) => arcs.filter(([from]) => from === item).map(([, to]) => to)),
});

const evenly = ({ itemOf }: PartGraph): readonly number[] =>
  Array.from({ length: Math.max(0, ...itemOf) + 1 }, () => 0);

const stubsOf = (items: number, ...arcs: readonly Arc[]): readonly number[] => {
  const graph = graphOf(items, arcs);
  return smallestStubSet(graph, evenly(graph)).items;
};

/** True where everything that is left can be put in an order: by taking away what needs nothing, over and over. */
const isOrderly = ({ itemOf, arcs }: PartGraph, out: ReadonlySet<number>): boolean => {
  let left = [...itemOf.keys()].filter((part) => !out.has(itemOf[part] ?? -1));
  for (;;) {
    const rest = left.filter((part) => (arcs[part] ?? []).some((to) => left.includes(to)));
    if (rest.length === left.length) return rest.length === 0;
    left = rest;
  }
};

const bits = (set: number): number => set.toString(2).replaceAll('0', '').length;

/** The fewest items, by trying all sets. */
const fewest = (graph: PartGraph, items: number): number => {
  const sizes = Array.from({ length: 2 ** items }, (_, set) => {
    const out = new Set(Array.from({ length: items }, (__, item) => item).filter((item) => (set >> item) & 1));
    return isOrderly(graph, out) ? bits(set) : items + 1;
  });
  return Math.min(...sizes);
};

const graphs = (most: number, density: number) =>
  fc.integer({ min: 1, max: most }).chain((items) =>
    fc.record({
      items: fc.constant(items),
      graph: fc
        .array(fc.tuple(fc.nat(items - 1), fc.nat(items - 1)), { maxLength: items * density, size: 'max' })
        .map((arcs) => graphOf(items, arcs)),
    }),
  );

/** Graphs in which items have up to three parts. */
const graphsOfParts = fc.integer({ min: 1, max: 6 }).chain((items) =>
  fc.array(fc.nat(items - 1), { minLength: 1, maxLength: 14 }).chain((itemOf) =>
    fc.array(fc.tuple(fc.nat(itemOf.length - 1), fc.nat(itemOf.length - 1)), { maxLength: 30 }).map((arcs) => ({
      items,
      graph: { ...graphOf(itemOf.length, arcs), itemOf },
    })),
  ),
);

const zeros = (items: number): readonly number[] => Array.from({ length: items }, () => 0);

describe('The smallest set of flows that get a stub', () => {
  test('is empty where flows name each other in one direction only', () => {
    expect(stubsOf(3, [0, 1], [1, 2], [0, 2])).toEqual([]);
  });

  test('is the flow that names itself', () => {
    expect(stubsOf(2, [0, 1], [1, 1])).toEqual([1]);
  });

  test('is one of two flows that name each other', () => {
    expect(stubsOf(2, [0, 1], [1, 0])).toEqual([0]);
  });

  test('is the one flow that all circles share', () => {
    expect(stubsOf(5, [0, 2], [2, 0], [1, 2], [2, 1], [3, 2], [2, 4], [4, 3])).toEqual([2]);
  });

  test('is all flows but one where each names every other one', () => {
    const arcs = Array.from({ length: 60 * 60 }, (_, i) => [Math.floor(i / 60), i % 60] as const);
    const graph = graphOf(
      60,
      arcs.filter(([from, to]) => from !== to),
    );
    expect(smallestStubSet(graph, zeros(60))).toMatchObject({ atLeast: 59, items: { length: 59 } });
  });

  test('takes the flow of which least is said against, as long as that costs no other one', () => {
    const graph = graphOf(4, [
      [0, 1],
      [1, 0],
      [2, 3],
      [3, 2],
      [1, 2],
      [2, 1],
    ]);
    expect(smallestStubSet(graph, [3, 1, 3, 0]).items).toEqual([1, 3]);
    expect(
      smallestStubSet(
        graphOf(2, [
          [0, 1],
          [1, 0],
        ]),
        [1, 0],
      ).items,
    ).toEqual([1]);
  });

  test('takes all parts of a flow out together', () => {
    const graph: PartGraph = { itemOf: [0, 0, 1, 2], arcs: [[2], [3], [0], [1]] };
    expect(smallestStubSet(graph, zeros(3)).items).toEqual([0]);
  });

  test('leaves no circle, is as small as can be, and says so', () => {
    fc.assert(
      fc.property(fc.oneof(graphs(9, 3), graphsOfParts), ({ items, graph }) => {
        const set = smallestStubSet(graph, zeros(items));
        expect(isOrderly(graph, new Set(set.items))).toBe(true);
        expect(set.items).toHaveLength(fewest(graph, items));
        expect(set.atLeast).toBe(set.items.length);
      }),
      { numRuns: 400 },
    );
  });

  test('leaves no circle in large graphs either, has no needless flow, and knows a bound', () => {
    fc.assert(
      fc.property(graphs(60, 4), ({ items, graph }) => {
        const set = smallestStubSet(graph, zeros(items));
        expect(isOrderly(graph, new Set(set.items))).toBe(true);
        for (const item of set.items) {
          expect(isOrderly(graph, new Set(set.items.filter((each) => each !== item)))).toBe(false);
        }
        expect(set.atLeast).toBeLessThanOrEqual(set.items.length);
      }),
      { numRuns: 30 },
    );
  });
});

test('Circles are found apart from each other, until none is left', () => {
  const graph = graphOf(6, [
    [0, 1],
    [1, 0],
    [2, 3],
    [3, 4],
    [4, 2],
    [5, 0],
  ]);
  expect(circlesIn(graph)).toEqual([
    [0, 1],
    [2, 3, 4],
  ]);
  expect(circlesIn(graph, [1, 3])).toEqual([]);
});
