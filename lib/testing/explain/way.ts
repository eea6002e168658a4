import { actionsById, type Exit, exitsOf, type FlowDocument, type WireAction } from '../../language';

/** An action on the way to another one, and how to leave it. */
export interface Hop {
  readonly action: WireAction;
  readonly exit: Exit;
}

/** Things that go wrong are the last to be thought of; callers who say nothing are ordinary. */
const ORDINARY_ERRORS = new Set(['InputTimeLimitExceeded', 'NoMatchingCondition']);

const effort = ({ kind, label }: Exit): number => {
  if (kind === 'next') return 1;
  if (kind === 'condition') return 2;
  return ORDINARY_ERRORS.has(label) ? 4 : 20;
};

/** The designer writes a next action beside the branches of a question, which nothing ever takes. */
const waysOut = (action: WireAction): readonly Exit[] => {
  const exits = exitsOf(action);
  const isDecided = exits.some(({ label }) => label === 'NoMatchingCondition');
  return isDecided ? exits.filter(({ kind }) => kind !== 'next') : exits;
};

interface Reached {
  readonly cost: number;
  readonly from: string | null;
  readonly exit: Exit | null;
}

const cheapest = (open: ReadonlySet<string>, reached: ReadonlyMap<string, Reached>): string | undefined => {
  let best: string | undefined;
  for (const id of open) if (best === undefined || costOf(reached, id) < costOf(reached, best)) best = id;
  return best;
};

const costOf = (reached: ReadonlyMap<string, Reached>, id: string): number =>
  reached.get(id)?.cost ?? Number.POSITIVE_INFINITY;

const reachFrom = (document: FlowDocument, actions: ReadonlyMap<string, WireAction>): ReadonlyMap<string, Reached> => {
  const reached = new Map<string, Reached>([[document.StartAction, { cost: 0, from: null, exit: null }]]);
  const open = new Set([document.StartAction]);
  for (let id = cheapest(open, reached); id !== undefined; id = cheapest(open, reached)) {
    open.delete(id);
    const action = actions.get(id);
    for (const exit of action ? waysOut(action) : []) {
      const cost = costOf(reached, id) + effort(exit);
      if (cost >= costOf(reached, exit.target)) continue;
      reached.set(exit.target, { cost, from: id, exit });
      open.add(exit.target);
    }
  }
  return reached;
};

/** The easiest way from the start of a flow to an action; undefined where none leads there. */
export const wayTo = (document: FlowDocument, identifier: string): readonly Hop[] | undefined => {
  const actions = actionsById(document);
  const reached = reachFrom(document, actions);
  if (!reached.has(identifier)) return undefined;
  const hops: Hop[] = [];
  for (let at = reached.get(identifier); at?.from != null && at.exit !== null; at = reached.get(at.from)) {
    const action = actions.get(at.from);
    if (action) hops.unshift({ action, exit: at.exit });
  }
  return hops;
};
