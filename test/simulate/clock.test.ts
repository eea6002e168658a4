import fc from 'fast-check';
import { Clock } from '../../lib/simulate/clock';

const run = (clock: Clock, limit = Number.POSITIVE_INFINITY): void => {
  while (clock.step(limit)) {
    // goes on
  }
};

describe('The virtual clock', () => {
  test('lets things happen in order of time, whatever the order in which they were set', () => {
    const clock = new Clock(1_000);
    const seen: [string, number][] = [];
    for (const [name, after] of [
      ['later', 30],
      ['soon', 10],
      ['next', 20],
    ] as const)
      clock.after(after, () => seen.push([name, clock.now]));
    run(clock);
    expect(seen).toEqual([
      ['soon', 1_010],
      ['next', 1_020],
      ['later', 1_030],
    ]);
  });

  test('lets things of the same moment happen in the order in which they were set', () => {
    const clock = new Clock(0);
    const seen: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) clock.after(5, () => seen.push(name));
    run(clock);
    expect(seen.join('')).toBe('abcde');
  });

  test('goes on to things that are set while others happen', () => {
    const clock = new Clock(0);
    const seen: number[] = [];
    clock.after(10, () => clock.after(10, () => seen.push(clock.now)));
    clock.after(15, () => seen.push(clock.now));
    run(clock);
    expect(seen).toEqual([15, 20]);
  });

  test('leaves out what was cancelled, and does not pass the time for it', () => {
    const clock = new Clock(0);
    const seen: string[] = [];
    const timer = clock.after(60, () => seen.push('never'));
    clock.after(10, () => timer.cancel());
    run(clock);
    expect(seen).toEqual([]);
    expect(clock.now).toBe(10);
    expect(clock.busy).toBe(false);
  });

  test('waits for nothing that is set in the background, and lets it happen when its time comes', () => {
    const clock = new Clock(0);
    const seen: string[] = [];
    clock.inBackground(60, () => seen.push('expires'));
    const timer = clock.inBackground(30, () => seen.push('never'));
    timer.cancel();
    expect(clock.busy).toBe(false);
    run(clock);
    expect(seen).toEqual(['expires']);
    expect(clock.busy).toBe(false);
  });

  test('keeps its order when many things are cancelled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.boolean()), { maxLength: 400 }), (entries) => {
        const clock = new Clock(0);
        const seen: number[] = [];
        const timers = entries.map(([after], i) => clock.after(after, () => seen.push(i)));
        for (const [i, timer] of timers.entries()) if (entries[i]?.[1]) timer.cancel();
        run(clock);
        const left = entries.flatMap(([after, cancelled], i) => (cancelled ? [] : [{ after, i }]));
        expect(seen).toEqual(left.sort((a, b) => a.after - b.after || a.i - b.i).map(({ i }) => i));
        expect(clock.busy).toBe(false);
      }),
    );
  });

  test('never goes back: a time in the past is now', () => {
    const clock = new Clock(100);
    clock.after(-50, () => {});
    run(clock);
    expect(clock.now).toBe(100);
  });

  test('stops at the limit and knows that more is to come', () => {
    const clock = new Clock(0);
    const seen: number[] = [];
    for (const after of [10, 20, 30]) clock.after(after, () => seen.push(after));
    run(clock, 20);
    expect(seen).toEqual([10, 20]);
    expect(clock.busy).toBe(true);
    run(clock);
    expect(seen).toEqual([10, 20, 30]);
  });

  test('keeps order of time and of setting for any timers, cancelled ones left out', () => {
    const timers = fc.array(fc.record({ after: fc.integer({ min: 0, max: 20 }), cancelled: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(timers, (set) => {
        const clock = new Clock(0);
        const seen: number[] = [];
        const handles = set.map(({ after }, i) => clock.after(after, () => seen.push(i)));
        for (const [i, { cancelled }] of set.entries()) if (cancelled) handles[i]?.cancel();
        run(clock);
        const wanted = set
          .map(({ after, cancelled }, i) => ({ after, cancelled, i }))
          .filter(({ cancelled }) => !cancelled)
          .sort((a, b) => a.after - b.after || a.i - b.i)
          .map(({ i }) => i);
        expect(seen).toEqual(wanted);
      }),
    );
  });
});
