import type { FlowScope } from '../../language';
import { compare, flow, lambda, say } from '../example-flow';
import { adding, carried, type FactsOnEntry } from '../flow-facts/data-flow';
import { isTraceable } from '../flow-facts/flow-graph';
import type { Read } from '../flow-facts/reads';
import { rootBit } from '../flow-facts/reference-roots';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn, type Subject } from '../subject';

const EVERYTHING = -1;

/** Flow attributes have a rule of their own, and the input of a module is there from the start. */
const isWatched = ({ root, keys }: Read): boolean =>
  rootBit(root) !== 0 && root !== 'FlowAttributes' && !(root === 'Modules' && keys[1] === 'Input');

const writesOf = ({ actions }: Subject) => {
  // What an unknown action leaves behind is unknown.
  const writes = actions.map(({ compiledForm }) => compiledForm?.writes ?? EVERYTHING);
  return adding((at) => writes[at] as number);
};

type Fault = Omit<Finding, 'path'>;

/** Flows that run on a contact after other flows, which may have left results on it. */
const isLater = (type: FlowScope | undefined): boolean =>
  type !== undefined && type !== 'CONTACT_FLOW' && type !== 'MODULE';

/** What is wrong with a read, by whether the root is filled on some way to it, and in the flow at all. */
const faultOf = (read: Read, sometimes: boolean, ever: boolean, type: FlowScope | undefined): Fault => {
  const { placed, keys, root } = read;
  const reference = `$.${keys.join('.')}`;
  if (sometimes) return { severity: 'note', ...MESSAGES.resultNotAlwaysLeft(placed, reference, root) };
  if (ever)
    return { severity: isLater(type) ? 'note' : 'warning', ...MESSAGES.resultNotYetLeft(placed, reference, root) };
  const isModule = type === 'MODULE';
  return { severity: isModule ? 'warning' : 'note', ...MESSAGES.resultNeverLeft(placed, reference, root, isModule) };
};

/** The first of several reads of the same; of a root that nothing has filled before one is enough. */
const firsts = (reads: readonly Read[], isNever: (read: Read) => boolean): readonly Read[] => {
  const first = new Map<string, Read>();
  for (const read of reads) {
    const what = isNever(read) ? read.root : read.keys.join('.');
    if (!first.has(what)) first.set(what, read);
  }
  return [...first.values()];
};

export const resultBeforeAction: Rule = {
  name: 'result-before-action',
  severity: 'warning',
  evidence: 'documented',
  summary:
    'A result is read before an action leaves one (warning), or where some way or an earlier flow must have left it (note).',
  examples: {
    failing: flow(compare('tier', '$.External.tier', ['gold'], 'call'), lambda('call', 'end')),
    passing: flow(
      lambda('call', 'tier'),
      compare('tier', '$.External.tier', ['gold'], 'thanks'),
      say('thanks', 'Thanks.'),
    ),
  },
  *find(subject) {
    const { graph, actions, context } = subject;
    const reads = subject.reads.filter(isWatched);
    if (reads.length === 0 || !isTraceable(graph)) return;
    const pass = writesOf(subject);
    const sure = carried(graph, 'must', 0, pass);
    const lacking = (facts: FactsOnEntry) => (read: Read) =>
      graph.reached[read.placed.index] === 1 && ((facts[read.placed.index] as number) & rootBit(read.root)) === 0;
    const unsure = reads.filter(lacking(sure));
    if (unsure.length === 0) return;
    const filled = actions.reduce((roots, { compiledForm }) => roots | (compiledForm?.writes ?? EVERYTHING), 0);
    const never = lacking(carried(graph, 'may', 0, pass));
    for (const read of firsts(unsure, never)) {
      const fault = faultOf(read, !never(read), (filled & rootBit(read.root)) !== 0, context.type);
      yield foundIn(read.placed, { path: read.place.path, ...fault });
    }
  },
};
