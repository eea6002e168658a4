/** A point in time: a date, or ISO text such as `2026-12-25T10:00`, in the time zone of the centre where it names none. */
export type Moment = Date | string;

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** What clocks in a time zone show at an instant, as if that were UTC. */
const shownIn = (timeZone: string, instant: number): number => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
};

/** Two rounds, since the first guess may lie on the other side of a change of the clocks. */
const instantIn = (timeZone: string, shown: number): number => {
  const guess = shown - (shownIn(timeZone, shown) - shown);
  return shown - (shownIn(timeZone, guess) - guess);
};

/** Milliseconds since the epoch. @throws RangeError for text that is no point in time */
export const instantOf = (moment: Moment, timeZone: string): number => {
  if (moment instanceof Date) return moment.getTime();
  const [whole, offset] = ISO.exec(moment) ?? [];
  const dated = whole?.includes('T') ? whole : `${whole}T00:00`;
  const parsed = Date.parse(offset === undefined ? `${dated}Z` : dated);
  if (whole === undefined || Number.isNaN(parsed))
    throw new RangeError(`"${moment}" is no point in time. Write it as 2026-12-25T10:00, with Z or +01:00 if need be.`);
  return offset === undefined && timeZone !== 'UTC' ? instantIn(timeZone, parsed) : parsed;
};
