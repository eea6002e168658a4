import type { Analysis, StageRun } from '../../lib/analyse';
import type { Contact, FlowRun, SimulationResult } from '../../lib/simulate';

const isOf = (run: FlowRun, { flow, source }: StageRun): boolean => {
  if (source !== run.source) return false;
  // Default flows that nobody edited have no ARN of their own.
  return flow.kind === 'flow' ? flow.name === run.name : flow.kind === 'unknown';
};

const isFound = ({ entryPoints }: Analysis, { method, channel, variant }: Contact, run: FlowRun): boolean =>
  entryPoints
    .flatMap(({ contacts }) => contacts)
    .filter((each) => each.method === method && each.channel === channel && each.variant === variant)
    .flatMap(({ stages }) => stages)
    .filter(({ stage }) => stage.flowType === run.flowType && stage.heardBy === run.heardBy)
    .some(({ runs }) => runs.some((each) => isOf(run, each)));

/** Flows that ran although the analysis says that they cannot. */
export const unforeseen = (analysis: Analysis, { contacts }: SimulationResult): readonly string[] =>
  contacts.flatMap((contact) =>
    contact.runs
      .filter((run) => !isFound(analysis, contact, run))
      .map(({ flowType, name, source }) => `${contact.method} ${contact.channel}: ${flowType} "${name}" (${source})`),
  );
