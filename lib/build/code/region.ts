import type { Step } from './steps';

/** An edge from one step to another, as a key. */
const edge = (from: number, to: number): string => `${from} ${to}`;

/**
 * The steps as a graph without ways back: who comes after whom, what every path to a step goes through, and how much
 * hangs on it.
 */
export class Region {
  readonly #back = new Set<string>();
  readonly #order: number[] = [];
  readonly #rank = new Map<number, number>();
  readonly #entries = new Map<number, number>();
  readonly #above = new Map<number, number>();
  readonly #size = new Map<number, number>();

  constructor(
    private readonly steps: ReadonlyMap<number, Step>,
    private readonly roots: readonly number[],
  ) {
    this.#walk();
    this.#dominate();
    for (const node of [...this.#order].reverse()) {
      const above = this.#above.get(node) ?? ROOT;
      this.#size.set(above, (this.#size.get(above) ?? 1) + (this.#size.get(node) ?? 1));
    }
  }

  /** Everything that a step names: its branches and where it goes on by itself. */
  targets(node: number): readonly number[] {
    const step = this.steps.get(node);
    if (step === undefined) return [];
    return step.onward === undefined ? step.branches : [...step.branches, step.onward];
  }

  isBack(from: number, to: number): boolean {
    return this.#back.has(edge(from, to));
  }

  /** How many branches lead to a step, ways back aside. */
  entries(node: number): number {
    return this.#entries.get(node) ?? 0;
  }

  /** The last step that every path to this one comes by. */
  above(node: number): number {
    return this.#above.get(node) ?? ROOT;
  }

  /** How many steps can only be reached through this one, itself included. */
  size(node: number): number {
    return this.#size.get(node) ?? 1;
  }

  rank(node: number): number {
    return this.#rank.get(node) ?? 0;
  }

  /** Steps in an order in which every one comes after those that lead to it. */
  get order(): readonly number[] {
    return this.#order;
  }

  #walk(): void {
    const [under, done] = [new Set<number>(), new Set<number>()];
    const open = this.roots.toReversed().map((node) => ({ node, rest: undefined as number[] | undefined }));
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.rest === undefined && done.has(top.node)) {
        open.pop();
        continue;
      }
      top.rest ??= [...this.targets(top.node)].reverse();
      under.add(top.node);
      const next = top.rest.pop();
      if (next === undefined) {
        open.pop();
        under.delete(top.node);
        done.add(top.node);
        this.#order.push(top.node);
      } else if (under.has(next)) this.#back.add(edge(top.node, next));
      else if (!done.has(next) && this.steps.has(next)) open.push({ node: next, rest: undefined });
    }
    this.#order.reverse();
    for (const [rank, node] of this.#order.entries()) this.#rank.set(node, rank);
  }

  #dominate(): void {
    for (const root of this.roots) this.#enter(ROOT, root);
    for (const node of this.#order) {
      for (const target of this.targets(node)) {
        if (this.steps.has(target) && !this.isBack(node, target)) this.#enter(node, target);
      }
    }
  }

  #enter(from: number, to: number): void {
    this.#entries.set(to, this.entries(to) + 1);
    const known = this.#above.get(to);
    this.#above.set(to, known === undefined ? from : this.#common(known, from));
  }

  #common(one: number, other: number): number {
    let [a, b] = [one, other];
    while (a !== b) {
      if (a === ROOT || b === ROOT) return ROOT;
      if (this.rank(a) > this.rank(b)) a = this.above(a);
      else b = this.above(b);
    }
    return a;
  }
}

/** Above every step that nothing stands above. */
const ROOT = -1_000_000_000;
