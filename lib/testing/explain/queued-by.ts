import type { Witness } from '../witness';
import { actionsNaming } from './mentions';
import { indented } from './question';
import { wouldLeadTo } from './would-lead-there';

/** More places than this are no help. */
const MOST = 3;

/** Which actions choose a queue, and what leads there. */
export const queuedBy = (witness: Witness, name: string): string => {
  const queue = witness.world.queues.find((each) => each.name === name);
  const places = queue ? actionsNaming(witness.world, queue) : [];
  if (places.length === 0) return `No action names queue "${name}"; a function may.`;
  return places
    .slice(0, MOST)
    .flatMap((place) => [
      `Queue "${name}" is chosen by action "${place.action.Identifier}" of flow "${place.flow.name}"`,
      indented(wouldLeadTo(witness, place)),
    ])
    .filter((line) => line !== '')
    .join('\n');
};
