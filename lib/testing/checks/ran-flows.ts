import { flowsOf } from '../explain/flows';
import { indented } from '../explain/question';
import { intoFlow } from '../explain/would-lead-there';
import { unknownName } from '../names';
import { type Watched, WITNESS, type Witness } from '../witness';
import { type Check, compared, fails, passes, sameList } from './check';

/** Why the first flow that is missing did not run. */
const whyMissing = (witness: Witness, wanted: readonly string[], ran: readonly string[]): string => {
  const name = wanted.find((each) => !ran.includes(each));
  if (name === undefined) return '';
  const flows = flowsOf(witness.world);
  const flow = flows.find((each) => each.name === name);
  if (flow) return indented(intoFlow(witness, flow)).trimStart();
  return witness.world.standIns
    ? ''
    : unknownName(
        'flow',
        name,
        flows.map((each) => each.name),
      );
};

/** Exactly these flows ran, in the order in which they started: for an agent, those that the agent heard. */
export const ranFlows = (watched: Watched, ...names: readonly string[]): Check => {
  const witness = watched[WITNESS];
  const ran = witness.runs.map(({ name }) => name);
  if (sameList(names, ran)) return passes(() => `${witness.who} ran these flows, and was not to: ${names.join(', ')}.`);
  return fails(witness, () => [
    `${witness.who} was to run other flows.`,
    compared(names, ran),
    whyMissing(witness, names, ran),
  ]);
};
