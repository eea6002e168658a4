import { LIMITS } from '../../../language';
import { exampleFlow, runs } from '../example-flows';
import type { FlowInSet } from '../flow-in-set';
import { SET_MESSAGES } from '../messages';
import { moduleGraphOf } from '../module-graph';
import type { SetRule } from '../set-rule';

const chainOf = (depth: number): readonly FlowInSet[] => [
  exampleFlow('main', 'Main line', 'CONTACT_FLOW', runs('m1')),
  ...Array.from({ length: depth }, (_, i) =>
    exampleFlow(`m${i + 1}`, `Module ${i + 1}`, 'MODULE', ...(i + 1 < depth ? [runs(`m${i + 2}`)] : [])),
  ),
];

export const moduleNestingTooDeep: SetRule = {
  name: 'module-nesting-too-deep',
  severity: 'error',
  evidence: 'documented',
  summary: 'A flow starts a chain of modules that is longer than modules may be nested.',
  more: 'https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html',
  examples: { failing: { flows: chainOf(6) }, passing: { flows: chainOf(5) } },
  *find(set) {
    const graph = moduleGraphOf(set);
    const run = new Set(graph.runs.map(({ to }) => to));
    for (const each of graph.runs) {
      // Said once, where the chain begins.
      if (run.has(each.from)) continue;
      const { link, from } = each;
      const first = from.type === 'MODULE' ? [from] : [];
      const depth = first.length + graph.depthFrom(each);
      if (depth <= LIMITS.moduleDepth) continue;
      const chain = [...first, ...graph.chainFrom(each, LIMITS.moduleDepth + 1)];
      yield { flow: from, action: link.action.id, path: link.path, ...SET_MESSAGES.tooDeep(link, chain, depth) };
    }
  },
};
