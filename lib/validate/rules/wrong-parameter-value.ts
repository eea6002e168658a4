import { describedObjects, valuesOf } from '../described-values';
import { faultsOf } from '../parameter-faults';
import type { Rule } from '../rule';
import { inEachKnownAction } from '../subject';

export const wrongParameterValue: Rule = {
  name: 'wrong-parameter-value',
  severity: 'error',
  evidence: 'documented',
  summary:
    'A parameter has the wrong kind of value, one that is not allowed, or is fixed where it must vary (or the reverse).',
  find: inEachKnownAction(function* (placed) {
    for (const described of describedObjects(placed.parameters, placed.spec.parameters)) {
      for (const value of valuesOf(described)) yield* faultsOf(placed, value);
    }
  }),
};
