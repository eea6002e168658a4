import { type ComparisonOperator, meets } from '../../language';

/** What a comparison told of a value that is otherwise unknown. */
export interface Test {
  readonly operator: ComparisonOperator;
  readonly operand: string;
  readonly met: boolean;
}

export const passes = (value: string, { operator, operand, met }: Test): boolean =>
  meets(value, operator, operand) === met;

const between = (numbers: readonly number[]): readonly number[] =>
  numbers.flatMap((number, i) => {
    const next = numbers[i + 1];
    return next === undefined ? [number + 1] : [(number + next) / 2];
  });

/** Below, at, between and above the numbers that a value is compared with. */
const numbersFor = (tests: readonly Test[]): readonly string[] => {
  const sorted = [...new Set(tests.map(({ operand }) => Number(operand)).filter(Number.isFinite))].sort(
    (a, b) => a - b,
  );
  const [least] = sorted;
  return least === undefined ? [] : [least - 1, ...sorted, ...between(sorted)].map(String);
};

const operandsOf = (tests: readonly Test[], operator: ComparisonOperator): readonly string[] =>
  tests.filter((test) => test.met && test.operator === operator).map(({ operand }) => operand);

/** Begins, holds and ends as it has to. */
const composed = (tests: readonly Test[]): readonly string[] => {
  const inside = operandsOf(tests, 'TextContains').join(' ');
  const ends = operandsOf(tests, 'TextEndsWith');
  const starts = operandsOf(tests, 'TextStartsWith');
  return (starts.length > 0 ? starts : ['']).flatMap((start) =>
    (ends.length > 0 ? ends : ['']).map((end) => `${start}${inside}${end}`),
  );
};

const ANYTHING_ELSE = 'something else';

/** A value that passes all tests, if one comes to mind. */
export const valueThatPasses = (tests: readonly Test[]): string | undefined =>
  [ANYTHING_ELSE, '', ...tests.map(({ operand }) => operand), ...composed(tests), ...numbersFor(tests)].find((value) =>
    tests.every((test) => passes(value, test)),
  );
