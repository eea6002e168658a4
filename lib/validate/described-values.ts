import type { Json, JsonObject } from '../language';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `path.key`, or `path["a key"]` where the key needs quotes. */
export const pathTo = (path: string, key: string): string =>
  /^[\w:-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;

const entriesOf = (value: Json | undefined, path: string): readonly (readonly [path: string, value: Json])[] => {
  if (Array.isArray(value)) return value.map((entry, i) => [`${path}[${i}]`, entry]);
  return isObject(value) ? Object.entries(value).map(([key, entry]) => [pathTo(path, key), entry]) : [];
};

/** Every text within a value, with its path. */
export function* textsIn(value: Json | undefined, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  for (const [at, entry] of entriesOf(value, path)) yield* textsIn(entry, at);
}
