import {
  type ActionForm,
  type ActionSpec,
  ERROR_TYPES,
  type ErrorSpec,
  formOf,
  type JsonObject,
  type ParameterSpec,
  type ParameterSpecs,
  specOf,
} from '../../language';
import { rootsOf } from './reference-roots';

/** A parameter of the table with what a walk over values asks again and again. */
export interface CompiledParameter {
  readonly spec: ParameterSpec;
  /** What stands in an object, or in each object of a list. */
  readonly fields: CompiledFields | undefined;
  /** What each text of a list or map is. */
  readonly entry: CompiledParameter | undefined;
  readonly words: ReadonlySet<string> | undefined;
  /** The text stands in `{ "Value": … }`. */
  readonly wrapped: boolean;
  /** Some rule looks at the value although it is right by itself. */
  readonly noted: boolean;
}

/** The keys of an object. */
export interface CompiledFields {
  readonly specs: ParameterSpecs;
  readonly byName: ReadonlyMap<string, CompiledParameter>;
  readonly required: readonly string[];
  readonly exactlyOne: readonly string[] | undefined;
}

/** A form with its error types as bits, and the roots of references that it fills. */
export interface CompiledForm {
  readonly form: ActionForm;
  readonly requiredErrors: number;
  readonly allowedErrors: number;
  readonly writes: number;
}

/** A row of the action table, prepared for many actions. */
export interface CompiledRow {
  readonly spec: ActionSpec;
  readonly fields: CompiledFields;
  formOf(parameters: JsonObject): CompiledForm;
}

const ERROR_BITS: ReadonlyMap<unknown, number> = new Map(Object.keys(ERROR_TYPES).map((type, i) => [type, 1 << i]));

/** The bit of an error type; 0 for what is none. */
export const errorBit = (type: unknown): number => ERROR_BITS.get(type) ?? 0;

const bitsOf = (types: readonly string[] = []): number => types.reduce((bits, type) => bits | errorBit(type), 0);

const compileForm = (form: ActionForm, { writes }: ActionSpec): CompiledForm => {
  const { required, optional }: ErrorSpec = form.errors;
  return {
    form,
    requiredErrors: bitsOf(required),
    allowedErrors: bitsOf(required) | bitsOf(optional),
    writes: rootsOf(form.writes ?? writes),
  };
};

const textsOf = ({ from, oneOf }: ParameterSpec): ParameterSpec => ({ value: 'text', from, oneOf });

const isNoted = ({ message, characters, entries, keys, contested }: ParameterSpec): boolean =>
  [message, characters, entries, keys, contested].some((column) => column !== undefined);

const compileParameter = (spec: ParameterSpec, wrapped = false): CompiledParameter => {
  const holdsTexts = spec.value === 'map' || spec.value === 'wrappedMap' || (spec.value === 'list' && !spec.fields);
  return {
    spec,
    fields: spec.fields && compileFields(spec.fields, spec.exactlyOne),
    entry: holdsTexts ? compileParameter(textsOf(spec), spec.value === 'wrappedMap') : undefined,
    words: spec.oneOf && new Set(spec.oneOf),
    wrapped,
    noted: isNoted(spec),
  };
};

const compileFields = (specs: ParameterSpecs, exactlyOne?: readonly string[]): CompiledFields => ({
  specs,
  byName: new Map(Object.entries(specs).map(([name, spec]) => [name, compileParameter(spec)])),
  required: Object.entries(specs).flatMap(([name, spec]) => (spec.required === true ? [name] : [])),
  exactlyOne,
});

const compileRow = (spec: ActionSpec): CompiledRow => {
  const fields = compileFields(spec.parameters);
  if (spec.forms === undefined) {
    const only = compileForm(spec, spec);
    return { spec, fields, formOf: () => only };
  }
  const forms = new Map<string | undefined, CompiledForm>();
  const compiled = (form: ActionForm): CompiledForm => {
    const known = forms.get(form.name) ?? compileForm(form, spec);
    forms.set(form.name, known);
    return known;
  };
  return { spec, fields, formOf: (parameters) => compiled(formOf(spec, parameters)) };
};

const ROWS = new Map<string, CompiledRow>();

/** The row of a type, or undefined for a type that Connect does not know. */
export const rowOf = (type: string): CompiledRow | undefined => {
  const known = ROWS.get(type);
  if (known !== undefined) return known;
  const spec = specOf(type);
  if (spec === undefined) return undefined;
  const row = compileRow(spec);
  ROWS.set(type, row);
  return row;
};
