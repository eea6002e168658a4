import type { ActionType } from '../../language';
import { isObject } from '../described-values';
import type { PlacedAction } from './placed-action';

export const SETS_HOOKS: ActionType = 'UpdateContactEventHooks';

/** The names of the hooks that an action sets; undefined where it is written in another form. */
export const hooksSetBy = ({ parameters: { EventHooks: hooks } }: PlacedAction): readonly string[] | undefined =>
  isObject(hooks) ? Object.keys(hooks) : undefined;
