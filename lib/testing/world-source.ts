import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowDocument, FlowScope } from '../language';
import {
  type HandMadeCentre,
  stackOfTemplateFile,
  stacksOfAssembly,
  type Template,
  TemplateError,
  type TemplateStack,
  type World,
  worldFromTemplates,
  worldOf,
} from '../simulate';

/** Anything of the CDK that can be synthesised: an app or a stage. */
export interface Synthesisable {
  synth(): { readonly directory: string };
}

/** A construct inside an app, e.g. a stack. */
export interface InTree {
  readonly node: { readonly root: object };
}

export interface NamedFlow {
  readonly name: string;
  readonly type: FlowScope;
  readonly document: FlowDocument;
}

/**
 * Where a contact centre comes from: a CDK app or stack, the folder of a cloud assembly (`cdk.out`), a template or the file
 * of one, flows, a centre written by hand, or a world.
 */
export type CentreSource = Synthesisable | InTree | string | Template | readonly NamedFlow[] | HandMadeCentre | World;

const isApp = (source: object): source is Synthesisable => 'synth' in source && typeof source.synth === 'function';
const isInTree = (source: object): source is InTree => 'node' in source && typeof source.node === 'object';
const isWorld = (source: object): source is World => 'instanceArn' in source && 'quickConnects' in source;
const isTemplate = (source: object): source is Template => 'Resources' in source;

/** The stacks that lie at a path: those of an assembly, or the one of a template file. */
const stacksAt = (path: string): readonly TemplateStack[] => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new TemplateError(`There is no ${path}. Give the folder that \`cdk synth\` writes, or a template file.`);
  return found.isDirectory() ? stacksOfAssembly(path) : [stackOfTemplateFile(path)];
};

const worldOfApp = (app: Synthesisable): World => worldFromTemplates(stacksOfAssembly(app.synth().directory));

const worldOfTree = ({ node: { root } }: InTree): World => {
  if (isApp(root)) return readObject(root);
  throw new TypeError('The construct is in no app: give it an App as its scope, so that it can be synthesised.');
};

const read = (source: Exclude<CentreSource, string>): World => {
  if (Array.isArray(source)) return worldOf({ flows: source });
  if (isApp(source)) return worldOfApp(source);
  if (isWorld(source)) return source;
  if (isTemplate(source)) return worldFromTemplates([{ name: 'template', template: source }]);
  if (isInTree(source)) return worldOfTree(source);
  return worldOf(source as HandMadeCentre);
};

const worlds = new WeakMap<object, World>();

/** Read once, and kept as long as the source is: each test has a centre of its own, and none changes the world. */
const readObject = (source: Exclude<CentreSource, string>): World => {
  const known = worlds.get(source);
  if (known) return known;
  const world = read(source);
  worlds.set(source, world);
  return world;
};

const files = new Map<string, { readonly changed: number; readonly world: World }>();

const FOUND_OR_NOT = { throwIfNoEntry: false } as const;

/** Of an assembly, the manifest is what every synthesis writes. */
const changeOf = (path: string): number => {
  const found = statSync(path, FOUND_OR_NOT);
  const written = found?.isDirectory() ? statSync(join(path, 'manifest.json'), FOUND_OR_NOT) : found;
  return written?.mtimeMs ?? 0;
};

const readPath = (path: string): World => {
  const changed = changeOf(path);
  const known = files.get(path);
  if (known?.changed === changed) return known.world;
  const world = worldFromTemplates(stacksAt(path));
  files.set(path, { changed, world });
  return world;
};

/**
 * The world of a source.
 *
 * @throws TemplateError where a template or an assembly is not one
 * @throws FlowReadError where a flow is none
 */
export const worldFrom = (source: CentreSource): World =>
  typeof source === 'string' ? readPath(source) : readObject(source);
