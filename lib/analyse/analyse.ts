import { type AssumptionName, type Assumptions, assume, JOURNEYS, type Journey } from '../journey';
import type { Analysis, ContactAnalysis, EntryAnalysis, FoundFlow, StageAnalysis, StageRun } from './analysis';
import type { Centre, CentreFlow, EntryPoint } from './centre';
import { directoryOf } from './directory';
import { entryPointsOf } from './entry-points';
import type { ContactKind } from './explore/contact-kind';
import { Corridors } from './explore/corridor';
import { Elsewhere } from './explore/elsewhere';
import { enter } from './explore/enter';
import { Exploration, type Surroundings } from './explore/exploration';
import { Rulebook } from './explore/rulebook';
import type { Arrival } from './explore/state';
import { FactBook } from './facts/facts';
import type { Single } from './facts/named';
import { Paths } from './facts/variables';
import { Foresight } from './flow/foresight';
import { programsOf, relevantPaths } from './flow/relevance';
import { witnessOf } from './witness';

export interface AnalyseOptions {
  /** @default what `entryPointsOf` finds */
  readonly entryPoints?: readonly EntryPoint[];
  readonly assumptions?: Partial<Assumptions>;
  /** @default the rulebook */
  readonly journeys?: readonly Journey[];
}

const surroundingsOf = (centre: Centre, { assumptions, journeys = JOURNEYS }: AnalyseOptions): Surroundings => {
  const directory = directoryOf(centre);
  const relevant = relevantPaths(centre, programsOf(centre));
  const rulebook = new Rulebook(journeys, assume(assumptions));
  return {
    centre,
    directory,
    rulebook,
    asked: new Set<AssumptionName>(),
    relevant,
    foresight: new Foresight(directory, relevant, rulebook.assumptions.resultsCrossTransferToFlow === 'yes'),
    corridors: new Corridors(),
    book: new FactBook(),
    paths: new Paths(),
  };
};

const foundFlow = (flow: Single<CentreFlow>): FoundFlow => {
  if (flow.kind === 'unset') return { kind: 'none' };
  if (flow.kind !== 'known') return { kind: flow.kind, reference: flow.reference };
  const { name, arn, type } = flow.thing;
  return { kind: 'flow', name, arn, type, isReplacedDefault: flow.thing.replacesDefault === true };
};

const runOf = ({ source, flow, why, isTransferredTo = false, state }: Arrival): StageRun => ({
  source,
  flow: foundFlow(flow),
  why,
  isTransferredTo,
  takesOutage: state.outage,
  witness: () => witnessOf(state),
});

const contactOf = ({ journey, holds, arrivals }: ContactKind): ContactAnalysis => {
  const stages: readonly StageAnalysis[] = [...arrivals].map(([stage, runs]) => ({
    stage,
    runs: [...runs.values()].map(runOf),
  }));
  const order = [...journey.stages, ...holds];
  const position = ({ stage }: StageAnalysis): number => order.indexOf(stage);
  const { method, channel, variant } = journey;
  return { method, channel, variant, stages: [...stages].sort((a, b) => position(a) - position(b)) };
};

/** Looks again while contacts of a chain turn out to write what others of it read. */
const explore = (surroundings: Surroundings, entryPoint: EntryPoint): Exploration => {
  for (let elsewhere = new Elsewhere(); ; elsewhere = new Elsewhere(elsewhere)) {
    const exploration = new Exploration(surroundings, elsewhere);
    enter(exploration, entryPoint);
    exploration.run();
    if (!elsewhere.hasGrown) return exploration;
  }
};

const entryOf = (surroundings: Surroundings, entryPoint: EntryPoint): EntryAnalysis => ({
  entryPoint,
  contacts: explore(surroundings, entryPoint).contacts.map(contactOf),
});

/** Analyses one centre for any entry points; what does not depend on them is worked out once. */
export const analyserFor = (
  centre: Centre,
  options: Omit<AnalyseOptions, 'entryPoints'> = {},
): ((entryPoints: readonly EntryPoint[]) => Analysis) => {
  const surroundings = surroundingsOf(centre, options);
  const { asked, rulebook } = surroundings;
  return (entryPoints) => {
    const entries = entryPoints.map((entryPoint) => entryOf(surroundings, entryPoint));
    const assumptions = Object.fromEntries([...asked].map((name) => [name, rulebook.assumptions[name]]));
    return { entryPoints: entries, assumptions };
  };
};

/**
 * Which flows can run: for each entry point, every contact to which it can lead, and for each stage of those every flow
 * that may be there, with what names it and a way by which a contact comes to it.
 *
 * Error branches count as branches. What a flow only finds out while it runs is told as unknown, unless attributes that are
 * set on every way or declared answers of functions say more.
 */
export const analyse = (centre: Centre, { entryPoints, ...options }: AnalyseOptions = {}): Analysis =>
  analyserFor(centre, options)(entryPoints ?? entryPointsOf(centre, { journeys: options.journeys }));
