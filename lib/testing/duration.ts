/** A stretch of virtual time: seconds as a number, or text such as `90s`, `2m`, `1h30m`. */
export type Duration = number | string;

const PART = /(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)/g;
const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400 };

/** @throws RangeError for text that is no duration */
export const secondsOf = (duration: Duration): number => {
  if (typeof duration === 'number' && duration >= 0) return duration;
  const text = String(duration).trim();
  const parts = [...text.matchAll(PART)];
  if (parts.length === 0 || text.replace(PART, '').trim() !== '')
    throw new RangeError(
      `"${text}" is no stretch of time. Write seconds as a number, or text such as 90s, 2m or 1h30m.`,
    );
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit as keyof typeof SECONDS], 0);
};
