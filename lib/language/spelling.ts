import type { Json, JsonObject } from './document';

/** A primitive value and the text that stood for it. */
interface Spelt {
  readonly value: Json;
  readonly text: string;
}

/** How a container was written, where `JSON.stringify` would write it differently. */
interface Spelling {
  /** The keys as they stood; JavaScript moves integer-like ones to the front. */
  readonly order?: readonly string[];
  readonly keys: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string | number, Spelt>;
}

/** Beside the objects, not in them, so that a document stays plain data that one can spread and compare. */
const SPELLINGS = new WeakMap<object, Spelling>();

/** Most programs never read anything that is spelt otherwise, and need not look. */
let isAnySpelt = false;

/** Collects how one container is written while it is read. */
export class SpellingRecorder {
  private readonly keys = new Map<string, string>();
  private readonly values = new Map<string | number, Spelt>();

  key(key: string, text: string): void {
    if (JSON.stringify(key) !== text) this.keys.set(key, text);
  }

  value(key: string | number, value: Json, text: string): void {
    if (JSON.stringify(value) !== text) this.values.set(key, { value, text });
  }

  /** Keeps what was collected for `container`, if there is anything to keep. */
  keep(container: object, order?: readonly string[]): void {
    const reordered = order !== undefined && Object.keys(container).some((key, i) => key !== order[i]);
    if (!reordered && this.keys.size === 0 && this.values.size === 0) return;
    isAnySpelt = true;
    SPELLINGS.set(container, { order: reordered ? order : undefined, keys: this.keys, values: this.values });
  }
}

/** True where some container of a value was not written as `JSON.stringify` would write it. */
export const isSpelt = (value: Json | undefined): boolean =>
  isAnySpelt &&
  typeof value === 'object' &&
  value !== null &&
  (SPELLINGS.has(value) || Object.values(value).some(isSpelt));

/** The keys of an object in the order of its text; keys that came later stand at the end. */
export const keysInOrder = (object: JsonObject): readonly string[] => {
  const keys = Object.keys(object);
  const order = SPELLINGS.get(object)?.order;
  if (order === undefined) return keys;
  const known = new Set(order);
  return [...order.filter((key) => Object.hasOwn(object, key)), ...keys.filter((key) => !known.has(key))];
};

export const keyText = (object: JsonObject, key: string): string =>
  SPELLINGS.get(object)?.keys.get(key) ?? JSON.stringify(key);

/** The text of a primitive in a container: as it stood while the value is still the same, else as JavaScript writes it. */
export const primitiveText = (container: object, key: string | number, value: Json): string | undefined => {
  const spelt = SPELLINGS.get(container)?.values.get(key);
  return spelt !== undefined && Object.is(spelt.value, value) ? spelt.text : JSON.stringify(value);
};
