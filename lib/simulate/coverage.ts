import { exitsOf, formOf, specOf, type WireAction } from '../language';
import type { StepTaken } from './kernel';
import type { WorldFlow } from './world';

/** A way out of an action, and how often runs took it. */
export interface BranchCoverage {
  /** `end`: the action ends the flow, or the contact leaves it there. */
  readonly kind: 'next' | 'end' | 'condition' | 'error';
  readonly label: string;
  readonly times: number;
}

export interface ActionCoverage {
  readonly action: string;
  readonly type: string;
  /** How often runs came to it, as far as is known: an action that never ended shows by the branch that led there. */
  readonly times: number;
  /** Where the code that builds it stands, e.g. `flows/main.ts:12`. */
  readonly source?: string;
  readonly branches: readonly BranchCoverage[];
}

export interface FlowCoverage {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly actions: readonly ActionCoverage[];
}

/** What a set of runs reached of a set of flows. */
export interface Coverage {
  readonly flows: readonly FlowCoverage[];
}

/** What is needed of a step. */
type Step = Pick<StepTaken, 'flow' | 'action' | 'exit'>;

/** Counts steps as they are taken, so that any number of runs takes no more room than their flows. */
export class StepCounts {
  readonly #flows = new Map<string, Map<string, Map<string, number>>>();

  /** To pass to a simulation. */
  readonly onStep = ({ flow, action, exit }: Step): void => {
    const exits = entry(entry(this.#flows, flow.arn), action.Identifier);
    exits.set(exit, (exits.get(exit) ?? 0) + 1);
  };

  /** How often each exit of an action was taken. */
  of(flow: string, action: string): ReadonlyMap<string, number> {
    return this.#flows.get(flow)?.get(action) ?? NONE;
  }
}

const NONE: ReadonlyMap<string, number> = new Map();

const entry = <K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> => {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<K, V>();
  map.set(key, made);
  return made;
};

type Way = Omit<BranchCoverage, 'times'> & { readonly target?: string };

/** Whether `NextAction` is only a copy of another way out: conditions that leave nothing over, or success ends the flow. */
const isCopy = ({ Type, Parameters, Transitions }: WireAction): boolean => {
  const spec = specOf(Type);
  if (spec?.leavesFlow || spec?.next === 'refused') return true;
  if ((Transitions?.Conditions ?? []).length === 0) return false;
  const catchesRest = (Transitions?.Errors ?? []).some(({ ErrorType }) => ErrorType === 'NoMatchingCondition');
  return catchesRest || (spec !== undefined && formOf(spec, Parameters).conditions?.only === true);
};

const END: Way = { kind: 'end', label: 'end' };

/** Every way out that a run can take. */
const waysOf = (action: WireAction): readonly Way[] => {
  const spec = specOf(action.Type);
  const isLast = spec?.next === 'refused' || spec?.leavesFlow === true;
  const written = exitsOf(action).filter(({ kind }) => kind !== 'next' || !isCopy(action));
  return [...(isLast ? [END] : []), ...written];
};

/** Success is one branch, whether the flow goes on or the contact leaves it. */
const timesOf = ({ kind, label }: Way, taken: ReadonlyMap<string, number>): number =>
  kind === 'next' || kind === 'end' ? (taken.get('next') ?? 0) + (taken.get('end') ?? 0) : (taken.get(label) ?? 0);

const branchesOf = (ways: readonly Way[], taken: ReadonlyMap<string, number>): readonly BranchCoverage[] =>
  ways.map((way) => ({ kind: way.kind, label: way.label, times: timesOf(way, taken) }));

const sum = (counts: ReadonlyMap<string, number>): number => {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
};

/** How often each action was come to: as often as it was left, or at least as often as branches led there. */
const arrivals = (flow: WorldFlow, counts: StepCounts): ReadonlyMap<string, number> => {
  const led = new Map<string, number>();
  for (const action of flow.document.Actions) {
    const taken = counts.of(flow.arn, action.Identifier);
    for (const { label, target } of waysOf(action))
      if (target !== undefined) led.set(target, (led.get(target) ?? 0) + (taken.get(label) ?? 0));
  }
  return led;
};

const flowCoverage = (flow: WorldFlow, counts: StepCounts): FlowCoverage => {
  const led = arrivals(flow, counts);
  const actions = flow.document.Actions.map((action): ActionCoverage => {
    const { Identifier, Type } = action;
    const taken = counts.of(flow.arn, Identifier);
    const source = flow.sources?.get(Identifier);
    return {
      action: Identifier,
      type: Type,
      times: Math.max(sum(taken), led.get(Identifier) ?? 0),
      ...(source !== undefined && { source }),
      branches: branchesOf(waysOf(action), taken),
    };
  });
  return { arn: flow.arn, name: flow.name, type: flow.type, actions };
};

const counted = (steps: Iterable<Step>): StepCounts => {
  const counts = new StepCounts();
  for (const step of steps) counts.onStep(step);
  return counts;
};

/** What steps reached of flows and modules: actions, and every way out of them. */
export const coverageOf = (steps: Iterable<Step> | StepCounts, flows: readonly WorldFlow[]): Coverage => {
  const counts = steps instanceof StepCounts ? steps : counted(steps);
  return {
    flows: flows.map((flow) => flowCoverage(flow, counts)),
  };
};
