import fc from 'fast-check';
import { Agenda } from '../../../lib/analyse/explore/agenda';
import type { State } from '../../../lib/analyse/explore/state';

const cost = ({ outage, uncertain, failures, length }: State): number =>
  (outage ? 1e9 : 0) + (uncertain ? 1e6 : 0) + failures * 1e3 + length;

const state = fc.record({
  outage: fc.boolean(),
  uncertain: fc.boolean(),
  failures: fc.integer({ min: 0, max: 3 }),
  length: fc.integer({ min: 0, max: 20 }),
}) as unknown as fc.Arbitrary<State>;

const drained = (agenda: Agenda): readonly State[] => {
  const all: State[] = [];
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) all.push(next);
  return all;
};

describe('What is still to be looked at', () => {
  test('comes without an outage first, then proven, then with the fewest failures, then by the shortest way', () => {
    fc.assert(
      fc.property(fc.array(state), (states) => {
        const agenda = new Agenda();
        for (const each of states) agenda.add(each);
        expect(drained(agenda).map(cost)).toEqual(states.map(cost).sort((a, b) => a - b));
      }),
    );
  });

  test('may grow meanwhile by what follows from it', () => {
    const agenda = new Agenda();
    const first = { uncertain: false, failures: 0, length: 1 } as State;
    agenda.add(first);
    agenda.add({ ...first, length: 3 });
    expect(agenda.next()).toBe(first);
    agenda.add({ ...first, length: 2 });
    expect(drained(agenda).map(({ length }) => length)).toEqual([2, 3]);
  });
});
