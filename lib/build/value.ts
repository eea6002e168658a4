import type { ParameterSpec, ParameterSpecs } from '../language/action-spec';
import type { Json, JsonObject } from '../language/document';
import { isReferenceObject, type Reference } from './reference';

/** A value as a script writes it; the wire form follows from the table. */
export type Value = string | number | boolean | Reference;

export interface Values {
  readonly [key: string]: Value;
}

/** Objects made from entries keep hostile keys such as `__proto__` as plain keys. */
export const mapValues = <A, B>(given: { readonly [key: string]: A }, change: (value: A, key: string) => B) =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, change(value, key)])) as {
    readonly [key: string]: B;
  };

const isPlainObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

const spelled = (spec: ParameterSpec, value: boolean): Json => {
  if (spec.value === 'boolean' || spec.value === 'json') return value;
  return spec.oneOf?.find((word) => word.toLowerCase() === String(value)) ?? String(value);
};

const encodeNumber = (spec: ParameterSpec, value: number): Json =>
  spec.value === 'number' || spec.value === 'json' ? value : String(value);

const ANY: ParameterSpec = { value: 'json', from: 'either' };
const TEXT: ParameterSpec = { value: 'text', from: 'either' };

const WRAPPED: ParameterSpec = { value: 'object', from: 'either', fields: { Value: TEXT } };

const encodeObject = (spec: ParameterSpec, value: { readonly [key: string]: unknown }): Json => {
  if (spec.value === 'map') return mapValues(value, (entry) => encode(TEXT, entry));
  if (spec.value === 'wrappedMap') return mapValues(value, (entry) => encode(WRAPPED, entry));
  return encodeFields(spec.fields ?? {}, value);
};

const encodeList = (spec: ParameterSpec, value: readonly unknown[]): Json => {
  const entry: ParameterSpec = spec.fields ? { ...spec, value: 'object' } : spec.value === 'list' ? TEXT : ANY;
  return value.map((item) => encode(entry, item));
};

const encode = (spec: ParameterSpec, value: unknown): Json => {
  if (isReferenceObject(value)) return value.path;
  if (typeof value === 'boolean') return spelled(spec, value);
  if (typeof value === 'number') return encodeNumber(spec, value);
  if (Array.isArray(value)) return encodeList(spec, value);
  return isPlainObject(value) ? encodeObject(spec, value) : (value as Json);
};

/** Parameters in wire form: numbers as decimal strings, booleans as the table spells them, references as JSONPaths. */
export const encodeFields = (specs: ParameterSpecs, given: { readonly [key: string]: unknown }): JsonObject => {
  const encoded: [string, Json][] = [];
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value === undefined) continue;
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    encoded.push([key, encode(spec ?? ANY, value)]);
  }
  return Object.fromEntries(encoded);
};
