import type { FlowDocument, Json, WireAction } from '../../language/document';
import { actionsById } from '../../language/graph';
import type { Exit } from './phrase';

/** An action that a run can come to. */
export interface Node {
  readonly index: number;
  readonly action: WireAction;
  readonly conditions: readonly Exit[];
  readonly errors: readonly Exit[];
  readonly next?: number;
}

/** The actions that a run can come to, by number; targets that no action has stand in `missing`. */
export interface FlowGraph {
  readonly nodes: readonly Node[];
  readonly start: number;
  /** Identifiers that are led to and that no action has, by (negative) number. */
  readonly missing: ReadonlyMap<number, string>;
  readonly unreached: readonly string[];
}

/** Every target of an action, the next one first. */
export const targetsOf = (node: Node): readonly number[] => [
  ...(node.next === undefined ? [] : [node.next]),
  ...node.conditions.map(({ target }) => target),
  ...node.errors.map(({ target }) => target),
];

/** Numbers identifiers as they are met. */
class Numbering {
  readonly order: string[] = [];
  readonly missing = new Map<number, string>();
  readonly #numbers = new Map<string, number>();
  readonly #actions: ReadonlyMap<string, WireAction>;

  constructor(actions: ReadonlyMap<string, WireAction>) {
    this.#actions = actions;
  }

  of = (identifier: string): number => {
    const known = this.#numbers.get(identifier);
    if (known !== undefined) return known;
    const isMissing = !this.#actions.has(identifier);
    const number = isMissing ? -1 - this.missing.size : this.order.length;
    if (isMissing) this.missing.set(number, identifier);
    else this.order.push(identifier);
    this.#numbers.set(identifier, number);
    return number;
  };
}

const operandOf = (operands: readonly Json[] | undefined): string =>
  operands?.length === 1 && typeof operands[0] === 'string' ? operands[0] : '';

/** Branches that are written in full; what lacks its target or its condition leads nowhere. */
const wholeBranches = ({ Transitions }: WireAction) => ({
  conditions: (Transitions?.Conditions ?? []).filter(
    ({ NextAction, Condition }) => NextAction !== undefined && Condition !== undefined,
  ),
  errors: (Transitions?.Errors ?? []).filter(
    ({ NextAction, ErrorType }) => NextAction !== undefined && ErrorType !== undefined,
  ),
});

const nodeOf = (index: number, action: WireAction, numberOf: (identifier: string) => number): Node => {
  const NextAction = action.Transitions?.NextAction;
  const { conditions, errors } = wholeBranches(action);
  return {
    index,
    action,
    ...(NextAction === undefined ? {} : { next: numberOf(NextAction) }),
    conditions: conditions.map((entry) => ({
      kind: 'condition',
      label: operandOf(entry.Condition.Operands),
      condition: entry.Condition,
      target: numberOf(entry.NextAction),
    })),
    errors: errors.map((entry) => ({ kind: 'error', label: entry.ErrorType, target: numberOf(entry.NextAction) })),
  };
};

/** The graph of a document from its start action on. */
export const graphOf = (document: FlowDocument): FlowGraph => {
  const actions = actionsById(document);
  const numbering = new Numbering(actions);
  const start = numbering.of(document.StartAction);
  const nodes: Node[] = [];
  for (let index = 0; index < numbering.order.length; index++) {
    const action = actions.get(numbering.order[index] ?? '');
    if (action !== undefined) nodes.push(nodeOf(index, action, numbering.of));
  }
  const reached = new Set(nodes.map(({ action }) => action));
  const unreached = document.Actions.filter((action) => !reached.has(action)).map(({ Identifier }) => Identifier);
  return { nodes, start, missing: numbering.missing, unreached };
};
