import {
  type Assumptions,
  assume,
  existsUnder,
  JOURNEYS,
  type Journey,
  type JourneyVariant,
  journeyOf,
  type Stage,
} from '../../lib/journey';
import type { Channel } from '../../lib/language';

/** The row of the rulebook; a test about a row that is not there fails here. */
export const journey = (method: string, channel: Channel = 'VOICE', variant: JourneyVariant = null): Journey => {
  const found = journeyOf(JOURNEYS, { method, channel, variant });
  if (!found) throw new Error(`No journey for ${method} on ${channel} (${variant}).`);
  return found;
};

/** The stages of a journey as sentences: flow type, listener, and what starts it. */
export const stagesOf = (row: Journey, answers: Partial<Assumptions> = {}): readonly string[] =>
  row.stages
    .filter((stage) => existsUnder(assume(answers), stage))
    .map(({ flowType, heardBy, on }) => `${flowType} to ${heardBy ?? 'nobody'} when ${on}`);

/** The one stage of a journey that runs flows of this type, under the default assumptions. */
export const stageOf = (row: Journey, flowType: Stage['flowType']): Stage => {
  const found = row.stages.filter((stage) => stage.flowType === flowType && existsUnder(assume(), stage));
  if (found.length !== 1) throw new Error(`${row.method} has ${found.length} stages of type ${flowType}.`);
  return found[0] as Stage;
};

/** The flow types of a journey, in order. */
export const flowTypesOf = (row: Journey): readonly string[] =>
  row.stages.filter((stage) => existsUnder(assume(), stage)).map(({ flowType }) => flowType);
