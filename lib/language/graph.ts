import type { FlowDocument, WireAction } from './document';

/** One way out of an action. */
export interface Exit {
  /** `next`, an error type, or the operand of a condition. */
  readonly kind: 'next' | 'error' | 'condition';
  readonly label: string;
  readonly target: string;
  /** Where the target stands in the action, e.g. `Transitions.Errors[0].NextAction`. */
  readonly path: string;
}

/** Documents from outside hold anything; only plain values have a text that is safe to make. */
const shown = (value: unknown): string => (typeof value === 'object' ? '…' : String(value));

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every way out of an action in the order in which it is written. */
export const exitsOf = (action: WireAction): readonly Exit[] => {
  const { NextAction, Conditions = [], Errors = [] } = action.Transitions ?? {};
  const exits: Exit[] = [];
  if (NextAction !== undefined)
    exits.push({ kind: 'next', label: 'next', target: NextAction, path: 'Transitions.NextAction' });
  Conditions.forEach((entry, i) => {
    const label = [entry.Condition?.Operator, ...list(entry.Condition?.Operands)].map(shown).join(' ');
    exits.push({ kind: 'condition', label, target: entry.NextAction, path: `Transitions.Conditions[${i}].NextAction` });
  });
  Errors.forEach((entry, i) => {
    exits.push({
      kind: 'error',
      label: entry.ErrorType,
      target: entry.NextAction,
      path: `Transitions.Errors[${i}].NextAction`,
    });
  });
  return exits;
};

/** Actions by identifier. */
export const actionsById = (document: FlowDocument): ReadonlyMap<string, WireAction> =>
  new Map(document.Actions.map((action) => [action.Identifier, action]));

/** Identifiers of all actions that a run can come to. */
export const reachable = (document: FlowDocument): ReadonlySet<string> => {
  const actions = actionsById(document);
  const seen = new Set<string>();
  const open = [document.StartAction];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const action = actions.get(id);
    if (action === undefined || seen.has(id)) continue;
    seen.add(id);
    for (const exit of exitsOf(action)) open.push(exit.target);
  }
  return seen;
};
