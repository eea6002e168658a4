import type { Coverage, FlowCoverage } from '../simulate';

/** How many of how many were reached. */
export interface Reached {
  readonly reached: number;
  readonly total: number;
}

export interface CoverageFigures {
  readonly actions: Reached;
  readonly conditions: Reached;
  readonly errors: Reached;
  /** Every way out, conditions and errors included. */
  readonly branches: Reached;
}

const reachedOf = (things: readonly { readonly times: number }[]): Reached => ({
  reached: things.filter(({ times }) => times > 0).length,
  total: things.length,
});

export const figuresOf = (flows: readonly FlowCoverage[]): CoverageFigures => {
  const actions = flows.flatMap((flow) => flow.actions);
  const branches = actions.flatMap((action) => action.branches);
  return {
    actions: reachedOf(actions),
    conditions: reachedOf(branches.filter(({ kind }) => kind === 'condition')),
    errors: reachedOf(branches.filter(({ kind }) => kind === 'error')),
    branches: reachedOf(branches),
  };
};

/** In hundredths, rounded down, so that only what is whole is 100. */
export const percent = ({ reached, total }: Reached): number =>
  total === 0 ? 100 : Math.floor((100 * reached) / total);

/** What runs reached, for programs: figures and counts of each flow, and figures of all together. */
export const coverageJson = ({ flows }: Coverage): string => {
  const each = flows.map(({ actions, ...flow }) => ({ ...flow, figures: figuresOf([{ ...flow, actions }]), actions }));
  return `${JSON.stringify({ figures: figuresOf(flows), flows: each }, undefined, 2)}\n`;
};
