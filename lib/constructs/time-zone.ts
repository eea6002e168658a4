import { nearest } from '../language/nearest';

const isZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Refuses what is no IANA time zone; offsets such as `+02:00` are none, as they know no daylight saving time. */
export const checkTimeZone = (timeZone: string): void => {
  if (/^[A-Za-z]/.test(timeZone) && isZone(timeZone)) return;
  const meant = nearest(timeZone, Intl.supportedValuesOf('timeZone'));
  const advice = meant === undefined ? 'Write an IANA name, e.g. "Europe/Berlin".' : `Did you mean "${meant}"?`;
  throw new Error(`"${timeZone}" is no time zone that Connect knows. ${advice}`);
};
