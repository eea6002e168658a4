import type { ActionType } from '../../language';
import type { Behavior } from './behavior';
import { CONTACT_BEHAVIORS } from './contact';
import { FLOW_CONTROL_BEHAVIORS } from './flow-control';
import { INTERACTION_BEHAVIORS } from './interaction';
import { PARTICIPANT_BEHAVIORS } from './participant';

/** What each action type does. A type without a row stops the run, which then names it. */
export const BEHAVIORS: Readonly<Partial<Record<ActionType, Behavior>>> = {
  ...FLOW_CONTROL_BEHAVIORS,
  ...CONTACT_BEHAVIORS,
  ...PARTICIPANT_BEHAVIORS,
  ...INTERACTION_BEHAVIORS,
};
