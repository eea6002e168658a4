import type { ActionTable, ActionType } from '../../language';
import { ATTRIBUTE_BEHAVIORS } from './attributes';
import type { Behavior } from './behavior';
import { CALL_CHECK_BEHAVIORS } from './call-checks';
import { CALLBACK_BEHAVIORS } from './callbacks';
import { CASE_BEHAVIORS } from './cases';
import { CONTENT_BEHAVIORS } from './content';
import { CONVERSATION_BEHAVIORS } from './conversations';
import { DATA_TABLE_BEHAVIORS } from './data-tables';
import { FLOW_CONTROL_BEHAVIORS } from './flow-control';
import { guarded } from './guard';
import { HOLD_BEHAVIORS } from './holding';
import { HOOK_BEHAVIORS } from './hooks';
import { INPUT_BEHAVIORS } from './input';
import { LAMBDA_BEHAVIORS } from './lambda';
import { MESSAGE_BEHAVIORS } from './messages';
import { METRIC_BEHAVIORS } from './metrics';
import { NEW_CONTACT_BEHAVIORS } from './new-contacts';
import { PROFILE_BEHAVIORS } from './profiles';
import { QUEUE_BEHAVIORS } from './queues';
import { RECORDING_BEHAVIORS } from './recording';
import { ROUTING_CRITERIA_BEHAVIORS } from './routing-criteria';
import { THIRD_PARTY_BEHAVIORS } from './third-party';
import { WAIT_BEHAVIORS } from './waiting';

/** Action types that have a page of their own. */
type DocumentedActionType = {
  [T in ActionType]: ActionTable[T]['evidence'] extends 'documented' ? T : never;
}[ActionType];

/** What each action type does; one that is documented and stands in no family does not compile. */
const FAMILIES = {
  ...FLOW_CONTROL_BEHAVIORS,
  ...METRIC_BEHAVIORS,
  ...WAIT_BEHAVIORS,
  ...ATTRIBUTE_BEHAVIORS,
  ...HOOK_BEHAVIORS,
  ...QUEUE_BEHAVIORS,
  ...ROUTING_CRITERIA_BEHAVIORS,
  ...CALLBACK_BEHAVIORS,
  ...RECORDING_BEHAVIORS,
  ...CALL_CHECK_BEHAVIORS,
  ...HOLD_BEHAVIORS,
  ...NEW_CONTACT_BEHAVIORS,
  ...MESSAGE_BEHAVIORS,
  ...INPUT_BEHAVIORS,
  ...CONVERSATION_BEHAVIORS,
  ...THIRD_PARTY_BEHAVIORS,
  ...LAMBDA_BEHAVIORS,
  ...CASE_BEHAVIORS,
  ...PROFILE_BEHAVIORS,
  ...DATA_TABLE_BEHAVIORS,
  ...CONTENT_BEHAVIORS,
} satisfies Record<DocumentedActionType, Behavior>;

/** A type without a row stops the run, which then names it. */
export const BEHAVIORS: Readonly<Partial<Record<ActionType, Behavior>>> = Object.fromEntries(
  Object.entries<Behavior>(FAMILIES).map(([type, behavior]) => [type, guarded(behavior)]),
);
