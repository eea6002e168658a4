import {
  assume,
  hooksInEffect,
  type InitiationMethod,
  JOURNEYS,
  type Journey,
  journeyOf,
  placeOf,
  type Stage,
} from '../journey';
import type { FlowType } from '../language';
import type { Analysis, ContactAnalysis, ContactName, StageRun } from './analysis';
import type { EntryPoint } from './centre';
import { inFull } from './explore/rulebook';

/** A flow of yours that is asked for, and what can run in its place. */
export interface MissingOverride {
  readonly entryPoint: EntryPoint;
  readonly contact: ContactName;
  readonly stage: Stage;
  /** A default flow as instances come with it, nothing, or a flow that is only known while another one runs. */
  readonly run: StageRun;
}

export interface RequiredOverrides {
  /** Stages that have to run flows of your own. */
  readonly flowTypes: readonly FlowType[];
  /** Only contacts that start so. @default all */
  readonly methods?: readonly InitiationMethod[];
  /** Flows that are only known while another one runs will do. @default false */
  readonly allowUnknown?: boolean;
  /** @default the rulebook */
  readonly journeys?: readonly Journey[];
}

/** Whether anything that is set on contacts of this kind can name the flow of a stage. */
const canBeNamed = (
  stage: Stage,
  contact: ContactName,
  journeys: readonly Journey[],
  { assumptions }: Analysis,
): boolean => {
  const place = placeOf(stage);
  if (place.at === 'entry point') return false;
  // A flow beside the others is named on the contact before.
  if (place.at !== 'hook' || stage.beside !== undefined) return true;
  const journey = journeyOf(journeys, contact);
  return journey !== undefined && hooksInEffect(inFull(journey), journeys, assume(assumptions)).includes(place.hook);
};

const isMissing = ({ source, flow, isTransferredTo, takesOutage }: StageRun, allowUnknown: boolean): boolean => {
  if (isTransferredTo || takesOutage || (flow.kind === 'flow' && flow.isReplacedDefault)) return false;
  return source === 'default' || flow.kind === 'none' || (flow.kind === 'unknown' && !allowUnknown);
};

const isMeant = ({ method }: ContactAnalysis, methods: readonly InitiationMethod[] | undefined): boolean =>
  methods === undefined || methods.includes(method);

/** Where something else than a flow of your own can run, although one is asked for. */
export const missingOverrides = (
  analysis: Analysis,
  { flowTypes, methods, allowUnknown = false, journeys = JOURNEYS }: RequiredOverrides,
): readonly MissingOverride[] =>
  analysis.entryPoints.flatMap(({ entryPoint, contacts }) =>
    contacts
      .filter((contact) => isMeant(contact, methods))
      .flatMap((contact) =>
        contact.stages
          .filter(({ stage }) => flowTypes.includes(stage.flowType) && canBeNamed(stage, contact, journeys, analysis))
          .flatMap(({ stage, runs }) =>
            runs.filter((run) => isMissing(run, allowUnknown)).map((run) => ({ entryPoint, contact, stage, run })),
          ),
      ),
  );
