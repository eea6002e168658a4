import { type Day, type HoursOverride, isOpen, type WorldHours } from '../../lib/simulate/hours';

const at = (iso: string): number => Date.parse(iso);

const office = (
  timeZone: string,
  week: readonly (readonly [day: Day, from: number, to: number])[],
  overrides: readonly HoursOverride[] = [],
): WorldHours => ({
  arn: 'hours',
  name: 'Office',
  timeZone,
  week: week.map(([day, from, to]) => ({ day, open: { from: from * 60, to: to * 60 } })),
  overrides,
});

const closedOn = (name: string, from: string, to = from, more: Partial<HoursOverride> = {}): HoursOverride => ({
  name,
  from,
  to,
  stretches: [],
  ...more,
});

const openings = (hours: WorldHours, times: readonly string[]): readonly boolean[] =>
  times.map((time) => isOpen(hours, at(time)));

describe('Hours of operation', () => {
  test('are open from the first minute to the last, and closed at the end', () => {
    const hours = office('UTC', [['MONDAY', 9, 17]]);
    expect(
      openings(hours, [
        '2026-01-05T08:59:59Z',
        '2026-01-05T09:00:00Z',
        '2026-01-05T16:59:59Z',
        '2026-01-05T17:00:00Z',
        '2026-01-06T10:00:00Z',
      ]),
    ).toEqual([false, true, true, false, false]);
  });

  test('may have two stretches a day', () => {
    const hours = office('UTC', [
      ['MONDAY', 9, 12],
      ['MONDAY', 13, 17],
    ]);
    expect(openings(hours, ['2026-01-05T11:59Z', '2026-01-05T12:30Z', '2026-01-05T13:00Z'])).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('from midnight to midnight are open all day', () => {
    const hours = office('UTC', [['MONDAY', 0, 0]]);
    expect(
      openings(hours, ['2026-01-04T23:59Z', '2026-01-05T00:00Z', '2026-01-05T23:59Z', '2026-01-06T00:00Z']),
    ).toEqual([false, true, true, false]);
  });

  test('without any stretch are never open', () => {
    expect(isOpen(office('UTC', []), at('2026-01-05T10:00Z'))).toBe(false);
  });

  test.each([
    ['Europe/Berlin', '2026-01-05T08:00Z', '2026-01-05T07:59Z'],
    ['America/New_York', '2026-01-05T14:00Z', '2026-01-05T13:59Z'],
    ['Asia/Kolkata', '2026-01-05T03:30Z', '2026-01-05T03:29Z'],
    ['Pacific/Auckland', '2026-01-04T20:00Z', '2026-01-04T19:59Z'],
  ])('count in their own time zone: nine o’clock in %s', (zone, nine, before) => {
    const hours = office(zone, [['MONDAY', 9, 17]]);
    expect(openings(hours, [nine, before])).toEqual([true, false]);
  });

  test('open an hour earlier in UTC once summer time has begun', () => {
    const hours = office('Europe/Berlin', [
      ['SATURDAY', 9, 17],
      ['SUNDAY', 9, 17],
    ]);
    expect(openings(hours, ['2026-03-28T07:59Z', '2026-03-28T08:00Z'])).toEqual([false, true]);
    expect(openings(hours, ['2026-03-29T06:59Z', '2026-03-29T07:00Z'])).toEqual([false, true]);
  });

  test('that lie in the hour that is skipped in spring are not open that day', () => {
    const hours = office('Europe/Berlin', [['SUNDAY', 2, 3]]);
    const night = Array.from({ length: 24 * 4 }, (_, i) => at('2026-03-29T00:00Z') + i * 15 * 60_000);
    expect(night.some((time) => isOpen(hours, time))).toBe(false);
    expect(isOpen(hours, at('2026-03-22T01:30Z'))).toBe(true);
  });

  test('that lie in the hour that comes twice in autumn are open for two hours', () => {
    const hours = office('Europe/Berlin', [['SUNDAY', 2, 3]]);
    expect(
      openings(hours, ['2026-10-24T23:59Z', '2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:00Z']),
    ).toEqual([false, true, true, false]);
  });
});

describe('An override of hours', () => {
  const week: [Day, number, number][] = [
    ['THURSDAY', 9, 17],
    ['FRIDAY', 9, 17],
  ];

  test('without hours closes a holiday, from its first day to its last', () => {
    const hours = office('UTC', week, [closedOn('Christmas', '2025-12-24', '2025-12-25')]);
    expect(openings(hours, ['2025-12-18T10:00Z', '2025-12-25T10:00Z', '2025-12-26T10:00Z'])).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('with hours replaces those of the week', () => {
    const shorter = closedOn('Short day', '2026-01-08', '2026-01-08', {
      stretches: [{ day: 'THURSDAY', open: { from: 10 * 60, to: 12 * 60 } }],
    });
    const hours = office('UTC', week, [shorter]);
    expect(openings(hours, ['2026-01-08T09:30Z', '2026-01-08T10:00Z', '2026-01-08T13:00Z'])).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('counts days in the time zone of the hours', () => {
    const hours = office('Pacific/Auckland', [['FRIDAY', 0, 0]], [closedOn('Holiday', '2026-01-09')]);
    expect(isOpen(hours, at('2026-01-08T12:00Z'))).toBe(false);
    expect(isOpen(hours, at('2026-01-15T12:00Z'))).toBe(true);
  });

  test('that comes back every year closes the same days of later years, and none before', () => {
    const hours = office(
      'UTC',
      [['THURSDAY', 9, 17]],
      [closedOn('Holiday', '2025-12-24', '2025-12-26', { everyYear: true })],
    );
    const thursdays = ['2020-12-24T10:00Z', '2025-12-25T10:00Z', '2026-12-24T10:00Z', '2026-12-31T10:00Z'];
    expect(openings(hours, thursdays)).toEqual([true, false, false, true]);
  });

  test('that comes back every year may run over the end of the year', () => {
    const hours = office(
      'UTC',
      [['THURSDAY', 9, 17]],
      [closedOn('Between the years', '2025-12-28', '2026-01-04', { everyYear: true })],
    );
    const thursdays = ['2025-12-25T10:00Z', '2026-01-01T10:00Z', '2026-12-31T10:00Z', '2027-01-07T10:00Z'];
    expect(openings(hours, thursdays)).toEqual([true, false, false, true]);
  });

  test('that is over leaves the week as it was', () => {
    const hours = office('UTC', week, [closedOn('Holiday', '2025-01-02')]);
    expect(isOpen(hours, at('2026-01-08T10:00Z'))).toBe(true);
  });
});
