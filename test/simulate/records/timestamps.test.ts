import fc from 'fast-check';
import { exact, secondsBetween, wholeSecond } from '../../../lib/simulate/records/timestamps';

const moment = fc.double({ min: 0, max: 4_102_444_800_000, noNaN: true });

describe('Timestamps of records', () => {
  test('are what the calendar says, in whole seconds or in milliseconds', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const iso = new Date(at).toISOString();
        expect(exact(at)).toBe(iso);
        expect(wholeSecond(at)).toBe(`${iso.slice(0, 19)}Z`);
      }),
    );
  });

  test('are as far apart as their records print them', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(secondsBetween(a, b) * 1000).toBe(Date.parse(wholeSecond(b)) - Date.parse(wholeSecond(a)));
      }),
    );
  });
});
