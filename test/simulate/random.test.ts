import fc from 'fast-check';
import { randomUuid, seededRandom } from '../../lib/simulate/random';

const draw = (seed: number, count: number): readonly number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('Chance', () => {
  test('gives the same numbers for the same seed', () => {
    fc.assert(fc.property(fc.integer(), (seed) => expect(draw(seed, 20)).toEqual(draw(seed, 20))));
  });

  test('gives the numbers that it always gave', () => {
    expect(draw(1, 3).map((number) => Math.floor(number * 1000))).toEqual([627, 2, 527]);
  });

  test('gives other numbers for another seed', () => {
    expect(draw(1, 5)).not.toEqual(draw(2, 5));
  });

  test('stays below one and not below nought', () => {
    expect(draw(3, 10_000).every((number) => number >= 0 && number < 1)).toBe(true);
  });

  test('is even: about a tenth of all draws falls in each tenth', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const number of draw(4, 10_000)) tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });

  test('makes identifiers of the shape that contacts have, each another', () => {
    const random = seededRandom(5);
    const ids = Array.from({ length: 1_000 }, () => randomUuid(random));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(1_000);
  });
});
