import type { JsonObject } from '../language';

/** The value as an object with string keys; undefined for lists and everything else. */
export const objectOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

/** The object's own value of a key, so that `constructor` and the like are no values unless somebody sent them. */
export const own = <T>(object: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
