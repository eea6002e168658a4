import type { ComparisonOperator } from '../../../language/condition';
import { isComparisonOperator } from '../../../language/condition';
import { type Code, call, json, list, object, options } from '../code';
import { type Exit, errorBranch, integerOf, onError, type Phrase, place, resultBranch, textOf } from '../phrase';
import { compared, resource, takesCases } from '../values';

const CASES: Readonly<Record<ComparisonOperator, string>> = {
  Equals: 'is',
  TextStartsWith: 'startsWith',
  TextEndsWith: 'endsWith',
  TextContains: 'contains',
  NumberGreaterThan: 'greaterThan',
  NumberGreaterOrEqualTo: 'atLeast',
  NumberLessThan: 'lessThan',
  NumberLessOrEqualTo: 'atMost',
};

/** A condition as a case, for conditions of one operator and one text. */
export const caseCode = ({ condition, label, target }: Exit): Code | undefined => {
  const operator = condition?.Operator;
  const isPlain = condition !== undefined && Object.keys(condition).length === 2 && condition.Operands?.length === 1;
  if (!isPlain || !isComparisonOperator(operator) || condition?.Operands[0] !== label) return undefined;
  const number = operator.startsWith('Number') ? integerOf(label) : undefined;
  return call(CASES[operator], json(number ?? label), place(target));
};

/** All conditions as cases, or nothing where one of them is no plain one. */
export const caseCodes = (conditions: readonly Exit[]): readonly Code[] | undefined => {
  const cases = conditions.map(caseCode).filter((one) => one !== undefined);
  return cases.length === conditions.length ? cases : undefined;
};

const RESERVED = new Set(['otherwise', '__proto__']);

const when: Phrase = (wire) => {
  const value = textOf(wire.parameters.ComparisonValue);
  const otherwise = errorBranch(wire, 'NoMatchingCondition');
  const words = wire.conditions.map(({ label }) => label);
  if (value === undefined || otherwise === undefined || words.length === 0) return undefined;
  const isPlain = wire.conditions.every(({ condition }) => condition?.Operator === 'Equals');
  if (!isPlain || words.some((word) => RESERVED.has(word)) || new Set(words).size < words.length) return undefined;
  const cases = wire.conditions.map(({ label, target }) => [label, place(target)] as const);
  const over = takesCases(value, words) ? compared(value) : call('reference', json(value));
  return call('when', over, object(...cases, ['otherwise', otherwise]));
};

const compare: Phrase = (wire) => {
  const value = textOf(wire.parameters.ComparisonValue);
  const cases = caseCodes(wire.conditions);
  const otherwise = errorBranch(wire, 'NoMatchingCondition');
  if (value === undefined || cases === undefined || otherwise === undefined) return undefined;
  return call('compare', compared(value), list(cases), otherwise);
};

const checkHours: Phrase = (wire) => {
  const hours = wire.parameters.HoursOfOperationId;
  const branches = object(
    ['open', resultBranch(wire, 'True', { optional: true })],
    ['closed', resultBranch(wire, 'False')],
    ['onError', onError(wire)],
  );
  if (hours === undefined) return call('checkQueueHours', branches);
  const handle = resource('hours', hours, wire.shown('HoursOfOperationId'));
  return handle && call('checkHours', handle, branches);
};

const distribute: Phrase = (wire) => {
  let below = 1;
  const shares = wire.conditions.map(({ label, target }) => {
    const percent = (integerOf(label) ?? 0) - below;
    below += percent;
    return call('share', json(percent), place(target));
  });
  const otherwise = errorBranch(wire, 'NoMatchingCondition');
  return otherwise && call('distribute', list(shares), otherwise);
};

const loop: Phrase = (wire) => {
  const count = textOf(wire.parameters.LoopCount);
  const body = resultBranch(wire, 'ContinueLooping', { back: true });
  if (count === undefined || body === undefined) return undefined;
  const times = integerOf(count);
  const given = times === undefined ? call('reference', json(count)) : json(times);
  const doneFirst = wire.conditions[0]?.label === 'DoneLooping' ? json(true) : undefined;
  return call('loop', given, body, options(['doneFirst', doneFirst], ['onError', onError(wire)]));
};

const wait: Phrase = (wire) => {
  const limit = textOf(wire.parameters.TimeLimitSeconds);
  if (limit === undefined) return undefined;
  const seconds = integerOf(limit);
  const branches = options(
    ['customerReturned', resultBranch(wire, 'CustomerReturned')],
    ['botDisconnected', resultBranch(wire, 'BotParticipantDisconnected')],
    ['noBot', errorBranch(wire, 'ParticipantNotFound')],
    ['onError', onError(wire)],
  );
  return call('wait', seconds === undefined ? call('reference', json(limit)) : json(seconds), branches);
};

export const BRANCHING_PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  Compare: [when, compare],
  CheckHoursOfOperation: [checkHours],
  DistributeByPercentage: [distribute],
  Loop: [loop],
  Wait: [wait],
};
