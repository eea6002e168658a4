import { hasPlaceholder } from '../placeholder';
import { referencesIn } from '../references';
import type { FoundValue } from './parameter-facts';

/** A reference that an action looks up. */
export interface Read extends FoundValue {
  /** `['Attributes', 'tier']` */
  readonly keys: readonly string[];
  readonly root: string;
}

/** The references in some texts; of what is filled in later nothing is known. */
export const readsOf = (texts: readonly FoundValue[]): readonly Read[] => {
  const reads: Read[] = [];
  for (const { placed, place, value } of texts) {
    if (typeof value !== 'string' || hasPlaceholder(value)) continue;
    for (const keys of referencesIn(value)) reads.push({ placed, place, value, keys, root: keys[0] ?? '' });
  }
  return reads;
};
