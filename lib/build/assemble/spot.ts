import type { ActionPlan, ActionsPlan } from '../plan';

/** Where a path leads when it is followed from a spot; undefined where nothing comes. */
export type Goal = (from: Spot) => Spot | undefined;

/** An action with a place in the flow, before it has a name. */
export interface Spot {
  readonly step: ActionsPlan;
  readonly action: ActionPlan;
  /** The branches that lead here, from the outermost one. */
  readonly path: readonly string[];
  readonly after: Goal;
  /** Where the ways of the action lead, in their order. */
  readonly exits: Goal[];
  /** Scripts first written as branches of this spot. */
  readonly branches: PlacedScript[];
  /** Scripts that a branch leads to although they are written elsewhere. */
  readonly shared: PlacedScript[];
}

export interface PlacedScript {
  readonly spots: readonly Spot[];
  readonly entry: Goal;
}

export const nowhere: Goal = () => undefined;
