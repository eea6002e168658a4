/**
 * ARNs and UUIDs come first, so that their digits stay. Every part either consumes a maximal run or a bounded one: the time
 * is linear in the text, whatever a caller sends.
 */
const ARN = /arn:aws[a-z-]*(?::[\w/.*$-]*)+/u;
const UUID = /(?<![\w-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\w-])/u;
const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}._-]+/u;
/** Seven digits or more, with what people write between them; E.164 is the case without. */
const DIGITS = /\+?\p{Nd}(?:[\s()./\u2010-\u2015-]{0,3}\p{Nd}){6,}/u;

const SENSITIVE = new RegExp(
  `(?<readable>${ARN.source}|${UUID.source})|(?<email>${EMAIL.source})|(?<digits>${DIGITS.source})`,
  'giu',
);

/** A text without phone numbers and e-mail addresses; the last two digits stay, so that support can tell calls apart. */
export const redactText = (text: string): string =>
  text.replace(SENSITIVE, (match, readable?: string, email?: string) => {
    if (readable !== undefined) return match;
    return email !== undefined ? '[e-mail]' : `[phone …${match.replace(/\P{Nd}/gu, '').slice(-2)}]`;
  });

/** Any value for a log line with every text in it, keys too, redacted. Meant for small values: it nests as they do. */
export const redact = (value: unknown): unknown => {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' || typeof value === 'bigint') {
    const text = redactText(String(value));
    return text === String(value) ? value : text;
  }
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [redactText(key), redact(entry)]));
};
