import type { Facts } from '../facts/facts';

/** What the best way to somewhere costs, by the facts with which contacts come; mostly there is but one. */
export class BestWays {
  private first: Facts | null = null;
  private firstCost = 0;
  private others: Map<Facts, number> | null = null;

  /** Whether a way of this cost is news; from then on it is none. */
  isNews(facts: Facts, cost: number): boolean {
    const known = facts === this.first ? this.firstCost : this.others?.get(facts);
    if (known !== undefined && known <= cost) return false;
    this.note(facts, cost);
    return true;
  }

  private note(facts: Facts, cost: number): void {
    if (this.first === null || this.first === facts) {
      this.first = facts;
      this.firstCost = cost;
      return;
    }
    this.others ??= new Map();
    this.others.set(facts, cost);
  }
}
