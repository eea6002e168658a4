import { isObject } from '../described-values';
import { flow, ON_ERROR, step } from '../example-flow';
import { Place } from '../flow-facts/place';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { isExactReference } from '../references';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

const isIllegal = (key: string): boolean => /[$.]/.test(key) && !hasPlaceholder(key) && !isExactReference(key);

const set = (Attributes: Readonly<Record<string, string>>) =>
  flow(step('set', 'UpdateContactAttributes', { Attributes }, ON_ERROR));

export const illegalAttributeKey: Rule = {
  name: 'illegal-attribute-key',
  severity: 'warning',
  evidence: 'documented',
  summary: 'The name of an attribute holds "$" or ".".',
  examples: { failing: set({ 'customer.tier': 'gold' }), passing: set({ customerTier: 'gold' }) },
  *find({ parameters }) {
    for (const { placed, place, value } of parameters.attributeMaps) {
      for (const key of isObject(value) ? Object.keys(value) : []) {
        if (!isIllegal(key)) continue;
        yield foundIn(placed, { path: new Place(place, key).path, ...MESSAGES.illegalAttributeKey(placed, key) });
      }
    }
  },
};
