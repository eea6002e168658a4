import { exampleFlow, runs } from '../example-flows';
import { SET_MESSAGES } from '../messages';
import { moduleGraphOf } from '../module-graph';
import type { SetRule } from '../set-rule';

const first = exampleFlow('m1', 'Greeting', 'MODULE', runs('m2'));

export const moduleRecursion: SetRule = {
  name: 'module-recursion',
  severity: 'error',
  evidence: 'documented',
  summary: 'A module runs itself, directly or through another one.',
  more: 'https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html',
  examples: {
    failing: { flows: [first, exampleFlow('m2', 'Language', 'MODULE', runs('m1'))] },
    passing: { flows: [first, exampleFlow('m2', 'Language', 'MODULE')] },
  },
  *find(set) {
    const graph = moduleGraphOf(set);
    for (const run of graph.runs) {
      if (!graph.isRecursive(run)) continue;
      const { link, to } = run;
      yield { flow: link.from, action: link.action.id, path: link.path, ...SET_MESSAGES.recursion(link, to) };
    }
  },
};
