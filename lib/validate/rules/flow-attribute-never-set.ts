import { compare, flow, ON_ERROR, step } from '../example-flow';
import { neverSet } from '../flow-facts/attribute-keys';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

const KIND = { root: 'FlowAttributes', setBy: 'UpdateFlowAttributes', parameter: 'FlowAttributes' };

const set = step(
  'count',
  KIND.setBy,
  { FlowAttributes: { tries: { Value: '1' } } },
  { NextAction: 'enough', ...ON_ERROR },
);

export const flowAttributeNeverSet: Rule = {
  name: 'flow-attribute-never-set',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A flow attribute is read in a flow that never sets it.',
  examples: {
    failing: flow(set, compare('enough', '$.FlowAttributes.attempts', ['3'])),
    passing: flow(set, compare('enough', '$.FlowAttributes.tries', ['3'])),
  },
  *find(subject) {
    for (const { placed, place, keys } of neverSet(subject, KIND)) {
      yield foundIn(placed, { path: place.path, ...MESSAGES.flowAttributeNeverSet(placed, keys[1] ?? '') });
    }
  },
};
