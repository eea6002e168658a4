import type { FlowDocument, Json, JsonObject } from '../document';
import { isObject } from '../foreign-document';
import { named } from './action-name';
import { addedAction, branchTarget, changedAction, isRenamed } from './compare-actions';
import type { DiffOptions, FlowDiff, ValueChange } from './flow-diff';
import { match } from './match';
import { type Node, type Side, sideOf, targetKey } from './side';
import { valueChanges } from './value-changes';

type Matched = Node & { readonly match: Node };

const isMatched = (node: Node): node is Matched => node.match !== undefined;

const unknownKeys = (document: FlowDocument): JsonObject => {
  const { Version, StartAction, Metadata, Settings, Actions, ...rest } = document as unknown as JsonObject;
  return rest;
};

const startChange = (before: Side, after: Side): Pick<FlowDiff, 'start'> => {
  const old = before.document.StartAction;
  const now = after.document.StartAction;
  if (targetKey(before, old) === (after.byId.get(now) ?? now)) return {};
  return { start: { before: branchTarget(before, old), after: branchTarget(after, now) } };
};

const versionChange = (before: FlowDocument, after: FlowDocument): Pick<FlowDiff, 'version'> =>
  before.Version === after.Version ? {} : { version: { before: before.Version, after: after.Version } };

/** The metadata with each action under the identifier that it has now. */
const metadataOf = ({ document: { Metadata }, byId }: Side): Json | undefined => {
  if (!isObject(Metadata) || !isObject(Metadata.ActionMetadata)) return Metadata;
  const { ActionMetadata } = Metadata;
  const entries = Object.entries(ActionMetadata).map(([id, entry]) => [
    byId.get(id)?.match?.action.Identifier ?? id,
    entry,
  ]);
  return { ...Metadata, ActionMetadata: Object.fromEntries(entries) };
};

const layoutChanges = (before: Side, after: Side, { layout = false }: DiffOptions): readonly ValueChange[] =>
  layout ? [...valueChanges(metadataOf(before) ?? {}, after.document.Metadata ?? {})] : [];

const isDifferent = ({ version, start, ...lists }: Omit<FlowDiff, 'different'>): boolean =>
  version !== undefined || start !== undefined || Object.values(lists).some((list) => list.length > 0);

/**
 * What differs between two flows, as data. The order of actions, keys, error branches and of conditions that exclude each
 * other has no meaning; an action that got another identifier is the same action. `Metadata` counts on demand only.
 */
export const diff = (before: FlowDocument, after: FlowDocument, options: DiffOptions = {}): FlowDiff => {
  const old = sideOf(before);
  const now = sideOf(after);
  match(old, now);
  const kept = now.nodes.filter(isMatched);
  const found = {
    ...versionChange(before, after),
    ...startChange(old, now),
    settings: [...valueChanges(before.Settings ?? {}, after.Settings ?? {})],
    other: [...valueChanges(unknownKeys(before), unknownKeys(after))],
    added: now.nodes.filter((node) => !isMatched(node)).map((node) => addedAction(old, now, node)),
    removed: old.nodes.filter((node) => !isMatched(node)).map(({ action }) => named(action)),
    renamed: kept
      .filter((node) => isRenamed(node.match, node))
      .map((node) => ({ before: named(node.match.action), after: named(node.action) })),
    changed: kept.flatMap((node) => changedAction(old, node.match, now, node) ?? []),
    layout: layoutChanges(old, now, options),
  };
  return { different: isDifferent(found), ...found };
};
