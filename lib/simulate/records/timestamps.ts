const DAY = 86_400_000;

let day = Number.NaN;
let date = '';

/** `2026-01-05T`: nearly all moments of a run lie on one day, and calendars are slow. */
const dateOf = (milliseconds: number): string => {
  const wanted = Math.floor(milliseconds / DAY);
  if (wanted !== day) {
    day = wanted;
    date = new Date(milliseconds).toISOString().slice(0, 11);
  }
  return date;
};

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

const second = (milliseconds: number): string => {
  const start = dateOf(milliseconds);
  const seconds = Math.floor(milliseconds / 1000) - day * (DAY / 1000);
  return `${start}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** Contact records count in whole seconds, e.g. `2026-01-05T10:00:03Z`. */
export const wholeSecond = (milliseconds: number): string => `${second(milliseconds)}Z`;

/** Events and logs keep milliseconds, e.g. `2026-01-05T10:00:03.200Z`. */
export const exact = (milliseconds: number): string => {
  const rest = Math.floor(milliseconds) - Math.floor(milliseconds / 1000) * 1000;
  return `${second(milliseconds)}.${String(rest).padStart(3, '0')}Z`;
};

/** As `wholeSecond`; null for what has not happened. */
export const wholeSecondOrNull = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : wholeSecond(milliseconds);

/** Seconds from one moment to a later one as their records print them, so that a record adds up to the second. */
export const secondsBetween = (from: number, to: number): number => Math.floor(to / 1000) - Math.floor(from / 1000);
