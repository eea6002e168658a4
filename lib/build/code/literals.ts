/** What must not stand in source text as it is: controls, line separators, halves of characters, marks without a shape. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (character: string): string => {
  const short = SHORT[character];
  if (short !== undefined) return short;
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
};

const count = (text: string, part: string): number => text.split(part).length - 1;

/** Text as a string literal: single quotes, or double ones where that saves escapes. */
export const stringLiteral = (text: string): string => {
  const quote = count(text, "'") > count(text, '"') ? '"' : "'";
  const inner = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(UNSAFE, escaped);
  return quote + inner + quote;
};

/** Text as the fixed part of a template literal. */
export const templateText = (text: string): string =>
  text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(/\$$/, '\\$')
    .replace(UNSAFE, escaped);

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;

/** Columns that a line takes: characters of East Asia take two. */
export const widthOf = (line: string): number => line.length + (line.match(WIDE)?.length ?? 0);

/** The widest line. */
export const LINE = 120;

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const NUMBER = /^(?:0|[1-9]\d{0,8})$/;

/** A key of an object literal; `__proto__` would set the prototype if it stood there plainly. */
export const keyLiteral = (key: string): string => {
  if (key === '__proto__') return "['__proto__']";
  return IDENTIFIER.test(key) || NUMBER.test(key) ? key : stringLiteral(key);
};

/** A number as source text that reads back as the same number. */
export const numberLiteral = (value: number): string => {
  if (Object.is(value, -0)) return '-0';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '1e999' : '-1e999';
};
