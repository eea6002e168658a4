import fc from 'fast-check';
import { adding, carried } from '../../../lib/validate/flow-facts/data-flow';
import { everyWay, graphOfTargets, type Targets } from './small-graphs';

const SIZE = 6;
const targets = fc.array(fc.array(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: 3 }), {
  minLength: SIZE,
  maxLength: SIZE,
});
const marked = fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE });

/** True when some way from the start comes to an action; where `avoiding` holds, ways do not go on. */
const comesTo = (given: Targets, goal: number, avoiding: readonly boolean[]): boolean => {
  const passable = given.map((ways, at) => (avoiding[at] ? [] : ways));
  return goal === 0 || everyWay(passable, 0).has(goal);
};

test('What must have happened before an action has happened on every way to it', () => {
  fc.assert(
    fc.property(targets, marked, (given, gains) => {
      const facts = carried(
        graphOfTargets(given),
        'must',
        0,
        adding((at) => Number(gains[at])),
      );
      const reached = given.map((_, at) => at === 0 || everyWay(given, 0).has(at));
      const expected = given.map((_, at) => reached[at] && !comesTo(given, at, gains));
      given.forEach((_, at) => {
        if (reached[at]) expect(facts[at] === 1).toBe(expected[at]);
      });
    }),
  );
});

test('What may have happened before an action has happened on some way to it', () => {
  fc.assert(
    fc.property(targets, marked, (given, gains) => {
      const facts = carried(
        graphOfTargets(given),
        'may',
        0,
        adding((at) => Number(gains[at])),
      );
      const sources = given.flatMap((_, at) => ((at === 0 || everyWay(given, 0).has(at)) && gains[at] ? [at] : []));
      given.forEach((_, at) => {
        expect(facts[at] === 1).toBe(sources.some((source) => everyWay(given, source).has(at)));
      });
    }),
  );
});

test('The most is taken where ways of different length meet', () => {
  const facts = carried(graphOfTargets([[1, 2], [2], [3], []]), 'most', 0, (before) => before + 1);
  expect([...facts]).toEqual([0, 1, 2, 3]);
});

test('What an action that failed was for has not happened', () => {
  const graph = { ...graphOfTargets([[1], []]), edges: [[{ to: 1, failed: true }], []] };
  expect(
    carried(
      graph,
      'must',
      0,
      adding(() => 1),
    )[1],
  ).toBe(0);
});
