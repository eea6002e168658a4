import type { ParameterSpec } from '../action-spec';
import { specOf } from '../actions';
import type { Json, JsonObject } from '../document';
import type { Draft } from './draft';
import { type Message, NOTES } from './notes';

const clamped = (name: string, value: Json, { range }: ParameterSpec, note: (message: Message) => void): Json => {
  if (range === undefined || typeof value !== 'string' || !/^-?\d+$/.test(value)) return value;
  const number = Number(value);
  const taken = Math.min(Math.max(number, range[0]), range[1]);
  if (taken === number) return value;
  note(NOTES.outOfRange(name, number, taken));
  return String(taken);
};

/** The parameters of a draft, with whole numbers moved into the range that the service takes. */
export const withinRanges = ({ type, parameters = {} }: Draft, note: (message: Message) => void): JsonObject => {
  const specs = specOf(type)?.parameters ?? {};
  const entries = Object.entries(parameters).map(([name, value]): [string, Json] => {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    return [name, spec === undefined ? value : clamped(name, value, spec, note)];
  });
  return Object.fromEntries(entries);
};
