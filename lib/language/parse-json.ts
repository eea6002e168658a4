import type { Json, JsonObject } from './document';
import { FlowReadError, type FlowReadErrorKind, nameOf, type TextPlace } from './flow-read-error';
import { SpellingRecorder } from './spelling';

/** Deeper than any flow, and far from the end of the stack. */
const DEEPEST = 512;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = { true: true, false: false, null: null } as const;
const QUOTE = 34;
const BACKSLASH = 92;
const FIRST_PRINTABLE = 32;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const placeOf = (text: string, at: number): TextPlace => {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
};

/** A cursor over a JSON text. Nested values use the stack, hence the limit. */
class JsonReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly origin: string | undefined,
  ) {}

  document(): Json {
    this.space();
    if (this.at === this.text.length) this.fail('not-json', 'there is nothing in it', 'give the JSON of a flow');
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.unexpected('the end of the text', 'keep one JSON value only');
    return value;
  }

  private value(): Json {
    const first = this.text[this.at];
    if (first === '{') return this.nested(() => this.object());
    if (first === '[') return this.nested(() => this.list());
    if (first === '"') return this.string();
    const word = this.word();
    return word === undefined ? this.number() : word;
  }

  private nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      this.fail('too-deep', `values are nested more than ${DEEPEST} deep`, 'no flow is; check how the text was made');
    }
    this.at += 1;
    const value = read();
    this.depth -= 1;
    return value;
  }

  private object(): JsonObject {
    const object: JsonObject = {};
    const spelling = new SpellingRecorder();
    const order: string[] = [];
    while (this.more('}', order.length === 0)) {
      const key = this.key(object, spelling);
      order.push(key);
      const start = this.at;
      const value = this.value();
      // Assignment would call the setter of `__proto__`.
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      this.spell(spelling, key, value, start);
    }
    spelling.keep(object, order);
    return object;
  }

  private key(object: JsonObject, spelling: SpellingRecorder): string {
    const start = this.at;
    if (this.text[start] !== '"') this.unexpected('a key in double quotes', 'quote the key');
    const key = this.string();
    if (Object.hasOwn(object, key)) {
      this.at = start;
      this.fail(
        'duplicate-key',
        `the key ${JSON.stringify(key)} stands twice in one object`,
        'remove or rename one of them',
      );
    }
    spelling.key(key, this.text.slice(start, this.at));
    this.space();
    if (this.text[this.at] !== ':') this.unexpected('":"', `put ":" and a value after ${JSON.stringify(key)}`);
    this.at += 1;
    this.space();
    return key;
  }

  private list(): Json[] {
    const list: Json[] = [];
    const spelling = new SpellingRecorder();
    while (this.more(']', list.length === 0)) {
      const start = this.at;
      const value = this.value();
      this.spell(spelling, list.length, value, start);
      list.push(value);
    }
    spelling.keep(list);
    return list;
  }

  /** Steps to the next entry; false when the container has ended. */
  private more(end: string, first: boolean): boolean {
    this.space();
    if (this.text[this.at] === end) {
      this.at += 1;
      return false;
    }
    if (first) return true;
    const comma = this.at;
    if (this.text[comma] !== ',')
      this.unexpected(`"," or "${end}"`, 'look for a missing comma, quote or bracket before it');
    this.at += 1;
    this.space();
    if (this.text[this.at] !== end) return true;
    this.at = comma;
    return this.fail('not-json', `a comma stands before "${end}"`, 'remove that comma');
  }

  private spell(spelling: SpellingRecorder, key: string | number, value: Json, start: number): void {
    if (typeof value !== 'object' || value === null) spelling.value(key, value, this.text.slice(start, this.at));
  }

  private string(): string {
    const start = this.at;
    let escaped = false;
    for (this.at += 1; ; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        escaped = true;
        this.at += 1;
      } else if (!(code >= FIRST_PRINTABLE)) this.brokenString(start);
    }
    this.at += 1;
    return escaped ? this.unescape(start) : this.text.slice(start + 1, this.at - 1);
  }

  private brokenString(start: number): never {
    if (this.at < this.text.length)
      this.unexpected('no control character in a string', 'write it as an escape such as \\n');
    this.at = start;
    return this.fail('not-json', 'a string has no end', 'close it with a double quote');
  }

  private unescape(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      this.at = start;
      return this.fail('not-json', 'a string holds an unknown escape', 'write \\\\ for a backslash');
    }
  }

  private word(): boolean | null | undefined {
    for (const [word, value] of Object.entries(WORDS)) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return undefined;
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits === undefined)
      return this.unexpected('a value', 'write text in double quotes, and true, false or null in lower case');
    this.at += digits.length;
    return Number(digits);
  }

  private space(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at += 1;
  }

  private unexpected(wanted: string, fix: string): never {
    const found = this.at < this.text.length ? JSON.stringify(this.text[this.at]) : 'the end of the text';
    return this.fail('not-json', `${wanted} is expected and ${found} stands there`, fix);
  }

  private fail(kind: FlowReadErrorKind, what: string, fix: string): never {
    const place = placeOf(this.text, this.at);
    const where = `at line ${place.line}, column ${place.column}`;
    throw new FlowReadError(kind, `${nameOf(this.origin)} cannot be read ${where}: ${what}; ${fix}.`, place);
  }
}

/** Strict JSON to plain values, with the spelling of everything that JavaScript would write differently kept aside. */
export const parseJson = (text: string, origin?: string): Json => new JsonReader(text, origin).document();
