import { DEFAULT_FLOWS, defaultFlowOf, type FlowSource } from '../../journey';
import type { FlowScope, FlowType } from '../../language';
import { indented } from '../explain/question';
import { settingHook } from '../explain/setting-hook';
import type { Stage } from '../stage';
import { inside, timeIn, WITNESS, type Witness } from '../witness';
import { type Check, fails, passes } from './check';

const ran = (witness: Witness): string =>
  witness.runs.length === 0
    ? 'No flow ran at all.'
    : ['These flows ran:', indented(witness.runs.map(({ flowType, name }) => `${flowType} “${name}”`))].join('\n');

/** Where the flow of such a stage is named is where to look. */
const whereNamed = (witness: Witness, flowType: FlowScope): string => {
  const name = flowType === 'MODULE' ? undefined : defaultFlowOf(flowType as FlowType);
  const place = name && DEFAULT_FLOWS[name].overriddenAt;
  return place?.at === 'hook' ? settingHook(witness, place.hook) : '';
};

/** The last flow of this type came from there: a hook, the queue, the quick connect, the entry point, or the defaults. */
export const comesFrom = (stage: Stage, source: FlowSource): Check => {
  const { run, flowType } = stage;
  const witness = stage[WITNESS];
  const flow = `The ${flowType} flow of ${inside(witness.who)}`;
  if (run === undefined)
    return source === 'none'
      ? passes(() => `${flow} was to run, and none did.`)
      : fails(witness, () => [`${flow} was to come from ${source}, and none ran.`, ran(witness)]);
  const what = `“${run.name}” at ${timeIn(witness, run.start)} [${run.source}: ${run.why}]`;
  if (run.source === source) return passes(() => `${flow} was not to come from ${source}: ${what}.`);
  return fails(witness, () => [
    `${flow} was to come from ${source}, and came from ${run.source}: ${what}.`,
    whereNamed(witness, flowType),
  ]);
};
