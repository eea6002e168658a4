import type { FlowDocument, WireAction } from './document';

/** Where an action leads, the way one reads it: answers first, then onwards, what goes wrong last. */
const targetsOf = ({ Transitions = {} }: WireAction): readonly string[] => {
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  const onwards = NextAction === undefined ? [] : [NextAction];
  return [...Conditions.map((entry) => entry.NextAction), ...onwards, ...Errors.map((entry) => entry.NextAction)];
};

/** The first action of each identifier; references mean that one. */
const firstById = (actions: readonly WireAction[]): ReadonlyMap<string, WireAction> => {
  const found = new Map<string, WireAction>();
  for (const action of actions) if (!found.has(action.Identifier)) found.set(action.Identifier, action);
  return found;
};

/** All actions, each after one that leads to it, from the start on; what nothing leads to comes last, in its old order. */
export const inReadingOrder = ({ StartAction, Actions }: FlowDocument): readonly WireAction[] => {
  const byId = firstById(Actions);
  const read = new Set<WireAction>();
  const open = [StartAction];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const action = byId.get(id);
    if (action === undefined || read.has(action)) continue;
    read.add(action);
    for (const target of targetsOf(action).toReversed()) open.push(target);
  }
  return [...read, ...Actions.filter((action) => !read.has(action))];
};
