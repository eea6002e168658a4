import type { FlowDocument, Json, JsonObject } from '../../language/document';
import { isSame } from './form';
import { type FlowGraph, graphOf, type Node } from './graph';
import type { Exit } from './phrase';

const shown = ({ action }: Node): string => `"${action.Identifier}" (${action.Type})`;

/** Pairs the actions of two documents as they are met from the start, and stops at the first that differ. */
class Comparison {
  readonly #others = new Map<number, number>();
  readonly #back = new Map<number, number>();
  readonly #open: (readonly [one: number, other: number])[] = [];

  constructor(
    private readonly one: FlowGraph,
    private readonly other: FlowGraph,
  ) {}

  /** What differs first, as a sentence. */
  difference(): string | undefined {
    if (!this.#meet(this.one.start, this.other.start)) return 'The flows start at different actions.';
    for (let pair = this.#open.pop(); pair !== undefined; pair = this.#open.pop()) {
      const [node, twin] = [this.one.nodes[pair[0]], this.other.nodes[pair[1]]];
      const found = node && twin && this.#differs(node, twin);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  get twins(): ReadonlyMap<number, number> {
    return this.#others;
  }

  /** Whether two targets can be the same action; what they lead to is looked at later. */
  #meet(node: number, twin: number): boolean {
    if (node < 0 || twin < 0) return node < 0 && this.one.missing.get(node) === this.other.missing.get(twin);
    const known = this.#others.get(node);
    if (known !== undefined || this.#back.has(twin)) return known === twin;
    this.#others.set(node, twin);
    this.#back.set(twin, node);
    this.#open.push([node, twin]);
    return true;
  }

  #differs(node: Node, twin: Node): string | undefined {
    if (node.action.Type !== twin.action.Type) return `${shown(node)} has become ${shown(twin)}.`;
    const parameters = [node.action.Parameters ?? {}, twin.action.Parameters ?? {}] as const;
    if (!isSame(...parameters)) return `The parameters of ${shown(node)} have changed.`;
    if (!this.#sameConditions(node, twin)) return `The conditions of ${shown(node)} have changed.`;
    if (!this.#sameErrors(node, twin)) return `The error branches of ${shown(node)} have changed.`;
    return this.#sameNext(node, twin) ? undefined : `What comes after ${shown(node)} has changed.`;
  }

  #sameNext({ next }: Node, { next: other }: Node): boolean {
    if (next === undefined || other === undefined) return next === other;
    return this.#meet(next, other);
  }

  #sameConditions({ conditions }: Node, { conditions: others }: Node): boolean {
    if (conditions.length !== others.length) return false;
    return conditions.every((exit, index) => {
      const other = others[index];
      const isAlike = isSame(exit.condition as unknown as Json, other?.condition as unknown as Json);
      return other !== undefined && isAlike && this.#meet(exit.target, other.target);
    });
  }

  #sameErrors({ errors }: Node, { errors: others }: Node): boolean {
    if (errors.length !== others.length) return false;
    const sorted = (exits: readonly Exit[]) =>
      exits.toSorted((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
    const [left, right] = [sorted(errors), sorted(others)];
    return left.every(({ label, target }, index) => {
      const other = right[index];
      return other !== undefined && label === other.label && this.#meet(target, other.target);
    });
  }
}

const LISTS = ['InputParameters', 'OutputParameters', 'Transitions'];

/** Settings that declare nothing, which say as little as none. */
const declaresNothing = (settings: unknown): boolean =>
  settings === undefined || (isObject(settings) && Object.keys(settings).length === 0);

/** Documents from outside may hold anything there. */
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of nothing, and the two branches that every module has. */
const isUsual = (settings: unknown): boolean =>
  isObject(settings) &&
  Object.entries(settings).every(
    ([key, value]) => LISTS.includes(key) && Array.isArray(value) && (value.length === 0 || key === 'Transitions'),
  );

export const sameSettings = (one: JsonObject | undefined, other: JsonObject | undefined): boolean => {
  if (declaresNothing(one)) return declaresNothing(other) || isUsual(other ?? {});
  return isSame(one, other);
};

/**
 * What the second document says otherwise than the first, as a sentence; undefined where they say the same. Identifiers,
 * the order of actions and errors, everything of the designer and actions that no run comes to do not count, nor whether
 * an empty list, `Parameters` or `Transitions` is written or left out.
 */
export const differenceBetween = (one: FlowDocument, other: FlowDocument): string | undefined => {
  if (!sameSettings(one.Settings, other.Settings)) return 'The settings have changed.';
  return new Comparison(graphOf(one), graphOf(other)).difference();
};

/** The identifier that each action of the first document has in the second; undefined where they differ. */
export const twinsOf = (one: FlowDocument, other: FlowDocument): ReadonlyMap<string, string> | undefined => {
  const [left, right] = [graphOf(one), graphOf(other)];
  const comparison = new Comparison(left, right);
  if (comparison.difference() !== undefined) return undefined;
  const entries = [...comparison.twins].map(
    ([node, twin]) => [left.nodes[node]?.action.Identifier ?? '', right.nodes[twin]?.action.Identifier ?? ''] as const,
  );
  return new Map(entries);
};
