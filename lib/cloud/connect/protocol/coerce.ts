import type { NormalizedSchema } from '@smithy/core/schema';

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const primitive = (schema: NormalizedSchema, value: unknown): unknown => {
  if (typeof value === 'string') {
    if (schema.isNumericSchema() && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
    if (schema.isBooleanSchema() && (value === 'true' || value === 'false')) return value === 'true';
  }
  const isLoose = typeof value === 'number' || typeof value === 'boolean';
  return isLoose && schema.isStringSchema() ? String(value) : value;
};

/** Numbers, truth values and texts turned into each other where a schema wants it, as CloudFormation does with templates. */
export const coerced = (schema: NormalizedSchema, value: unknown): unknown => {
  if (schema.isListSchema() && Array.isArray(value)) return value.map((each) => coerced(schema.getValueSchema(), each));
  if (schema.isMapSchema() && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, coerced(schema.getValueSchema(), each)]),
    );
  }
  if ((schema.isStructSchema() || schema.isUnionSchema()) && isObject(value)) {
    const members = new Map(schema.structIterator());
    const entries = Object.entries(value).map(([key, each]) => {
      const member = members.get(key);
      return [key, member === undefined ? each : coerced(member, each)];
    });
    return Object.fromEntries(entries);
  }
  return primitive(schema, value);
};
