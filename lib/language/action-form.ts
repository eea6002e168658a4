import type { ActionSpec, FormSpec, FormTrigger } from './action-spec';
import type { Json, JsonObject } from './document';

/** The value at a dotted path of parameters, if every step of the way is there. */
export const parameterAt = (parameters: JsonObject, path: string): Json | undefined => {
  let value: Json | undefined = parameters;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as JsonObject)[key];
  }
  return value;
};

const holds = (trigger: FormTrigger, parameters: JsonObject): boolean => {
  const value = parameterAt(parameters, trigger.parameter);
  if (trigger.is !== undefined) return typeof value !== 'object' && String(value) === trigger.is;
  return (value !== undefined) === trigger.present;
};

/** What holds for one action as it is written: the first form whose triggers all hold, else the row itself. */
export interface ActionForm extends Omit<FormSpec, 'when'> {
  /** Undefined where the action has no special form. */
  readonly name?: string;
}

export const formOf = (spec: ActionSpec, parameters: JsonObject = {}): ActionForm => {
  for (const [name, form] of Object.entries(spec.forms ?? {})) {
    if (form.when.every((trigger) => holds(trigger, parameters))) return { name, ...form };
  }
  return spec;
};
