import { type BuildPlace, FlowBuildError } from '../flow-build-error';
import { labelCircle, labelTwice, unknownLabel } from '../messages';
import type { ActionsPlan, ContinuePlan, GoToPlan, LabelPlan, MissingPlan, StepPlan, Way } from '../plan';
import { type Again, type AnyScript, isScript, PLAN } from '../step';
import { againPlan } from './again-plan';
import { Endings } from './endings';
import { type Goal, nowhere, type PlacedScript, type Spot, spotWithoutAction } from './spot';

/** What a step is placed into. */
interface Setting {
  readonly after: Goal;
  readonly path: readonly string[];
  readonly spots: Spot[];
  readonly onward: PlacedScript[];
  /** The step that an `again` leads back to. */
  readonly holder?: Goal;
}

/** The loops of one step: branches given the same `again` share one. */
type Loops = Map<Again<never>, PlacedScript>;

/** Where the branches of an action may lead besides their own steps. */
interface Around {
  readonly onward: Goal;
  readonly holder: Goal;
  readonly loops: Loops;
}

const missing = ({ identifier, written }: MissingPlan): Goal => {
  const spot = spotWithoutAction(identifier, written);
  return () => spot;
};

/** Gives every step of a flow its places, in reading order; where paths lead is resolved when all stand. */
export class Placement {
  readonly spots: Spot[] = [];
  readonly #flow: string;
  readonly #endings = new Endings();
  readonly #shared = new Map<AnyScript, PlacedScript>();
  readonly #labels = new Map<string, Goal>();

  constructor(flow: string) {
    this.#flow = flow;
  }

  /** Places a script; one that ends and stands already is not placed again. */
  script(script: AnyScript, after: Goal, path: readonly string[]): PlacedScript {
    const known = this.#shared.get(script);
    if (known !== undefined) return known;
    const ends = this.#endings.ends(script);
    const goals: Goal[] = [];
    const from =
      (index: number): Goal =>
      (spot) =>
        (goals[index] ?? (ends ? nowhere : after))(spot);
    const spots: Spot[] = [];
    const onward: PlacedScript[] = [];
    const placed = { spots, onward, entry: from(0) };
    if (ends) this.#shared.set(script, placed);
    for (const [index, step] of script.entries()) {
      goals.push(this.#step(step[PLAN], { after: from(index + 1), path, spots, onward }));
    }
    return placed;
  }

  #step(plan: StepPlan, setting: Setting): Goal {
    if (plan.kind === 'label') return this.#label(plan, setting.after);
    if (plan.kind === 'goTo') return this.#goTo(plan);
    if (plan.kind === 'continue') return this.#continue(plan, setting);
    if (plan.kind === 'missing') return missing(plan);
    return this.#actions(plan, setting);
  }

  #actions(step: ActionsPlan, setting: Setting): Goal {
    const spots: Spot[] = [];
    const loops: Loops = new Map();
    for (const [part, action] of step.actions.entries()) {
      const isLast = part === step.actions.length - 1;
      const after: Goal = isLast ? setting.after : () => spots[part + 1];
      const spot: Spot = { step, action, path: setting.path, after, exits: [], branches: [], shared: [] };
      spots.push(spot);
      setting.spots.push(spot);
      this.spots.push(spot);
      const onward = action.joinsOwnStep ? after : setting.after;
      const holder: Goal = setting.holder ?? (() => spots[0]);
      for (const way of action.ways) this.#way(way, spot, { onward, holder, loops });
    }
    return () => spots[0];
  }

  #way(way: Way, spot: Spot, around: Around): void {
    const after = way.back === undefined ? around.onward : way.back === 'self' ? () => spot : around.holder;
    const path = [...spot.path, way.name];
    const count = this.spots.length;
    const placed = isScript(way.to)
      ? this.script(way.to, after, path)
      : this.#again(way.to, spot, { after, path, holder: around.holder }, around.loops);
    const isNew = this.spots.length > count;
    (isNew ? spot.branches : spot.shared).push(placed);
    spot.exits.push(placed.entry);
  }

  #again(again: Again<never>, holding: Spot, setting: Omit<Setting, 'spots' | 'onward'>, loops: Loops): PlacedScript {
    const known = loops.get(again);
    if (known !== undefined) return known;
    const spots: Spot[] = [];
    const onward: PlacedScript[] = [];
    const entry = this.#actions(againPlan(again, holding.step), { ...setting, spots, onward });
    const placed = { spots, onward, entry };
    loops.set(again, placed);
    return placed;
  }

  /** A script that is new here is laid out as the rest of the one that goes on with it. */
  #continue({ script }: ContinuePlan, { spots, onward, path }: Setting): Goal {
    const count = this.spots.length;
    const placed = this.script(script, nowhere, path);
    if (this.spots.length > count) spots.push(...placed.spots);
    onward.push(placed);
    return placed.entry;
  }

  #label({ label, written }: LabelPlan, after: Goal): Goal {
    if (this.#labels.has(label)) throw new FlowBuildError(labelTwice(label), this.#at(`label ${label}`, written));
    this.#labels.set(label, after);
    return after;
  }

  #goTo({ label, written }: GoToPlan): Goal {
    let isUnderWay = false;
    return (spot) => {
      const place = this.#at(`go to ${label}`, written);
      const goal = this.#labels.get(label);
      if (goal === undefined) throw new FlowBuildError(unknownLabel(label, [...this.#labels.keys()]), place);
      if (isUnderWay) throw new FlowBuildError(labelCircle(label), place);
      isUnderWay = true;
      const found = goal(spot);
      isUnderWay = false;
      return found;
    };
  }

  #at(step: string, written: BuildPlace['written']): BuildPlace {
    return { flow: this.#flow, step, written };
  }
}
