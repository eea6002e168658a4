import type { EventHook } from '../../journey';
import type { WireAction } from '../../language';
import { timeIn, type Witness } from '../witness';
import { flowsOf } from './flows';
import type { Place } from './mentions';
import { indented } from './question';
import { wouldLeadTo } from './would-lead-there';

/** More places than this are no help. */
const MOST = 3;

const sets = ({ Type, Parameters = {} }: WireAction, hook: EventHook): boolean =>
  Type === 'UpdateContactEventHooks' && Object.hasOwn((Parameters.EventHooks ?? {}) as object, hook);

const placeText = ({ flow, action }: Place): string => `action "${action.Identifier}" of flow "${flow.name}"`;

/** What set a hook in this run; or what would have, and what leads there. */
export const settingHook = (witness: Witness, hook: EventHook): string => {
  const taken = witness.steps.filter(({ action, contact }) => sets(action, hook) && witness.contacts.includes(contact));
  const set = taken.filter(({ exit }) => exit === 'next').at(-1);
  if (set) return `The ${hook} hook was set at ${timeIn(witness, set.at)} by ${placeText(set)}.`;
  const places: readonly Place[] = flowsOf(witness.world).flatMap((flow) =>
    flow.document.Actions.filter((action) => sets(action, hook)).map((action) => ({ flow, action })),
  );
  if (places.length === 0) return `No action of any flow sets the ${hook} hook.`;
  return places
    .slice(0, MOST)
    .flatMap((place) => [`The ${hook} hook is set by ${placeText(place)}`, indented(wouldLeadTo(witness, place))])
    .filter((line) => line !== '')
    .join('\n');
};
