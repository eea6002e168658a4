import type { ActionPlan, ActionsPlan, Written } from '../plan';

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
  /** Where no action stands, only its identifier. */
  readonly missing?: string;
}

export interface PlacedScript {
  readonly spots: readonly Spot[];
  readonly entry: Goal;
  /** Scripts written elsewhere with which this one goes on. */
  readonly onward: readonly PlacedScript[];
}

export const nowhere: Goal = () => undefined;

const NO_ACTION: ActionPlan = {
  type: '',
  block: '',
  words: '',
  parameters: {},
  ways: [],
  next: 'none',
  optionalCatchAll: false,
};

/** An identifier that no action has, as a place that paths can lead to. */
export const spotWithoutAction = (missing: string, written: Written): Spot => ({
  step: { kind: 'actions', actions: [], uses: [], written },
  action: NO_ACTION,
  path: [],
  after: nowhere,
  exits: [],
  branches: [],
  shared: [],
  missing,
});
