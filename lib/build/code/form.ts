import type { Json, JsonObject } from '../../language/document';
import { undeclaredErrors } from '../assemble/link';
import type { ActionPlan, Way } from '../plan';
import { type AnyStep, PLAN } from '../step';
import type { Code } from './code';
import { evaluate } from './evaluate';
import type { Wire } from './phrase';

/** How one step of the script is written, and what its branches are. */
export interface Form {
  readonly code: Code;
  /** Where it goes on by itself; undefined where the branches alone decide. */
  readonly onward?: number;
  /** What identifiers would say of it. */
  readonly block: string;
  readonly words: string;
}

/** A flow's own errors, as far as they bear on how a step is written. */
export interface Conventions {
  readonly declaresOptional: boolean;
}

export const isSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as JsonObject, b as JsonObject];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
};

/** Stands for the script of a branch while a step is tried out. */
class StandIn extends Array<never> {
  target = 0;
}

const standInFor = (target: number): StandIn => Object.assign(new StandIn(), { target });

const standInOf = (to: unknown): StandIn | undefined => (to instanceof StandIn ? to : undefined);

/** Compares what a step becomes with what stands on the wire, and collects where it goes on by itself. */
class Trial {
  constructor(
    private readonly conventions: Conventions,
    private readonly onward: Set<number>,
    /** The step's second action, while its first one is looked at. */
    private readonly second?: number,
  ) {}

  accepts(plan: ActionPlan, wire: Wire): boolean {
    return (
      plan.type === wire.type &&
      isSame(plan.parameters, wire.parameters) &&
      this.#conditions(plan, wire) &&
      this.#errors(plan, wire) &&
      this.#next(plan, wire)
    );
  }

  /** A branch leads to its stand-in; without one it goes on after the step (or with its second action). */
  #leads(way: Way, plan: ActionPlan, target: number): boolean {
    const standIn = standInOf(way.to);
    if (standIn !== undefined) return standIn.target === target;
    if (!Array.isArray(way.to) || way.to.length > 0) return false;
    if (plan.joinsOwnStep && this.second !== undefined) return target === this.second;
    this.onward.add(target);
    return true;
  }

  #conditions(plan: ActionPlan, { conditions }: Wire): boolean {
    const planned = plan.ways.filter(({ condition }) => condition !== undefined);
    if (planned.length !== conditions.length) return false;
    return planned.every((way, index) => {
      const { condition, target = -1 } = conditions[index] ?? {};
      const { operator = '', operand = '', wire } = way.condition ?? {};
      const built = wire ?? { Operator: operator, Operands: [operand] };
      return isSame(built, condition as unknown as Json | undefined) && this.#leads(way, plan, target);
    });
  }

  #errors(plan: ActionPlan, { errors, implicit }: Wire): boolean {
    const planned = plan.ways.filter(({ error }) => error !== undefined);
    const left = errors.filter((exit) => exit !== implicit);
    const undeclared = undeclaredErrors(plan, this.conventions.declaresOptional);
    if (planned.length !== left.length || undeclared.length !== errors.length - left.length) return false;
    if (implicit !== undefined && undeclared[0] !== implicit.label) return false;
    return planned.every((way) => {
      const index = left.findIndex(({ label, target }) => label === way.error && this.#mayLead(way, target));
      const [exit] = index < 0 ? [] : left.splice(index, 1);
      return exit !== undefined && this.#leads(way, plan, exit.target);
    });
  }

  #mayLead(way: Way, target: number): boolean {
    return (standInOf(way.to)?.target ?? target) === target;
  }

  #next({ next }: ActionPlan, wire: Wire): boolean {
    if (next === 'none') return wire.next === undefined && wire.errors.length + wire.conditions.length === 0;
    if (next === 'open') return wire.next === undefined;
    if (wire.next === undefined) return false;
    if (next === 'follows') {
      if (this.second === undefined || wire.next !== this.second) this.onward.add(wire.next);
      return true;
    }
    const copied = [...wire.errors, ...wire.conditions].find(({ label }) => label === next.copyOf);
    return copied?.target === wire.next;
  }
}

const planned = (code: Code): readonly ActionPlan[] | undefined => {
  try {
    const step = evaluate(code, {
      branch: ({ target }) => standInFor(target),
      constant: () => [],
    }) as AnyStep;
    const plan = step[PLAN];
    return plan.kind === 'actions' ? plan.actions : undefined;
  } catch {
    // Blocks refuse what they cannot build; another phrase will say it.
    return undefined;
  }
};

/** The code as a form of these actions, if it becomes exactly them. */
export const formIfExact = (code: Code, wires: readonly Wire[], conventions: Conventions): Form | undefined => {
  const plans = planned(code);
  if (plans === undefined || plans.length !== wires.length) return undefined;
  const targets = new Set<number>();
  const isExact = plans.every((plan, part) => {
    const wire = wires[part];
    const trial = new Trial(conventions, targets, part === 0 ? wires[1]?.index : undefined);
    return wire !== undefined && trial.accepts(plan, wire);
  });
  const last = plans.at(-1);
  if (!isExact || targets.size > 1 || last === undefined) return undefined;
  const [onward] = targets;
  return { code, block: last.block, words: last.words, ...(onward === undefined ? {} : { onward }) };
};
