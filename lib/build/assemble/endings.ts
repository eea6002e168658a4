import type { StepPlan } from '../plan';
import { type AnyBranch, type AnyScript, isScript, PLAN } from '../step';

/** Whether every path of a script ends, so that it can be written once and shared. Answers are kept per flow. */
export class Endings {
  readonly #known = new Map<AnyScript, boolean>();

  ends(script: AnyScript): boolean {
    const known = this.#known.get(script);
    if (known !== undefined) return known;
    const last = script.at(-1);
    const ends = last !== undefined && !this.#goesOn(last[PLAN]);
    this.#known.set(script, ends);
    return ends;
  }

  #goesOn(plan: StepPlan): boolean {
    if (plan.kind !== 'actions') return plan.kind === 'label';
    if (plan.actions.at(-1)?.next === 'follows') return true;
    const ways = plan.actions.flatMap((action) => action.ways);
    return ways.some((way) => way.back === undefined && !this.#branchEnds(way.to));
  }

  #branchEnds(branch: AnyBranch): boolean {
    return this.ends(isScript(branch) ? branch : branch.last);
  }
}
