import { type JsonObject, parameterAt } from '../language';

/** True when something stands at a dotted path of parameters; most paths are a single key. */
export const isGiven = (parameters: JsonObject, path: string): boolean =>
  path.includes('.') ? parameterAt(parameters, path) !== undefined : Object.hasOwn(parameters, path);
