import fc from 'fast-check';
import { circlesIn, componentsOf } from '../../../lib/validate/flow-facts/circles';
import { everyWay, graphOfTargets, type Targets } from './small-graphs';

/** For each action the others that it can come to and that can come back, itself included. */
const partners = (targets: Targets): readonly (readonly number[])[] => {
  const reach = targets.map((_, at) => everyWay(targets, at));
  return targets.map((_, a) =>
    targets.flatMap((__, b) => (a === b || (reach[a]?.has(b) && reach[b]?.has(a)) ? [b] : [])),
  );
};

const targets = fc
  .integer({ min: 1, max: 7 })
  .chain((size) =>
    fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

test('Actions are in one group exactly when they can come to each other', () => {
  fc.assert(
    fc.property(targets, (given) => {
      const components = componentsOf(graphOfTargets(given), () => true);
      const grouped = given.map((_, at) =>
        [...(components.find((members) => members.includes(at)) ?? [])].sort((a, b) => a - b),
      );
      expect(grouped).toEqual(partners(given));
    }),
  );
});

test('What comes later in a flow stands before what comes earlier', () => {
  expect(componentsOf(graphOfTargets([[1], [2], []]), () => true)).toEqual([[2], [1], [0]]);
});

test('A circle is a group of several, or an action that leads to itself', () => {
  const graph = graphOfTargets([[0, 1], [2], [1], []]);
  const circles = circlesIn(
    graph,
    componentsOf(graph, () => true),
  );
  expect(circles.map((members) => [...members].sort()).sort()).toEqual([[0], [1, 2]]);
});

test('A chain of twenty thousand actions is no matter of depth', () => {
  const size = 20_000;
  const chain = Array.from({ length: size }, (_, i) => [(i + 1) % size]);
  expect(componentsOf(graphOfTargets(chain), () => true)).toHaveLength(1);
});
