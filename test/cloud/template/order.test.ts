import fc from 'fast-check';
import { ordered } from '../../../lib/cloud/cloudformation/template/order';

const needs = (entries: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(entries).map(([name, needed]) => [name, new Set(needed)]));

test('What is needed comes first, and otherwise the order of the template stays', () => {
  expect(ordered(needs({ Queue: ['Hours'], Flow: [], Hours: [], Profile: ['Queue'] }))).toEqual([
    'Flow',
    'Hours',
    'Queue',
    'Profile',
  ]);
});

test('A circle is refused with those that are in it, and without those that only lead there', () => {
  const circle = needs({ Line: ['Waiting'], Waiting: ['Survey'], Survey: ['Waiting'], Alone: [] });
  expect(() => ordered(circle)).toThrow('Circular dependency between resources: [Waiting, Survey]');
});

test('A resource that needs itself is a circle', () => {
  expect(() => ordered(needs({ Flow: ['Flow'] }))).toThrow('Circular dependency between resources: [Flow]');
});

test('Every acyclic graph comes out with each name once, after all that it needs', () => {
  const graph = fc
    .integer({ min: 1, max: 30 })
    .chain((count) =>
      fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 80 }).map((pairs) => ({ count, pairs })),
    );
  fc.assert(
    fc.property(graph, ({ count, pairs }) => {
      const dependencies = new Map(Array.from({ length: count }, (_, i) => [`r${i}`, new Set<string>()]));
      for (const [a, b] of pairs) if (a !== b) dependencies.get(`r${Math.min(a, b)}`)?.add(`r${Math.max(a, b)}`);
      const order = ordered(dependencies);
      expect([...order].sort()).toEqual([...dependencies.keys()].sort());
      for (const [name, needed] of dependencies) {
        for (const each of needed) expect(order.indexOf(each)).toBeLessThan(order.indexOf(name));
      }
    }),
  );
});
