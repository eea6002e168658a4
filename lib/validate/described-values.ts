import type { Json, JsonObject, ParameterSpec, ParameterSpecs } from '../language';

/** An object whose keys the action table describes. */
export interface DescribedObject {
  readonly path: string;
  readonly object: JsonObject;
  readonly specs: ParameterSpecs;
}

/** A value that the action table describes. */
export interface DescribedValue {
  readonly path: string;
  readonly name: string;
  readonly value: Json;
  readonly spec: ParameterSpec;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `path.key`, or `path["a key"]` where the key needs quotes. */
export const pathTo = (path: string, key: string): string =>
  /^[\w:-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;

/** The parameters themselves and every object within them whose keys the table describes. */
export function* describedObjects(
  object: JsonObject,
  specs: ParameterSpecs,
  path = 'Parameters',
): Generator<DescribedObject> {
  yield { path, object, specs };
  for (const { path: at, value, spec } of valuesOf({ path, object, specs })) {
    if (spec.fields === undefined) continue;
    const entries = Array.isArray(value)
      ? value.map((entry, i) => [`${at}[${i}]`, entry] as const)
      : [[at, value] as const];
    for (const [entryPath, entry] of entries) {
      if (isObject(entry)) yield* describedObjects(entry, spec.fields, entryPath);
    }
  }
}

/** The values of one object that the table describes. */
export function* valuesOf({ path, object, specs }: DescribedObject): Generator<DescribedValue> {
  for (const [name, value] of Object.entries(object)) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec !== undefined) yield { path: pathTo(path, name), name, value, spec };
  }
}

const entriesOf = (value: Json | undefined, path: string): readonly (readonly [path: string, value: Json])[] => {
  if (Array.isArray(value)) return value.map((entry, i) => [`${path}[${i}]`, entry]);
  return isObject(value) ? Object.entries(value).map(([key, entry]) => [pathTo(path, key), entry]) : [];
};

/** Every text within a value, with its path. */
export function* textsIn(value: Json | undefined, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  for (const [at, entry] of entriesOf(value, path)) yield* textsIn(entry, at);
}
