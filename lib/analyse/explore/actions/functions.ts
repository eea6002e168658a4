import type { AnswerCase, AnswerCondition, CentreFunction } from '../../centre';
import type { Facts } from '../../facts/facts';
import type { Value } from '../../facts/value';
import { textsOf } from '../../facts/value';
import { rootOf } from '../../facts/variables';
import { evaluate, fresh, learn, look, variableOf } from '../evaluate';
import type { Turn } from '../turn';

/** Where flows read an answer; a nested one only at the second. */
const ANSWER_ROOTS = ['External', 'LambdaInvocation.ResultData'] as const;

/** More answers than this are not told apart. */
const MOST_ANSWERS = 64;

const withoutAnswer = (turn: Turn, facts: Facts, roots: readonly string[]): Facts => {
  const { book, paths } = turn.exploration;
  return book.keeping(facts, (variable) => {
    const path = paths.pathOf(variable);
    return !roots.includes(rootOf(path)) || variable !== variableOf(turn, path);
  });
};

/** Facts with which a condition holds, and facts with which it does not. */
interface Split {
  readonly holds: readonly Facts[];
  readonly fails: readonly Facts[];
}

const byAttribute = (turn: Turn, facts: Facts, key: string, wanted: readonly string[]): Split => {
  const { values } = turn.exploration.book;
  const keys = ['Attributes', key];
  const value = look(turn, keys, facts);
  if (value.kind !== 'unknown') {
    const holds = value.kind === 'text' && wanted.includes(value.text);
    return holds ? { holds: [facts], fails: [] } : { holds: [], fails: [facts] };
  }
  const equal = (operand: string, met: boolean) => ({ operator: 'Equals', operand, met }) as const;
  const holds = wanted.flatMap((each) => values.after(value, equal(each, true)) ?? []);
  const other = wanted.reduce<Value | undefined>(
    (left, each) => (left?.kind === 'unknown' ? values.after(left, equal(each, false)) : left),
    value,
  );
  return {
    holds: holds.map((after) => learn(turn, facts, keys, value, after)),
    fails: other === undefined ? [] : [learn(turn, facts, keys, value, other)],
  };
};

const byQueue = ({ queue }: Facts, wanted: readonly string[]): boolean | undefined => {
  if (queue.kind === 'unset') return false;
  return queue.kind === 'known' ? wanted.includes(queue.thing.arn) || wanted.includes(queue.thing.name) : undefined;
};

const split = (turn: Turn, facts: Facts, { contacts, queues, attributes = {} }: AnswerCondition): Split => {
  const { method, channel } = turn.contact.journey;
  const isMeant = contacts?.some((each) => each.method === method && each.channel === channel) ?? true;
  const isThere = queues === undefined ? true : byQueue(facts, queues);
  if (!isMeant || isThere === false) return { holds: [], fails: [facts] };
  let holds: readonly Facts[] = [facts];
  const fails: Facts[] = isThere === undefined ? [facts] : [];
  for (const [key, wanted] of Object.entries(attributes)) {
    const splits = holds.map((each) => byAttribute(turn, each, key, wanted));
    fails.push(...splits.flatMap((each) => each.fails));
    holds = splits.flatMap((each) => each.holds);
  }
  return { holds, fails };
};

const answered = (turn: Turn, facts: Facts, path: string, value: AnswerCase['value']): Facts => {
  const { book } = turn.exploration;
  if (typeof value === 'string') return book.withVariable(facts, variableOf(turn, path), book.values.text(value));
  const [forgetful, unknown] = fresh(turn, facts, path, value);
  return book.withVariable(forgetful, variableOf(turn, path), unknown);
};

/** The first case that applies decides. */
const withField = (turn: Turn, facts: Facts, path: string, cases: readonly AnswerCase[]): readonly Facts[] => {
  const done: Facts[] = [];
  let open: readonly Facts[] = [facts];
  for (const { when = {}, value } of cases) {
    const splits = open.map((each) => split(turn, each, when));
    done.push(...splits.flatMap(({ holds }) => holds).map((each) => answered(turn, each, path, value)));
    open = splits.flatMap(({ fails }) => fails);
  }
  return [...done, ...open.map((each) => answered(turn, each, path, null))];
};

const fieldsRead = (turn: Turn, root: string): readonly string[] =>
  [...turn.exploration.surroundings.relevant].filter((path) => path.startsWith(`${root}.`));

/** Facts for every answer that the function may give. */
const answersOf = (turn: Turn, { answers = {} }: Pick<CentreFunction, 'answers'>, facts: Facts): readonly Facts[] => {
  let all: readonly Facts[] = [facts];
  for (const root of ANSWER_ROOTS) {
    for (const path of fieldsRead(turn, root)) {
      const field = path.slice(root.length + 1);
      const cases = Object.hasOwn(answers, field) && all.length <= MOST_ANSWERS ? (answers[field] ?? []) : [];
      all = all.flatMap((each) => withField(turn, each, path, cases));
    }
  }
  return all;
};

const ROOTS = ['External', 'LambdaInvocation'];

/** Each call replaces what the one before answered, whether or not it fails; a function that is not there replaces nothing. */
export const invokeLambdaFunction = (turn: Turn): void => {
  const { exploration, parameters, facts } = turn;
  const isAsynchronous = parameters.InvocationType === 'ASYNCHRONOUS';
  const cleared = withoutAnswer(turn, facts, isAsynchronous ? ['LambdaInvocation'] : ROOTS);
  const [name, ...others] = textsOf(evaluate(turn, parameters.LambdaFunctionARN)) ?? [];
  const target = name === undefined || others.length > 0 ? undefined : exploration.directory.function(name);
  const then = isAsynchronous ? [cleared] : answersOf(turn, target ?? {}, cleared);
  for (const each of then) turn.onward(each);
  turn.errors(cleared);
  if (cleared !== facts && target === undefined) turn.errors();
};
