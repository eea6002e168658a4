import type { Json, JsonObject } from '../document';
import { named } from './action-name';
import type { ActionContent, AddedAction, BranchChange, BranchTarget, ChangedAction } from './flow-diff';
import { type Node, type Side, targetKey } from './side';
import { valueChanges } from './value-changes';
import { areDisjoint, type Way } from './ways';

export const branchTarget = (side: Side, identifier: string): BranchTarget => {
  const node = side.byId.get(identifier);
  if (node === undefined) return { identifier, name: String(identifier), exists: false };
  return { identifier, name: named(node.action).name, exists: true };
};

/** An action, or that it is not there. */
interface Place {
  readonly side: Side;
  readonly node?: Node;
}

const keyed = ({ node }: Place): ReadonlyMap<string, Way> => new Map(node?.ways.map((way) => [way.key, way]));

const sameTarget = (before: Place, old: Way, after: Place, now: Way): boolean => {
  const target = after.side.byId.get(now.target) ?? now.target;
  return targetKey(before.side, old.target) === target;
};

const branchChange = (before: Place, old: Way | undefined, after: Place, now: Way | undefined): BranchChange => {
  const { kind, branch } = (now ?? old) as Way;
  return {
    kind,
    branch,
    ...(old === undefined ? {} : { before: branchTarget(before.side, old.target) }),
    ...(now === undefined ? {} : { after: branchTarget(after.side, now.target) }),
  };
};

function* branchChanges(before: Place, after: Place): Generator<BranchChange> {
  const olds = keyed(before);
  const nows = keyed(after);
  for (const [key, now] of nows) {
    const old = olds.get(key);
    if (old !== undefined && sameTarget(before, old, after, now)) continue;
    yield branchChange(before, old, after, now);
  }
  for (const [key, old] of olds) if (!nows.has(key)) yield branchChange(before, old, after, undefined);
}

/** Keys of an action, its transitions and its branches that the Flow language does not know. */
const unknownKeys = ({ node }: Place): JsonObject => {
  if (node === undefined) return {};
  const { Identifier, Type, Parameters, Transitions = {}, ...rest } = node.action as unknown as JsonObject;
  const { NextAction, Conditions, Errors, ...inTransitions } = Transitions as JsonObject;
  const inBranches = node.ways.filter((way) => Object.keys(way.rest).length > 0);
  return {
    ...rest,
    ...(Object.keys(inTransitions).length > 0 ? { Transitions: inTransitions } : {}),
    ...Object.fromEntries(inBranches.map((way): [string, Json] => [`${way.kind} ${way.branch}`, way.rest])),
  };
};

const contentChanges = (before: Place, after: Place): ActionContent => ({
  parameters: [...valueChanges(before.node?.action.Parameters ?? {}, after.node?.action.Parameters ?? {})],
  branches: [...branchChanges(before, after)],
  other: [...valueChanges(unknownKeys(before), unknownKeys(after))],
});

const conditionOrder = (node: Node, others: Node): readonly string[] => {
  const kept = new Set(others.ways.map(({ key }) => key));
  return node.ways.filter(({ kind, key }) => kind === 'condition' && kept.has(key)).map(({ branch }) => branch);
};

/** The first condition that holds wins, so an order matters where several can hold. */
const orderChange = (old: Node, now: Node): Pick<ChangedAction, 'order'> => {
  if (areDisjoint(old.action) && areDisjoint(now.action)) return {};
  const before = conditionOrder(old, now);
  const after = conditionOrder(now, old);
  return before.every((branch, i) => branch === after[i]) ? {} : { order: { before, after } };
};

export const isRenamed = (old: Node, now: Node): boolean => old.action.Identifier !== now.action.Identifier;

/** What differs between an action and itself in the other flow, if anything but the identifier does. */
export const changedAction = (before: Side, old: Node, after: Side, now: Node): ChangedAction | undefined => {
  const content = contentChanges({ side: before, node: old }, { side: after, node: now });
  const order = orderChange(old, now);
  const types = { before: old.action.Type, after: now.action.Type };
  const type = types.before === types.after ? {} : { type: types };
  const changes = [...content.parameters, ...content.branches, ...content.other, ...Object.keys({ ...order, ...type })];
  if (changes.length === 0) return undefined;
  const renamedFrom = isRenamed(old, now) ? { renamedFrom: named(old.action) } : {};
  return { action: named(now.action), ...renamedFrom, ...type, ...content, ...order };
};

export const addedAction = (before: Side, after: Side, node: Node): AddedAction => ({
  action: named(node.action),
  ...contentChanges({ side: before }, { side: after, node }),
});
