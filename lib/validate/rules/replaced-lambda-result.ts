import { compare, flow, lambda } from '../example-flow';
import { carried } from '../flow-facts/data-flow';
import { isTraceable } from '../flow-facts/flow-graph';
import type { Read } from '../flow-facts/reads';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn, type Subject } from '../subject';

const TYPE = 'InvokeLambdaFunction';
/** Facts are bits of an integer. */
const MOST_FUNCTIONS = 30;

/** The key of an answer that a reference reads. */
const answerKey = ({ keys: [root, second, third] }: Read): string | undefined => {
  if (root === 'External') return second;
  return root === 'LambdaInvocation' && second === 'ResultData' ? third : undefined;
};

/** A bit for each function that the flow calls, by the text that names it. */
const functionBits = (subject: Subject): ReadonlyMap<string, number> => {
  const names = subject.ofType(TYPE).map(({ parameters }) => String(JSON.stringify(parameters.LambdaFunctionARN)));
  return new Map([...new Set(names)].map((name, i) => [name, 1 << i]));
};

/** Which function can have answered last, and which can have answered at all, before each action. */
const answersIn = (subject: Subject, bits: ReadonlyMap<string, number>) => {
  const called = subject.actions.map(({ type, spec, parameters }) => {
    if (spec === undefined) return undefined;
    return type === TYPE ? (bits.get(String(JSON.stringify(parameters.LambdaFunctionARN))) ?? 0) : 0;
  });
  const { graph } = subject;
  return {
    last: carried(graph, 'may', 0, (facts, at, { failed }) => {
      // After an action that is not known, nobody knows whose answer stands there.
      if (called[at] === undefined) return 0;
      return failed || called[at] === 0 ? facts : (called[at] as number);
    }),
    ever: carried(graph, 'may', 0, (facts, at, { failed }) => (failed ? facts : facts | (called[at] ?? 0))),
  };
};

interface Answer {
  readonly read: Read;
  readonly last: number;
  readonly ever: number;
}

/** True where the key was read as an answer of a function that another one has replaced since. */
const isReplaced = ({ last, ever }: Answer, others: readonly Answer[]): boolean =>
  others.some((other) => (other.last & last) === 0 && (other.last & ~ever) === 0 && (last & other.ever) === 0);

const byKey = (answers: readonly Answer[]): ReadonlyMap<string, Answer[]> => {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const key = answerKey(answer.read) ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [answer]);
    else if (!group.some(({ last, ever }) => last === answer.last && ever === answer.ever)) group.push(answer);
  }
  return groups;
};

const asked = (second: string) =>
  flow(
    lambda('customer', 'tier'),
    compare('tier', '$.External.tier', ['gold'], 'orders'),
    lambda('orders', 'again'),
    compare('again', second, ['gold']),
  );

export const replacedLambdaResult: Rule = {
  name: 'replaced-lambda-result',
  severity: 'note',
  evidence: 'documented',
  summary: 'A key of a Lambda answer is read again after another function has replaced the answer.',
  examples: { failing: asked('$.External.tier'), passing: asked('$.External.orders') },
  *find(subject) {
    if (subject.ofType(TYPE).length < 2 || !isTraceable(subject.graph)) return;
    const bits = functionBits(subject);
    const reads = subject.reads.filter((read) => answerKey(read) !== undefined);
    if (bits.size < 2 || bits.size > MOST_FUNCTIONS || reads.length < 2) return;
    const { last, ever } = answersIn(subject, bits);
    const answers = reads
      .map((read) => ({ read, last: last[read.placed.index] as number, ever: ever[read.placed.index] as number }))
      .filter((answer) => answer.last !== 0);
    for (const [key, group] of byKey(answers)) {
      for (const answer of group) {
        if (!isReplaced(answer, group)) continue;
        const { placed, place } = answer.read;
        yield foundIn(placed, { path: place.path, ...MESSAGES.replacedLambdaResult(placed, key) });
      }
    }
  },
};
