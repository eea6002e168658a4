import { type ActionSpec, formOf, specOf } from '../../../language';
import type { ParameterSpec, ParameterSpecs } from '../../../language/action-spec';
import type { Json, JsonObject } from '../../../language/document';
import { type Code, call, json, list, object, options } from '../code';
import { type Exit, objectOf, type Phrase, place } from '../phrase';
import { caseCode, caseCodes } from './branching';

const isText = (value: Json): value is string => typeof value === 'string';

/** Whether the compiler takes the value where the row describes it so. */
const fitsText = (spec: ParameterSpec, value: Json): boolean => {
  if (!isText(value)) return false;
  return spec.oneOf === undefined || spec.oneOf.includes(value) || (spec.from !== 'static' && value.startsWith('$.'));
};

const fitsEntries = (value: Json, fits: (entry: Json) => boolean): boolean =>
  objectOf(value) !== undefined && Object.values(value as JsonObject).every(fits);

const FITS: Readonly<Record<ParameterSpec['value'], (spec: ParameterSpec, value: Json) => boolean>> = {
  text: fitsText,
  integer: (_, value) => isText(value) && (/^-?\d+$/.test(value) || value.startsWith('$.')),
  number: (_, value) => typeof value === 'number',
  boolean: (_, value) => typeof value === 'boolean',
  map: (_, value) => fitsEntries(value, isText),
  wrappedMap: (_, value) =>
    fitsEntries(value, (entry) => {
      const wrapped = objectOf(entry);
      return wrapped !== undefined && Object.keys(wrapped).length === 1 && isText(wrapped.Value ?? null);
    }),
  object: (spec, value) =>
    spec.fields === undefined || (objectOf(value) !== undefined && fitsAll(spec.fields, value as JsonObject)),
  list: (spec, value) => Array.isArray(value) && value.every((entry) => fitsEntry(spec, entry)),
  json: () => true,
};

const fitsEntry = (spec: ParameterSpec, entry: Json): boolean =>
  spec.fields ? objectOf(entry) !== undefined && fitsAll(spec.fields, entry as JsonObject) : fitsText(spec, entry);

const fitsAll = (specs: ParameterSpecs, given: JsonObject): boolean =>
  Object.entries(given).every(([key, value]) => {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    return spec !== undefined && FITS[spec.value](spec, value);
  }) && Object.entries(specs).every(([key, spec]) => spec.required !== true || Object.hasOwn(given, key));

/** Every error type that the row knows in any form of the action. */
const knownErrors = (spec: ActionSpec): ReadonlySet<string> => {
  const all = [spec.errors, ...Object.values(spec.forms ?? {}).map(({ errors }) => errors)];
  return new Set(all.flatMap(({ required, optional = [] }) => [...required, ...optional]));
};

const branchEntries = (errors: readonly Exit[]) => errors.map(({ label, target }) => [label, place(target)] as const);

/** `action(…)`: the wire's names, checked against the row. */
const typed: Phrase = ({ type, parameters, conditions, errors, implicit, scope }) => {
  const spec = specOf(type);
  const cases = caseCodes(conditions);
  if (spec === undefined || cases === undefined || !fitsAll(spec.parameters, parameters)) return undefined;
  const written = errors.filter((exit) => exit !== implicit);
  const known = knownErrors(spec);
  const demanded = spec.errors.required.filter((error) => error !== 'NoMatchingError');
  const fits =
    (spec.flowTypes as readonly string[]).includes(scope) &&
    written.every(({ label }) => known.has(label)) &&
    demanded.every((error) => written.some(({ label }) => label === error)) &&
    (conditions.length === 0 || (spec.conditions !== null && formOf(spec, parameters).conditions !== null));
  if (!fits) return undefined;
  const results = cases.length === 0 ? undefined : list(cases);
  return call('action', json(type), json(parameters), object(['results', results], ...branchEntries(written)));
};

const rawCase = (exit: Exit): Code =>
  caseCode(exit) ??
  object(['condition', json((exit.condition ?? null) as unknown as Json)], ['to', place(exit.target)]);

const rawErrors = (errors: readonly Exit[]): Code => {
  const isUnique = new Set(errors.map(({ label }) => label)).size === errors.length;
  if (isUnique) return object(...branchEntries(errors));
  return list(errors.map(({ label, target }) => list([json(label), place(target)])));
};

/** `rawAction(…)`: the exact JSON, whatever it is. */
export const raw: Phrase = ({ type, parameters, conditions, errors, next }) =>
  call(
    'rawAction',
    object(['Type', json(type)], ['Parameters', Object.keys(parameters).length === 0 ? undefined : json(parameters)]),
    options(
      ['results', conditions.length === 0 ? undefined : list(conditions.map(rawCase))],
      ['errors', errors.length === 0 ? undefined : rawErrors(errors)],
      ['isTerminal', next === undefined ? json(true) : undefined],
    ),
  );

export const GENERIC_PHRASES: readonly Phrase[] = [typed];
