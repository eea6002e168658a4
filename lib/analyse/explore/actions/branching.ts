import { ACTIONS } from '../../../language';
import type { Facts } from '../../facts/facts';
import { passes, valueThatPasses } from '../../facts/test';
import type { Value } from '../../facts/value';
import { passesOf } from '../../flow/foresight';
import type { ConditionExit } from '../../flow/program';
import { evaluate, learn, variableOf } from '../evaluate';
import type { Turn } from '../turn';

/** Nobody could think of a value that is as the comparisons have it. */
const isDoubtful = (value: Value): boolean =>
  value.kind === 'unknown' && value.domain === null && valueThatPasses(value.tests) === undefined;

const otherwise = (turn: Turn, facts: Facts, uncertain: boolean): void => {
  const { errors, next, end } = turn.step;
  const exit = errors.find(({ label }) => label === 'NoMatchingCondition') ?? next;
  if (exit === null) turn.ends('failed', facts, end);
  else turn.take(exit, facts, uncertain);
};

/** What is left of a value, and known by then, once a condition was not met; undefined where it always is. */
type Left = { readonly value: Value; readonly facts: Facts } | undefined;

const onCondition = (
  turn: Turn,
  exit: ConditionExit,
  keys: readonly string[],
  { value, facts }: NonNullable<Left>,
): Left => {
  const { values } = turn.exploration.book;
  const operand = evaluate(turn, exit.operand);
  if (operand.kind === 'unknown') {
    turn.take(exit, facts);
    return { value, facts };
  }
  const test = { operator: exit.operator, operand: operand.kind === 'text' ? operand.text : '' };
  if (value.kind !== 'unknown') {
    if (!passes(value.kind === 'text' ? value.text : '', { ...test, met: true })) return { value, facts };
    turn.take(exit, facts);
    return undefined;
  }
  const [met, unmet] = [values.after(value, { ...test, met: true }), values.after(value, { ...test, met: false })];
  if (met !== undefined) turn.take(exit, learn(turn, facts, keys, value, met), isDoubtful(met));
  return unmet && { value: unmet, facts: learn(turn, facts, keys, value, unmet) };
};

/** Compares a value with each condition in turn; the first that is met wins. */
export const compare = (turn: Turn): void => {
  const { ComparisonValue } = turn.parameters;
  const keys = turn.exploration.paths.keysOf(String(ComparisonValue)) ?? [];
  let left: Left = { value: evaluate(turn, ComparisonValue), facts: turn.facts };
  for (const exit of turn.step.conditions) {
    left = onCondition(turn, exit, keys, left);
    if (left === undefined) return;
  }
  otherwise(turn, left.facts, isDoubtful(left.value));
};

const [FEWEST_PASSES, MOST_PASSES] = ACTIONS.Loop.parameters.LoopCount.range;
const [CONTINUES, DONE] = ACTIONS.Loop.conditions.required;

const exitOn = ({ step }: Turn, result: string): ConditionExit | undefined =>
  step.conditions.find(({ operand }) => operand === result);

const goOn = (turn: Turn, result: string, facts: Facts): void => {
  const exit = exitOn(turn, result);
  if (exit !== undefined) turn.take(exit, facts);
  else otherwise(turn, facts, false);
};

/** Continues as often as the count says, is done once, and then starts anew. */
export const loop = (turn: Turn): void => {
  const { book } = turn.exploration;
  const variable = variableOf(turn, passesOf(turn.step));
  const [count, passed] = [evaluate(turn, turn.parameters.LoopCount), book.get(turn.facts, variable)];
  turn.errors();
  if (count.kind === 'unknown' || passed?.kind === 'unknown') return turn.onward();
  const most = count.kind === 'text' && count.text !== '' ? Number(count.text) : Number.NaN;
  if (!Number.isInteger(most) || most < FEWEST_PASSES || most > MOST_PASSES) return turn.fail();
  const passes = Number(passed?.kind === 'text' ? passed.text : 0);
  const fresh = book.keeping(turn.facts, (each) => each !== variable);
  if (passes >= most) return goOn(turn, DONE, fresh);
  goOn(turn, CONTINUES, book.withVariable(fresh, variable, book.values.text(String(passes + 1))));
};
