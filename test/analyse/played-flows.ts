import type { Analysis, StageRun } from '../../lib/analyse';
import type { Stage } from '../../lib/journey';
import type { Contact, FlowRun, SimulationResult } from '../../lib/simulate';

const isOf = (run: FlowRun, { flow, source }: StageRun): boolean => {
  if (source !== run.source) return false;
  // Default flows that nobody edited have no ARN of their own.
  return flow.kind === 'flow' ? flow.name === run.name : flow.kind === 'unknown';
};

/** Where hooks take any flow, the one that runs need not be of the type of its stage. */
const isAt = ({ flowType }: FlowRun, stage: Stage, { flow }: StageRun): boolean =>
  stage.flowType === flowType || (flow.kind === 'flow' && flow.type === flowType);

/** Once customers have left, nobody hears what is theirs. */
const isHeardAt = ({ heardBy }: FlowRun, stage: Stage): boolean =>
  stage.heardBy === heardBy || (stage.heardBy === 'CUSTOMER' && heardBy === null);

const isFound = ({ entryPoints }: Analysis, { method, channel, variant }: Contact, run: FlowRun): boolean =>
  entryPoints
    .flatMap(({ contacts }) => contacts)
    .filter((each) => each.method === method && each.channel === channel && each.variant === variant)
    .flatMap(({ stages }) => stages)
    .filter(({ stage }) => isHeardAt(run, stage))
    .some(({ stage, runs }) => runs.some((each) => isOf(run, each) && isAt(run, stage, each)));

/** Flows that ran although the analysis says that they cannot. */
export const unforeseen = (analysis: Analysis, { contacts }: SimulationResult): readonly string[] =>
  contacts.flatMap((contact) =>
    contact.runs
      .filter((run) => !isFound(analysis, contact, run))
      .map(({ flowType, name, source }) => `${contact.method} ${contact.channel}: ${flowType} "${name}" (${source})`),
  );
