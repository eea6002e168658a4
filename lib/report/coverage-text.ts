import type { ActionCoverage, BranchCoverage, Coverage, FlowCoverage } from '../simulate';
import { figuresOf, percent, type Reached } from './coverage-figures';

const HEAD = ['Flow', 'Actions', 'Conditions', 'Errors', 'All branches'];

const share = (reached: Reached): string =>
  reached.total === 0 ? '–' : `${reached.reached}/${reached.total} ${String(percent(reached)).padStart(3)} %`;

const row = (name: string, flows: readonly FlowCoverage[]): readonly string[] => {
  const { actions, conditions, errors, branches } = figuresOf(flows);
  return [name, ...[actions, conditions, errors, branches].map(share)];
};

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

const KINDS: Readonly<Record<BranchCoverage['kind'], string>> = {
  next: 'success',
  end: 'success',
  condition: 'condition',
  error: 'error',
};

const named = ({ kind, label }: BranchCoverage): string =>
  kind === 'condition' || kind === 'error' ? `${KINDS[kind]} ${label}` : KINDS[kind];

/** What of an action no run came to; undefined where there is nothing. */
const missing = ({ times, branches }: ActionCoverage): string | undefined => {
  if (times === 0) return 'never reached';
  const untaken = branches.filter((branch) => branch.times === 0).map(named);
  return untaken.length === 0 ? undefined : `never left by ${untaken.join(', ')}`;
};

const missingLines = ({ name, actions }: FlowCoverage): readonly string[] => {
  if (actions.every(({ times }) => times === 0)) return ['', `${name}: no run came to it`];
  const lines = actions.flatMap((action) => {
    const what = missing(action);
    const where = action.source === undefined ? '' : `  (${action.source})`;
    return what === undefined ? [] : [`  ${action.type} "${action.action}" was ${what}${where}`];
  });
  return lines.length === 0 ? [] : ['', `${name}:`, ...lines];
};

/** What runs reached, for people: a line a flow, and then what they did not reach. */
export const coverageText = ({ flows }: Coverage): string => {
  const rows = [HEAD, ...flows.map((flow) => row(flow.name, [flow])), row('All flows', flows)];
  return [...table(rows), ...flows.flatMap(missingLines), ''].join('\n');
};
