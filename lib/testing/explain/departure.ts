import { exitsOf } from '../../language';
import type { StepTaken, WorldFlow } from '../../simulate';
import { timeIn, type Witness } from '../witness';
import { leavingText } from './hop-text';
import type { Hop } from './way';

const leadsTo = ({ action, exit }: StepTaken, target: string): boolean =>
  exitsOf(action).some((each) => each.label === exit && each.target === target);

const isOf =
  (witness: Witness, flow: WorldFlow) =>
  (taken: StepTaken): boolean =>
    taken.flow.document === flow.document && witness.contacts.includes(taken.contact);

/** Where a run left a way through a flow, as a sentence; undefined where it never was on it, or never left it. */
export const departure = (witness: Witness, flow: WorldFlow, way: readonly Hop[]): string | undefined => {
  const taken = witness.steps.filter(isOf(witness, flow));
  const last = way.findLast(({ action }) => taken.some((step) => step.action === action));
  if (last === undefined) return undefined;
  const steps = taken.filter(({ action }) => action === last.action);
  const other = steps.findLast((step) => !leadsTo(step, last.exit.target));
  if (other === undefined) return undefined;
  const how = leavingText(other.action, other.exit, witness.world);
  return `This run took another way at ${timeIn(witness, other.at)}: ${how}${whatDecided(other)}.`;
};

/** Keys and words were said in the way itself already. */
const whatDecided = ({ action, result, exit }: StepTaken): string => {
  if (result === null || exit.endsWith(` ${result}`)) return '';
  return action.Type === 'Compare' ? ` (it was ${result === '' ? 'empty' : `“${result}”`})` : ` (${result})`;
};
