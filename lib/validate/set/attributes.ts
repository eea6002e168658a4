import { isObject } from '../described-values';
import type { PlacedFlow } from './flow-set';

/** Which flows set an attribute of a scope, by its key. */
export const setBy = (
  flows: readonly PlacedFlow[],
  scope: 'Attributes' | 'FlowAttributes',
): ReadonlyMap<string, ReadonlySet<PlacedFlow>> => {
  const setters = new Map<string, Set<PlacedFlow>>();
  for (const flow of flows) {
    for (const { parameters } of flow.actions) {
      const set = parameters[scope];
      if (!isObject(set)) continue;
      for (const key of Object.keys(set)) setters.set(key, (setters.get(key) ?? new Set()).add(flow));
    }
  }
  return setters;
};
