import { Document, isCollection, isPair, visit } from 'yaml';
import type { Json, JsonObject } from '../../lib/language';
import type { Template, TemplateResource } from '../../lib/simulate';

/** A template for people: resources by the paths of their constructs, references as `<Sales.QueueArn>`. */
export type ReadableTemplate = Readonly<Record<string, Json>>;

type Names = ReadonlyMap<string, string>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The path inside the stack, where the CDK notes it. Unlike a logical id it says nothing twice and holds no hash. */
const nameOf = (id: string, { Metadata }: TemplateResource): string => {
  const path = Metadata?.['aws:cdk:path'];
  const inside = path === undefined ? id : String(path).split('/').slice(1).join('/');
  return inside.replace(/\/(Resource|Default)$/, '');
};

const namesIn = (Resources: Template['Resources']): Names => {
  const names = new Map(Object.entries(Resources).map(([id, resource]) => [id, nameOf(id, resource)]));
  if (new Set(names.values()).size < names.size) throw new Error('Two resources would be shown under one name.');
  return names;
};

/** `A.Arn` of a logical id or a pseudo parameter, in angle brackets. */
const reference = (names: Names, id: string, ...attribute: readonly string[]): string =>
  `<${[names.get(id) ?? id, ...attribute].join('.')}>`;

const inText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

type Show = (argument: Json, names: Names) => string | undefined;

/** The functions that can be read in passing; any other one stays as it is. */
const SHOWN: Readonly<Record<string, Show>> = {
  Ref: (id, names) => reference(names, String(id)),
  'Fn::GetAtt': (argument, names) => {
    const [id = '', ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
    return reference(names, id, ...attribute);
  },
  'Fn::ImportValue': (name, names) => `<imported ${inText(readable(name, names))}>`,
  'Fn::Join': (argument, names) => {
    const [separator, parts] = argument as readonly [string, Json];
    return Array.isArray(parts) ? parts.map((part) => inText(shown(part, names))).join(separator) : undefined;
  },
  'Fn::Sub': (text, names) =>
    typeof text === 'string'
      ? text.replace(/\$\{([^!}.]+)\.?([^}]*)\}/g, (_whole, id: string, attribute: string) =>
          reference(names, id, ...(attribute ? [attribute] : [])),
        )
      : undefined,
};

/** A function of CloudFormation as the text that it gives. */
const shown = (value: Json, names: Names): Json => {
  if (!isObject(value)) return value;
  const [[name = '', argument] = [], ...others] = Object.entries(value);
  if (others.length > 0 || argument === undefined || !Object.hasOwn(SHOWN, name)) return readable(value, names);
  return SHOWN[name]?.(argument, names) ?? { [name]: readable(argument, names) };
};

/** Hashes of assets depend on the machine that bundles them. */
const withoutHashes = (text: string): string => text.replace(/\b[0-9a-f]{64}\b/g, '<hash>');

/**
 * A flow, a policy or any other document that stands in a template as one line of text. Where a flow's blocks stand on the
 * canvas is left out: it is for the console alone, and takes more room than what the flow does.
 */
const documentIn = (text: string): Json | undefined => {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const document: JsonObject = JSON.parse(text);
    const { Metadata, ...flow } = document;
    return document.StartAction === undefined ? document : flow;
  } catch {
    return undefined;
  }
};

const isAsset = (value: JsonObject): boolean =>
  value.S3Key !== undefined && JSON.stringify(value.S3Bucket ?? '').includes('-assets-');

const readable = (value: Json, names: Names): Json => {
  if (Array.isArray(value)) return value.map((each) => readable(shown(each, names), names));
  if (typeof value === 'string') return documentIn(value) ?? withoutHashes(value);
  if (!isObject(value)) return value;
  if (isAsset(value)) return '<asset>';
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readable(shown(each, names), names)]));
};

type Whole = TemplateResource & JsonObject;

const readableResource = (resource: Whole, names: Names): JsonObject => {
  const { Metadata = {}, DependsOn, ...rest } = resource;
  const kept = Object.entries(Metadata).filter(([key]) => !/^aws:(cdk|asset):/.test(key));
  const before = [DependsOn ?? []].flat().map((id) => names.get(String(id)) ?? String(id));
  return {
    ...(readable(rest, names) as JsonObject),
    ...(before.length > 0 && { DependsOn: before }),
    ...(kept.length > 0 && { Metadata: readable(Object.fromEntries(kept), names) }),
  };
};

/** Without what the CDK puts into every template of its own accord. */
const OWN = /^(BootstrapVersion|CheckBootstrapVersion|CDKMetadata|CDKMetadataAvailable)$/;

const entriesOf = (section: Json | undefined): readonly (readonly [string, Json])[] =>
  isObject(section) ? Object.entries(section).filter(([key]) => !OWN.test(key)) : [];

/** Resources first, then parameters, outputs and the like, if there are any; in the order of the template. */
export const readableTemplate = (template: Template): ReadableTemplate => {
  const { Resources = {}, ...others } = template as Partial<Template> & JsonObject;
  const names = namesIn(Resources);
  const resources = Object.entries(Resources)
    .filter(([id]) => !OWN.test(id))
    .map(([id, resource]) => [nameOf(id, resource), readableResource(resource as Whole, names)] as const);
  const besides = Object.entries(others).flatMap(([section, entries]) =>
    entriesOf(entries).map(([key, each]) => [`${section}/${key}`, readable(shown(each, names), names)] as const),
  );
  return Object.fromEntries([...resources, ...besides]);
};

/** Characters that fit on a line beside their indentation. */
const WIDTH = 100;

/** As YAML, in which what fits on a line stands on one. */
export const asYaml = (value: unknown): string => {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_key, node) => {
      const isFlat = node.items.every((item) => !isCollection(isPair(item) ? item.value : item));
      if (isFlat && JSON.stringify(node).length < WIDTH) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
};

type Leaf = readonly [path: string, value: Json];

/** An empty list or object is a leaf too. */
const leavesOf = (value: Json, path: readonly string[]): readonly Leaf[] => {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return inside.length === 0
    ? [[path.join(' › '), value]]
    : inside.flatMap(([key, each]) => leavesOf(each as Json, [...path, key]));
};

interface Difference {
  readonly was: Json;
  readonly is: Json;
  readonly at: readonly string[];
}

const NOTHING = '(nothing)';

/** The leaves of one resource that are not the same. */
const changes = (name: string, before: Json, after: Json): readonly Difference[] => {
  const [old, fresh] = [new Map(leavesOf(before, [name])), new Map(leavesOf(after, [name]))];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((path) => ({ was: old.get(path) ?? NOTHING, is: fresh.get(path) ?? NOTHING, at: [path] }))
    .filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is));
};

/** What differs between two templates; the same difference in many places is told once. */
export const differences = (before: ReadableTemplate, after: ReadableTemplate) => {
  const [gone, added] = [
    Object.keys(before).filter((name) => !Object.hasOwn(after, name)),
    Object.keys(after).filter((name) => !Object.hasOwn(before, name)),
  ];
  const changed = new Map<string, Difference>();
  for (const [name, value] of Object.entries(before)) {
    for (const each of changes(name, value, after[name] ?? value)) {
      const key = JSON.stringify([each.was, each.is]);
      changed.set(key, { ...each, at: [...(changed.get(key)?.at ?? []), ...each.at] });
    }
  }
  return { gone, added, changed: [...changed.values()] };
};
