import { remember } from './remember';

/** One stretch of a day, in minutes since midnight; `to` is exclusive, and 0 to 0 means the whole day. */
export interface OpenStretch {
  readonly from: number;
  readonly to: number;
}

export const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
export type Day = (typeof DAYS)[number];

/** An exception from the week, e.g. a holiday: without stretches the days are closed. */
export interface HoursOverride {
  readonly name: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** The same days every year from the first on. */
  readonly everyYear?: boolean;
  readonly stretches: readonly { readonly day: Day; readonly open: OpenStretch }[];
}

export interface WorldHours {
  readonly arn: string;
  readonly name: string;
  /** An IANA time zone. */
  readonly timeZone: string;
  readonly week: readonly { readonly day: Day; readonly open: OpenStretch }[];
  readonly overrides: readonly HoursOverride[];
}

interface LocalTime {
  readonly date: string;
  readonly day: Day;
  readonly minute: number;
}

const formatOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

const readClock = (format: Intl.DateTimeFormat, epochMilliseconds: number): LocalTime => {
  const parts = new Map(format.formatToParts(epochMilliseconds).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    day: String(parts.get('weekday')).toUpperCase() as Day,
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
};

const QUARTER_MINUTES = 15;

/** The local time at the start of each quarter of an hour, counted from the epoch. Calendars are slow. */
const quartersOf = remember((timeZone: string) => {
  const format = formatOf(timeZone);
  return remember((quarter: number) => readClock(format, quarter * QUARTER_MINUTES * 60_000));
});

/** Zones change their offset on the quarter hour, and differ from UTC by whole quarters. */
const localTime = (epochMilliseconds: number, timeZone: string): LocalTime => {
  const minutes = Math.floor(epochMilliseconds / 60_000);
  const quarter = Math.floor(minutes / QUARTER_MINUTES);
  const { date, day, minute } = quartersOf(timeZone)(quarter);
  return { date, day, minute: minute + minutes - quarter * QUARTER_MINUTES };
};

const covers = ({ from, to }: OpenStretch, minute: number): boolean =>
  (from === 0 && to === 0) || (minute >= from && minute < to);

/** Month and day, for overrides that come back every year. */
const dayOfYear = (date: string): string => date.slice(5);

/** Whether a day of the year lies in a stretch of days, which may run over the end of the year. */
const between = (day: string, from: string, to: string): boolean =>
  from <= to ? day >= from && day <= to : day >= from || day <= to;

const counts = ({ from, to, everyYear }: HoursOverride, date: string): boolean =>
  everyYear ? date >= from && between(dayOfYear(date), dayOfYear(from), dayOfYear(to)) : date >= from && date <= to;

/** Whether the hours are open at an instant, in their own time zone; an override counts before the week. */
export const isOpen = (hours: WorldHours, epochMilliseconds: number): boolean => {
  const { date, day, minute } = localTime(epochMilliseconds, hours.timeZone);
  const override = hours.overrides.find((each) => counts(each, date));
  return (override?.stretches ?? hours.week).some((entry) => entry.day === day && covers(entry.open, minute));
};
