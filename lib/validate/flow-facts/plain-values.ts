import type { Json, ParameterSpec } from '../../language';
import { isObject } from '../described-values';
import type { CompiledParameter } from './compiled-row';

const WHOLE_NUMBER = /^-?\d+$/;

const inRange = (value: number, { range }: ParameterSpec): boolean =>
  range === undefined || (value >= range[0] && value <= range[1]);

/** One reference in its plainest spelling. */
const REFERENCE = /^\$\.[A-Za-z][\w:.-]*$/;

const isPlainText = (text: string, { spec, words }: CompiledParameter): boolean => {
  if (text.startsWith('$.')) return spec.from !== 'static' && REFERENCE.test(text);
  // Other references and placeholders are looked at more closely.
  if (text.includes('$') || text.includes('#{')) return false;
  if (words !== undefined && !words.has(text)) return false;
  return spec.from !== 'dynamic';
};

const isPlainInteger = (value: Json, { spec }: CompiledParameter): boolean => {
  if (spec.from === 'dynamic' || spec.oneOf !== undefined) return false;
  if (typeof value === 'number') return Number.isInteger(value) && inRange(value, spec);
  return typeof value === 'string' && WHOLE_NUMBER.test(value) && inRange(Number(value), spec);
};

/** True for a value that is right at first sight; the others need a closer look. */
export const isPlain = (value: Json, parameter: CompiledParameter): boolean => {
  switch (parameter.spec.value) {
    case 'text':
      return typeof value === 'string' && isPlainText(value, parameter);
    case 'integer':
      return isPlainInteger(value, parameter);
    case 'list':
      return Array.isArray(value);
    case 'object':
    case 'map':
    case 'wrappedMap':
      return isObject(value);
    case 'json':
      return typeof value === 'object' && value !== null;
    default:
      return false;
  }
};
