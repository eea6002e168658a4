import type { NormalizedSchema } from '@smithy/core/schema';

type Problems = string[];
type Visit = (schema: NormalizedSchema, value: unknown, path: string, problems: Problems) => unknown;

/** The position of the number of required members in the schema of a structure. */
const REQUIRED_COUNT = 6;
const MEMBER_NAMES = 4;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members that a structure requires come first in its schema. */
const requiredOf = (schema: NormalizedSchema): readonly string[] => {
  const parts = schema.getSchema() as unknown as readonly unknown[];
  const names = (parts[MEMBER_NAMES] ?? []) as readonly string[];
  return names.slice(0, Number(parts[REQUIRED_COUNT] ?? 0));
};

const mismatch = (path: string, wanted: string, value: unknown, problems: Problems): undefined => {
  const given = Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
  problems.push(`${path}: expected ${wanted}, got ${given}`);
  return undefined;
};

const structure: Visit = (schema, value, path, problems) => {
  if (!isPlain(value)) return mismatch(path, 'structure', value, problems);
  const members = new Map(schema.structIterator());
  for (const name of requiredOf(schema)) {
    if (value[name] === undefined || value[name] === null) problems.push(`${path}.${name}: required`);
  }
  const entries = Object.entries(value).flatMap(([name, member]) => {
    const memberSchema = members.get(name);
    if (memberSchema === undefined) problems.push(`${path}.${name}: no such member`);
    if (memberSchema === undefined || member === undefined || member === null) return [];
    return [[name, conform(memberSchema, member, `${path}.${name}`, problems)] as const];
  });
  return Object.fromEntries(entries);
};

const list: Visit = (schema, value, path, problems) => {
  if (!Array.isArray(value)) return mismatch(path, 'list', value, problems);
  const member = schema.getValueSchema();
  return value.map((each, i) => conform(member, each, `${path}[${i}]`, problems));
};

const map: Visit = (schema, value, path, problems) => {
  if (!isPlain(value)) return mismatch(path, 'map', value, problems);
  const member = schema.getValueSchema();
  const entries = Object.entries(value).map(([key, each]) => [key, conform(member, each, `${path}.${key}`, problems)]);
  return Object.fromEntries(entries);
};

const timestamp: Visit = (_schema, value, path, problems) => {
  const date = value instanceof Date ? value : new Date(typeof value === 'number' ? value * 1000 : String(value));
  return Number.isNaN(date.getTime()) ? mismatch(path, 'timestamp', value, problems) : date;
};

const blob: Visit = (_schema, value, path, problems) => {
  if (value instanceof Uint8Array) return value;
  return typeof value === 'string' ? Buffer.from(value, 'base64') : mismatch(path, 'blob', value, problems);
};

const primitive =
  (wanted: string, fits: (value: unknown) => boolean): Visit =>
  (_schema, value, path, problems) =>
    fits(value) ? value : mismatch(path, wanted, value, problems);

const text = primitive('string', (value) => typeof value === 'string');
const truth = primitive('boolean', (value) => typeof value === 'boolean');
const number = primitive('number', Number.isFinite);

const visitOf = (schema: NormalizedSchema): Visit => {
  if (schema.isStructSchema() || schema.isUnionSchema()) return structure;
  if (schema.isListSchema()) return list;
  if (schema.isMapSchema()) return map;
  if (schema.isTimestampSchema()) return timestamp;
  if (schema.isBlobSchema()) return blob;
  if (schema.isStringSchema()) return text;
  if (schema.isBooleanSchema()) return truth;
  if (schema.isNumericSchema()) return number;
  return (_schema, value) => value;
};

/**
 * A value as a schema has it: timestamps as dates, blobs as bytes, members that are null left out. What does not fit is
 * added to the problems, each with its place.
 */
export const conform: Visit = (schema, value, path, problems) => visitOf(schema)(schema, value, path, problems);

/** A value as it goes over the wire: dates as seconds, bytes as Base64. */
export const wireJson = (value: unknown): string =>
  JSON.stringify(value, function (key, each) {
    const given: unknown = this[key];
    if (given instanceof Date) return given.getTime() / 1000;
    return given instanceof Uint8Array ? Buffer.from(given).toString('base64') : each;
  });
