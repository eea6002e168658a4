import type { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';

/** In the order of the calendar's `getUTCDay`. */
export const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;

export type Day = (typeof DAYS)[number];

/** `08:30`; the end of a day is `24:00`. */
export type TimeOfDay = `${number}:${number}`;

/** `08:00-18:00` */
export type TimeRange = `${TimeOfDay}-${TimeOfDay}`;

/** When one is there, by day; days that are left out are closed. */
export type WeekSchedule = { readonly [D in Day]?: readonly TimeRange[] };

const on = (days: readonly Day[], open: TimeOfDay, close: TimeOfDay): WeekSchedule =>
  Object.fromEntries(days.map((day) => [day, [`${open}-${close}`]]));

/** Monday to Friday, e.g. `{ ...weekdays('08:00', '18:00'), SATURDAY: ['09:00-12:00'] }`. */
export const weekdays = (open: TimeOfDay, close: TimeOfDay): WeekSchedule => on(DAYS.slice(1, 6), open, close);

/** All seven days; around the clock unless times are given. */
export const everyDay = (open: TimeOfDay = '00:00', close: TimeOfDay = '24:00'): WeekSchedule => on(DAYS, open, close);

const MINUTES_A_DAY = 24 * 60;

interface Minutes {
  readonly start: number;
  readonly end: number;
}

const minutesOf = (hours: string | undefined, minutes: string | undefined): number =>
  Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : Number.NaN;

const parse = (day: Day, range: string): Minutes => {
  const [, fromHours, fromMinutes, toHours, toMinutes] = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(range) ?? [];
  const start = minutesOf(fromHours, fromMinutes);
  const end = minutesOf(toHours, toMinutes);
  if (start < MINUTES_A_DAY && end <= MINUTES_A_DAY) return { start, end };
  throw new Error(`${day} "${range}" is no range of times. Write it like "08:00-18:00"; a day ends at "24:00".`);
};

const refuseWrapped = (day: Day, range: string): never => {
  const [open = '', close = ''] = range.split('-');
  const next = DAYS[(DAYS.indexOf(day) + 1) % DAYS.length];
  throw new Error(
    `${day} "${range}" closes before it opens. Connect refuses hours that run past midnight ("Start time: 16:0 cannot be ` +
      `greater than end time: 6:0"). Write two ranges: ${day} "${open}-23:59" and ${next} "00:00-${close}".`,
  );
};

/**
 * The whole day is 0:00 to 0:00 on the wire. A later range cannot end at midnight: 24:00 is no hour there, and 0:00 would
 * lie before its start.
 */
const checked = (day: Day, range: string): Minutes => {
  const { start, end } = parse(day, range);
  if (start === 0 && end === MINUTES_A_DAY) return { start: 0, end: 0 };
  if (end === MINUTES_A_DAY) {
    throw new Error(`${day} "${range}": only a whole day can end at 24:00 in Connect. Write 23:59 for the end.`);
  }
  if (end < start) refuseWrapped(day, range);
  return { start, end };
};

const slice = (minutes: number) => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });

/** Ranges of one day as CloudFormation spells them. */
export const configOfDay = (
  day: Day,
  ranges: readonly string[],
): CfnHoursOfOperation.HoursOfOperationConfigProperty[] =>
  ranges.map((range) => {
    const { start, end } = checked(day, range);
    return { day, startTime: slice(start), endTime: slice(end) };
  });

/** A week as CloudFormation spells it. */
export const configOfWeek = (week: WeekSchedule): CfnHoursOfOperation.HoursOfOperationConfigProperty[] =>
  DAYS.flatMap((day) => configOfDay(day, week[day] ?? []));
