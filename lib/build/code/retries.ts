import type { Region } from './region';
import type { Step } from './steps';

/** Loop actions that count how often a step is tried again: its branches lead there, and from there back to it. */
export class Retries {
  readonly #holders = new Map<number, number>();

  constructor(
    private readonly steps: ReadonlyMap<number, Step>,
    private readonly region: Region,
    isLoop: (node: number) => boolean,
  ) {
    const returns = this.#returns();
    for (const node of region.order) {
      const holder = isLoop(node) ? this.#holderOf(node) : undefined;
      if (holder === undefined || returns.has(node)) continue;
      const sources = returns.get(holder) ?? [];
      if (sources.some((source) => this.#isBelow(source, node))) this.#holders.set(node, holder);
    }
  }

  /** Whether the step retries another one. */
  isOf(node: number, holder: number): boolean {
    return this.#holders.get(node) === holder;
  }

  /** Where ways back lead, and from where. */
  #returns(): ReadonlyMap<number, readonly number[]> {
    const returns = new Map<number, number[]>();
    for (const node of this.region.order) {
      for (const target of this.region.targets(node)) {
        if (this.region.isBack(node, target)) returns.set(target, [...(returns.get(target) ?? []), node]);
      }
    }
    return returns;
  }

  /** The step all of whose branches, and nothing else, lead to the loop. */
  #holderOf(node: number): number | undefined {
    const above = this.region.above(node);
    const step = this.steps.get(above);
    if (step === undefined || step.onward === node) return undefined;
    const count = step.branches.filter((target) => target === node).length;
    return count === this.region.entries(node) ? above : undefined;
  }

  #isBelow(source: number, node: number): boolean {
    let at = source;
    for (let climbed = 0; climbed < MOST_CLIMBED && this.steps.has(at); climbed++) {
      if (at === node) return true;
      at = this.region.above(at);
    }
    return false;
  }
}

const MOST_CLIMBED = 1_000;
