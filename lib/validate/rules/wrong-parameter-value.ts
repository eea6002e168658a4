import { flow, ON_ERROR, step } from '../example-flow';
import { faultOf } from '../parameter-faults';
import type { Rule } from '../rule';
import { foundIn, isKnown } from '../subject';

const store = (FlowAttributes: Readonly<Record<string, string | { readonly Value: string }>>) =>
  flow(step('store', 'UpdateFlowAttributes', { FlowAttributes }, ON_ERROR));

export const wrongParameterValue: Rule = {
  name: 'wrong-parameter-value',
  severity: 'error',
  evidence: 'documented',
  summary:
    'A parameter has the wrong kind of value, one that is not allowed, or is fixed where it must vary (or the reverse).',
  examples: { failing: store({ tries: '1' }), passing: store({ tries: { Value: '1' } }) },
  *find({ parameters }) {
    for (const described of parameters.doubtful) {
      const { placed, place } = described;
      const fault = isKnown(placed) ? faultOf(placed, described, place.path) : undefined;
      if (fault !== undefined) yield foundIn(placed, { path: place.path, ...fault });
    }
  },
};
