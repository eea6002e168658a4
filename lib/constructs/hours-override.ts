import type { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import { configOfDay, DAYS, type Day, type TimeRange } from './week-schedule';

/** `2026-12-24` */
export type CalendarDate = `${number}-${number}-${number}`;

/** How an override comes back, in the words of CloudFormation's RecurrencePattern. */
export interface Recurrence {
  readonly frequency: 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  /** Every how many weeks, months or years, 1 to 6. @default 1 */
  readonly interval?: number;
  /** 1 to 12. */
  readonly byMonth?: readonly number[];
  /** 1 to 31; -1 is the last day. */
  readonly byMonthDay?: readonly number[];
  /** Which of the weekdays of a month: 1 to 4; -1 is the last. */
  readonly byWeekdayOccurrence?: number;
}

/** Days on which the week's schedule does not count, e.g. a holiday. */
export interface HoursOverride {
  readonly name: string;
  /** @default - none */
  readonly description?: string;
  /** The first day. */
  readonly from: CalendarDate;
  /** The last day. @default - the first day */
  readonly till?: CalendarDate;
  /** Hours on each of these days. @default - closed */
  readonly hours?: readonly TimeRange[];
  /** @default - only once */
  readonly recurrence?: Recurrence;
}

const MILLISECONDS_A_DAY = 86_400_000;

const dayNumber = (name: string, date: string): number => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return time / MILLISECONDS_A_DAY;
  throw new Error(`"${date}" of "${name}" is no date. Write year, month and day, e.g. "2026-12-24".`);
};

const EPOCH_WEEKDAY = DAYS.indexOf('THURSDAY');

/** The days of the week that an override covers; one that comes back can fall on any. */
const daysOf = (override: HoursOverride): readonly Day[] => {
  const { name, from, till = from, recurrence } = override;
  const first = dayNumber(name, from);
  const last = dayNumber(name, till);
  if (last < first) throw new Error(`"${name}" ends on ${till}, before it begins on ${from}. Swap the two dates.`);
  if (recurrence !== undefined || last - first >= DAYS.length - 1) return DAYS;
  const weekdays = Array.from({ length: last - first + 1 }, (_, i) => (first + i + EPOCH_WEEKDAY) % DAYS.length);
  return DAYS.filter((_, weekday) => weekdays.includes(weekday));
};

const patternOf = ({ interval = 1, byMonth, byMonthDay, byWeekdayOccurrence, frequency }: Recurrence) => ({
  recurrencePattern: {
    frequency,
    interval,
    byMonth: byMonth && [...byMonth],
    byMonthDay: byMonthDay && [...byMonthDay],
    byWeekdayOccurrence: byWeekdayOccurrence === undefined ? undefined : [byWeekdayOccurrence],
  },
});

/** An override as CloudFormation spells it; no hours at all are a closed day. */
export const configOfOverride = (override: HoursOverride): CfnHoursOfOperation.HoursOfOperationOverrideProperty => {
  const { name, description, from, till = from, hours = [], recurrence } = override;
  return {
    overrideName: name,
    overrideDescription: description,
    effectiveFrom: from,
    effectiveTill: till,
    overrideConfig: daysOf(override).flatMap((day) => configOfDay(day, hours)),
    recurrenceConfig: recurrence && patternOf(recurrence),
  };
};
