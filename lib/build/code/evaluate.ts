import type { Json } from '../../language/document';
import type { BranchPlace, Code, Resource } from './code';
import { RESOURCE_KINDS } from './resource-kinds';
import { VOCABULARY } from './vocabulary';

/** What the places of a piece of code stand for. */
export interface Surroundings {
  readonly branch: (place: BranchPlace) => unknown;
  readonly constant: (id: number) => unknown;
}

const property = (value: unknown, key: string): unknown => (value as { readonly [key: string]: unknown })[key];

const read = ([first = '', ...rest]: readonly string[]): unknown =>
  rest.reduce<unknown>(property, VOCABULARY.get(first));

/** A copy, so that nothing that a step does to its arguments reaches the document. */
const copied = (value: Json): unknown => structuredClone(value);

const resourceValue = ({ kind, value, shown }: Resource): unknown => {
  const { arnKey, nameKey } = RESOURCE_KINDS[kind];
  return shown === undefined || arnKey === undefined ? value : { [arnKey]: value, [nameKey]: shown };
};

const called = (name: string, args: readonly unknown[]): unknown => {
  const word = VOCABULARY.get(name);
  if (typeof word !== 'function') throw new TypeError(`${name} is no function of the builder`);
  return (word as (...given: readonly unknown[]) => unknown)(...args);
};

/** Runs code in this process. */
export const evaluate = (code: Code, around: Surroundings): unknown => {
  const inner = (part: Code): unknown => evaluate(part, around);
  if (code.kind === 'json') return copied(code.value);
  if (code.kind === 'name') return read(code.path);
  if (code.kind === 'template')
    return code.parts.map((part) => (typeof part === 'string' ? part : String(inner(part)))).join('');
  if (code.kind === 'call') return called(code.name, code.args.map(inner));
  if (code.kind === 'list') return code.items.map(inner);
  if (code.kind === 'object') return Object.fromEntries(code.entries.map(([key, value]) => [key, inner(value)]));
  if (code.kind === 'step') return inner(code.code);
  if (code.kind === 'branch') return around.branch(code);
  return code.kind === 'constant' ? around.constant(code.id) : resourceValue(code.resource);
};
