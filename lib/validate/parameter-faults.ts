import type { Json, ParameterSpec } from '../language';
import { isObject } from './described-values';
import type { DescribedValue as FoundValue } from './flow-facts/parameter-facts';
import { MESSAGES } from './messages';
import { hasPlaceholder } from './placeholder';
import { isExactReference, isWholeReference, referencesIn } from './references';
import type { Finding } from './rule';
import type { KnownAction } from './subject';

type Fault = Omit<Finding, 'path'>;

/** A value with the path that messages of the service name. */
type DescribedValue = Pick<FoundValue, 'name' | 'value' | 'spec'> & { readonly path: string };

/** Parameters that name a resource; a reference in them stands alone or not at all. */
const NAMES_A_RESOURCE = /(?:Id|Arn|ARN)$/;

const invalidValue = (placed: KnownAction, path: string) => ({
  problem: `Invalid Action property value. Path: ${placed.path}.${path}`,
});

const KINDS: Partial<Record<ParameterSpec['value'], { is: (value: Json) => boolean; wanted: string; fix: string }>> = {
  text: { is: (value) => typeof value === 'string', wanted: 'text', fix: 'Write it in double quotes.' },
  integer: {
    is: (value) => (typeof value === 'string' || typeof value === 'number') && /^-?\d+$/.test(String(value)),
    wanted: 'a whole number, which Connect writes as text such as "5"',
    fix: 'Write a whole number in double quotes.',
  },
  number: { is: (value) => typeof value === 'number', wanted: 'a number', fix: 'Write it without quotes.' },
  boolean: { is: (value) => typeof value === 'boolean', wanted: 'true or false', fix: 'Write it without quotes.' },
  map: { is: isObject, wanted: 'an object from text to text', fix: 'Write { "name": "value" }.' },
  wrappedMap: {
    is: isObject,
    wanted: 'an object from text to { "Value": text }',
    fix: 'Write { "name": { "Value": "value" } }.',
  },
  object: { is: isObject, wanted: 'an object', fix: 'Write an object in braces.' },
  list: { is: Array.isArray, wanted: 'a list', fix: 'Write a list in brackets.' },
};

const wrongKind = (placed: KnownAction, { name, value, spec, path }: DescribedValue): Fault | undefined => {
  const kind = KINDS[spec.value];
  if (kind === undefined || kind.is(value)) return undefined;
  const message = MESSAGES.wrongKind(placed, name, value, kind.wanted, kind.fix);
  // Misleading, but what it was seen to answer.
  if (typeof value === 'boolean') {
    return { ...message, problem: `Invalid Action type. Type: ${placed.type}, Path: ${placed.path}.Type` };
  }
  // Numbers were taken where text is documented, so only other kinds are surely refused.
  if (typeof value === 'number' && spec.value === 'text') return { ...message, severity: 'warning' };
  return { ...message, ...invalidValue(placed, path) };
};

const wrongSource = (placed: KnownAction, { name, value, spec, path }: DescribedValue): Fault | undefined => {
  if (typeof value !== 'string') return undefined;
  if (spec.from === 'dynamic') {
    if (isWholeReference(value)) return undefined;
    return { ...MESSAGES.staticInDynamic(placed, name, value), ...invalidValue(placed, path) };
  }
  const references = value.includes('$') ? referencesIn(value) : [];
  if (references.length === 0) return undefined;
  if (spec.from === 'static') return { ...MESSAGES.dynamicInStatic(placed, name, value), severity: 'warning' };
  if (!NAMES_A_RESOURCE.test(name) || isExactReference(value)) return undefined;
  return { ...MESSAGES.partlyDynamic(placed, name, value), severity: 'warning' };
};

const sameWord = (value: Json, word: string): boolean =>
  typeof value === 'number' ? value === Number(word) : value === word;

const wrongValue = (placed: KnownAction, { name, value, spec, path }: DescribedValue): Fault | undefined => {
  if (spec.oneOf !== undefined && !Array.isArray(value) && !spec.oneOf.some((word) => sameWord(value, word))) {
    const message = MESSAGES.notOneOf(placed, name, value, spec.oneOf);
    // What may come from the contact is not checked when the flow is saved.
    return spec.from === 'static' ? { ...message, ...invalidValue(placed, path) } : { ...message, severity: 'warning' };
  }
  if (spec.range === undefined) return undefined;
  const [least, most] = spec.range;
  if (Number(value) >= least && Number(value) <= most) return undefined;
  return { ...MESSAGES.outOfRange(placed, name, value, spec.range), ...invalidValue(placed, path) };
};

/** What is wrong with one value, if anything is. */
export const faultOf = (placed: KnownAction, { name, value, spec }: FoundValue, path: string): Fault | undefined => {
  if (hasPlaceholder(value)) return undefined;
  const described = { name, value, spec, path };
  const source = wrongSource(placed, described);
  if (source !== undefined || isWholeReference(value)) return source;
  return wrongKind(placed, described) ?? wrongValue(placed, described);
};
