import { isReference } from '../../language';
import { CHANNELS } from '../../language/channel';
import type { Json, JsonObject } from '../../language/document';
import {
  attribute,
  contact,
  external,
  flowAttribute,
  isReferenceObject,
  metrics,
  type Reference,
  segmentAttribute,
  slot,
  tag,
} from '../reference';
import { type Code, call, json, name, object, type Resource } from './code';

const HELPERS = { attribute, flowAttribute, external, slot, tag, segmentAttribute } as const;

const PREFIXES: readonly (readonly [prefix: string, helper: keyof typeof HELPERS])[] = [
  ['$.Attributes.', 'attribute'],
  ['$.FlowAttributes.', 'flowAttribute'],
  ['$.External.', 'external'],
  ['$.Lex.Slots.', 'slot'],
  ['$.Tags.', 'tag'],
  ['$.SegmentAttributes[', 'segmentAttribute'],
];

interface Tree {
  readonly [key: string]: Reference | Tree;
}

const isLeaf = (entry: Reference | Tree): entry is Reference => isReferenceObject(entry);

/** The paths of an object of references, with the names that lead to each. */
const pathsOf = (
  tree: Tree,
  names: readonly string[],
): readonly (readonly [path: string, names: readonly string[]])[] =>
  Object.entries(tree).flatMap(([key, entry]) =>
    isLeaf(entry) ? [[entry.path, [...names, key]] as const] : pathsOf(entry, [...names, key]),
  );

const TEXTS = new Map(pathsOf(contact, ['contact']));
const NUMBERS = new Map(pathsOf(metrics, ['metrics']));

/** The key that a path has under a helper's prefix, in dots or brackets. */
const keyOf = (path: string, prefix: string): string | undefined => {
  const rest = path.slice(prefix.length);
  if (prefix.endsWith('[')) return /^'(.*)'\]$/s.exec(rest)?.[1];
  return /^\['(.*)'\]$/s.exec(rest)?.[1]?.replace(/\\(.)/g, '$1') ?? rest;
};

/** The helper that stands for exactly this path. */
const helped = (path: string): Code | undefined => {
  for (const [prefix, helper] of PREFIXES) {
    const key = path.startsWith(prefix) ? keyOf(path, prefix) : undefined;
    if (key !== undefined && HELPERS[helper](key).path === path) return call(helper, json(key));
  }
  return undefined;
};

/** A path whose values are text; undefined where nothing but the path itself can be written. */
const textReference = (path: string): Code | undefined => {
  const names = TEXTS.get(path);
  return names ? name(...names) : helped(path);
};

/** Whether a `when` over the path may have these cases: some references know all that they can hold. */
export const takesCases = (path: string, cases: readonly string[]): boolean =>
  path !== contact.channel.path || cases.every((word) => (CHANNELS as readonly string[]).includes(word));

/** A reference of any kind to compare with. Paths that are spelled unusually go through `reference`. */
export const compared = (path: string): Code => {
  const names = NUMBERS.get(path);
  if (names) return name(...names);
  return textReference(path) ?? (isReference(path) ? json(path) : call('reference', json(path)));
};

const EMBEDDED = /\$\.(?:Attributes|FlowAttributes|External|Lex|Queue|Agent|CustomerEndpoint)(?:\.[A-Za-z0-9_:-]+)+/g;

const withReferences = (text: string): Code | undefined => {
  const parts: (string | Code)[] = [];
  let at = 0;
  for (const match of text.matchAll(EMBEDDED)) {
    const found = textReference(match[0]);
    if (found === undefined) continue;
    parts.push(text.slice(at, match.index), found);
    at = match.index + match[0].length;
  }
  return parts.length === 0 ? undefined : { kind: 'template', parts: [...parts, text.slice(at)] };
};

/** Text, a whole reference, or text with references in it. */
export const textCode = (text: string): Code =>
  (isReference(text) ? textReference(text) : withReferences(text)) ?? json(text);

/** What an object maps its keys to; undefined unless all of it is text. */
export const textMap = (map: JsonObject): Code | undefined => {
  const entries = Object.entries(map);
  if (!entries.every(([, value]) => typeof value === 'string')) return undefined;
  return object(...entries.map(([key, value]) => [key, textCode(String(value))] as const));
};

/** A handle: a reference, or something of the instance. */
export const resource = (
  kind: Resource['kind'],
  value: Json | undefined,
  shown?: string,
  flowTypes?: string,
): Code | undefined => {
  if (typeof value !== 'string') return undefined;
  if (value.startsWith('$.')) return textReference(value) ?? json(value);
  return { kind: 'resource', resource: { kind, value, shown, flowTypes } };
};
