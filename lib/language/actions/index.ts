import type { ActionSpec } from '../action-spec';
import { CONTACT_ACTIONS } from './contact';
import { FLOW_CONTROL_ACTIONS } from './flow-control';
import { INTERACTION_ACTIONS } from './interaction';
import { PARTICIPANT_ACTIONS } from './participant';

/** The rows as they stand, named so that the compiler keeps them out of line. */
const ROWS = {
  ...FLOW_CONTROL_ACTIONS,
  ...CONTACT_ACTIONS,
  ...PARTICIPANT_ACTIONS,
  ...INTERACTION_ACTIONS,
} as const;

export interface ActionTable extends Readonly<typeof ROWS> {}

/** Every action type that the service is known to accept, or that has a page; everything else derives from it. */
export const ACTIONS: ActionTable = ROWS;

export type ActionType = keyof ActionTable;

export const ACTION_TYPES = Object.keys(ROWS) as readonly ActionType[];

export const isActionType = (type: string): type is ActionType => Object.hasOwn(ROWS, type);

/** The row of a type as plain data, or undefined for a type that Connect does not know. */
export const specOf = (type: string): ActionSpec | undefined => (isActionType(type) ? ROWS[type] : undefined);
