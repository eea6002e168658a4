import { formOf, specOf } from '../../language';
import { FlowBuildError } from '../flow-build-error';
import { type BuildProblem, errorInHandler, fallsOff, noErrorHandler } from '../messages';
import type { ActionPlan, Way } from '../plan';
import { bareName } from './identifiers';
import { type Goal, nowhere, type PlacedScript, type Spot } from './spot';

const CATCH_ALL = 'NoMatchingError';

/** Where an action leads, by spot instead of by identifier. */
export interface Links {
  readonly next?: Spot;
  readonly errors: readonly { readonly error: string; readonly target: Spot }[];
  readonly conditions: readonly { readonly condition: NonNullable<Way['condition']>; readonly target: Spot }[];
}

/** What links are resolved with. */
export interface Linking {
  readonly flow: string;
  /** The flow's own `onError`. */
  readonly handler?: PlacedScript;
  /** The spots that `handler` can come to. */
  readonly handling: ReadonlySet<Spot>;
  /** Whether error branches that may be left out lead to `handler` too. */
  readonly declaresOptional: boolean;
}

/** The errors of an action that its branches do not name and that are declared all the same. */
export const undeclaredErrors = (action: ActionPlan, declaresOptional: boolean): readonly string[] => {
  const { type, parameters, ways, optionalCatchAll, isExact } = action;
  const spec = specOf(type);
  if (spec === undefined || isExact) return [];
  const { required, optional = [] } = formOf(spec, parameters).errors;
  const mayCatch = declaresOptional && optionalCatchAll && optional.includes(CATCH_ALL);
  const wanted: string[] = mayCatch ? [...required, CATCH_ALL] : [...required];
  return wanted.filter((error) => !ways.some((way) => way.error === error));
};

/** Every spot that a placed script can come to without leaving it. */
export const spotsWithin = (script: PlacedScript, found = new Set<Spot>()): ReadonlySet<Spot> => {
  for (const spot of script.spots) {
    if (found.has(spot)) continue;
    found.add(spot);
    for (const branch of [...spot.branches, ...spot.shared]) spotsWithin(branch, found);
  }
  for (const rest of script.onward) if (!rest.spots.every((spot) => found.has(spot))) spotsWithin(rest, found);
  return found;
};

class Linker {
  readonly #spot: Spot;
  readonly #linking: Linking;

  constructor(spot: Spot, linking: Linking) {
    this.#spot = spot;
    this.#linking = linking;
  }

  links(): Links {
    const { ways, next } = this.#spot.action;
    if (next === 'none') return { errors: [], conditions: [] };
    const errors = ways.flatMap(({ error }, index) => (error ? [{ error, target: this.#exit(index) }] : []));
    for (const error of this.#undeclared()) errors.push({ error, target: this.#caught(error) });
    const conditions = ways.flatMap(({ condition }, index) =>
      condition ? [{ condition, target: this.#exit(index) }] : [],
    );
    if (next === 'open') return { errors, conditions };
    const onward =
      next === 'follows'
        ? this.#must(this.#spot.after, fallsOff('next'))
        : this.#copied(next.copyOf, { errors, conditions });
    return { errors, conditions, next: onward };
  }

  #exit(index: number): Spot {
    const { exits, action } = this.#spot;
    return this.#must(exits[index] ?? nowhere, fallsOff(action.ways[index]?.name ?? ''));
  }

  /** What must be declared, and the catch-all where it may be and has somewhere to lead. */
  #undeclared(): readonly string[] {
    const { declaresOptional } = this.#linking;
    return undeclaredErrors(this.#spot.action, declaresOptional && this.#catcher() !== undefined);
  }

  /** Where errors go that the step leaves to the flow. Within the flow's `onError` they go on with the next step. */
  #catcher(): Spot | undefined {
    const { handler, handling } = this.#linking;
    return handling.has(this.#spot) ? this.#spot.after(this.#spot) : handler?.entry(this.#spot);
  }

  #caught(error: string): Spot {
    const isHandling = this.#linking.handling.has(this.#spot);
    return this.#must(() => this.#catcher(), isHandling ? errorInHandler(error) : noErrorHandler(error));
  }

  #copied(from: string, { errors, conditions }: Links): Spot | undefined {
    const error = errors.find((entry) => entry.error === from);
    return (error ?? conditions.find((entry) => entry.condition.operand === from))?.target;
  }

  #must(goal: Goal, otherwise: BuildProblem): Spot {
    const found = goal(this.#spot);
    if (found !== undefined) return found;
    const { step } = this.#spot;
    throw new FlowBuildError(otherwise, {
      flow: this.#linking.flow,
      step: bareName(this.#spot),
      written: step.written,
    });
  }
}

const linksOf = (spot: Spot, linking: Linking): Links => new Linker(spot, linking).links();

/** Follows links from the entry: the spots that a run can come to, each with its links. */
export const follow = (entry: Spot, linking: Linking): ReadonlyMap<Spot, Links> => {
  const reached = new Map<Spot, Links>();
  const open = [entry];
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    if (reached.has(spot) || spot.missing !== undefined) continue;
    const links = linksOf(spot, linking);
    reached.set(spot, links);
    if (links.next !== undefined) open.push(links.next);
    for (const { target } of [...links.errors, ...links.conditions]) open.push(target);
  }
  return reached;
};
