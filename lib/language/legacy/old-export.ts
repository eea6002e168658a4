import type { Json, JsonObject } from '../document';
import { FlowReadError, nameOf } from '../flow-read-error';
import { isObject, unwrap } from '../foreign-document';
import { parseJson } from '../parse-json';

/** A way out of a module. */
export interface OldBranch {
  readonly condition: string;
  readonly transition?: string;
  readonly conditionType?: Json;
  readonly conditionValue?: Json;
}

/** A parameter; some keep their value under a key of their own (`languageCode`, `contactReference`, …). */
export interface OldParameter {
  readonly name: string;
  readonly value?: Json;
  readonly namespace?: Json;
  readonly key?: string;
  readonly resourceName?: string;
  readonly all: JsonObject;
}

/** What the old export calls an action. */
export interface OldModule {
  readonly id: string;
  readonly type: string;
  readonly target?: string;
  readonly branches: readonly OldBranch[];
  readonly parameters: readonly OldParameter[];
  readonly metadata: JsonObject;
  /** Keys that no export was seen to have. */
  readonly rest: JsonObject;
}

/** A flow as the designer exported it before the Flow language. */
export interface OldExport {
  readonly start: string;
  readonly type?: Json;
  readonly metadata: JsonObject;
  readonly modules: readonly OldModule[];
  readonly rest: JsonObject;
}

const LONGEST = 16_000_000;
const DEEPEST_WRAPPING = 3;

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((entry): entry is JsonObject => isObject(entry)) : [];

const textOf = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const branchOf = (branch: JsonObject): OldBranch => ({
  condition: textOf(branch.condition) ?? '',
  transition: textOf(branch.transition),
  conditionType: branch.conditionType,
  conditionValue: branch.conditionValue,
});

const parameterOf = (parameter: JsonObject): OldParameter => ({
  name: textOf(parameter.name) ?? '',
  value: parameter.value,
  namespace: parameter.namespace,
  key: textOf(parameter.key),
  resourceName: textOf(parameter.resourceName),
  all: parameter,
});

const moduleOf = (module: JsonObject, index: number): OldModule => {
  const { id, type, target, branches, parameters, metadata, ...rest } = module;
  return {
    id: textOf(id) ?? `module ${index + 1}`,
    type: textOf(type) ?? '',
    target: textOf(target),
    branches: objects(branches).map(branchOf),
    parameters: objects(parameters).map(parameterOf),
    metadata: objectOf(metadata),
    rest,
  };
};

const parse = (text: string, origin: string | undefined, wrapping = 0): Json => {
  const value = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, origin);
  const inner = wrapping < DEEPEST_WRAPPING ? unwrap(value) : undefined;
  return inner === undefined ? value : parse(inner.text, origin, wrapping + 1);
};

const refuse = (origin: string | undefined, what: string, fix: string): FlowReadError =>
  new FlowReadError('not-a-flow', `${nameOf(origin)} ${what}; ${fix}.`);

const SHAPE = 'an old export is an object with modules and start';

const isCurrent = (value: JsonObject): boolean => ['Actions', 'StartAction'].every((key) => Object.hasOwn(value, key));

const refusal = (value: Json, origin: string | undefined): FlowReadError | undefined => {
  if (!isObject(value)) return refuse(origin, 'is no old console export', SHAPE);
  if (isCurrent(value)) return refuse(origin, 'is in the current language already', 'there is nothing to convert');
  if (!Array.isArray(value.modules))
    return refuse(origin, 'is no old console export: it has no list of modules', SHAPE);
  const wrong = value.modules.findIndex((module) => !isObject(module));
  return wrong < 0 ? undefined : refuse(origin, `is broken: modules[${wrong}] is no object`, 'export the flow again');
};

/**
 * Reads an old console export: its text, or the value that it parses to.
 * @throws FlowReadError
 */
export const readOldExport = (input: string | JsonObject, origin?: string): OldExport => {
  if (typeof input === 'string' && input.length > LONGEST)
    throw new FlowReadError('too-large', `${nameOf(origin)} has more than the ${LONGEST} characters that are read.`);
  const value = typeof input === 'string' ? parse(input, origin) : input;
  const fault = refusal(value, origin);
  if (fault !== undefined) throw fault;
  const { modules, start, type, metadata, version, ...rest } = value as JsonObject;
  return {
    start: textOf(start) ?? '',
    type,
    metadata: objectOf(metadata),
    modules: (modules as readonly JsonObject[]).map(moduleOf),
    rest,
  };
};
