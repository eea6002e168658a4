import type { ActionCoverage, BranchCoverage, Coverage, FlowCoverage } from './coverage';

const isSame = (a: BranchCoverage, b: BranchCoverage): boolean => a.kind === b.kind && a.label === b.label;

/** The branches of both, in the order of the first. */
const mergeBranches = (
  first: readonly BranchCoverage[],
  second: readonly BranchCoverage[],
): readonly BranchCoverage[] => [
  ...first.map((branch) => {
    const same = second.find((other) => isSame(branch, other));
    return same ? { ...branch, times: branch.times + same.times } : branch;
  }),
  ...second.filter((branch) => !first.some((other) => isSame(branch, other))),
];

const mergeActions = (first: ActionCoverage, second: ActionCoverage): ActionCoverage => ({
  ...second,
  ...first,
  times: first.times + second.times,
  branches: mergeBranches(first.branches, second.branches),
});

/** Things of several lists, those with the same key merged; in the order in which they first come. */
const mergeBy = <T>(things: Iterable<T>, key: (thing: T) => string, merge: (a: T, b: T) => T): readonly T[] => {
  const merged = new Map<string, T>();
  for (const thing of things) {
    const known = merged.get(key(thing));
    merged.set(key(thing), known === undefined ? thing : merge(known, thing));
  }
  return [...merged.values()];
};

const mergeFlows = (first: FlowCoverage, second: FlowCoverage): FlowCoverage => ({
  ...first,
  actions: mergeBy([...first.actions, ...second.actions], ({ action }) => action, mergeActions),
});

/** What several sets of runs reached together; flows are the same where their ARNs are. */
export const mergeCoverage = (coverages: readonly Coverage[]): Coverage => ({
  flows: mergeBy(
    coverages.flatMap(({ flows }) => flows),
    ({ arn }) => arn,
    mergeFlows,
  ),
});
