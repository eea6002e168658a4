import type { ComparisonOperator } from '../../language/condition';
import type { FlowScope } from '../../language/flow-type';
import { parseReference } from '../../language/reference';
import type { JsonPath, LegalIn } from '../../language/wire';
import { FlowBuildError } from '../flow-build-error';
import { type HoursRef, readHours } from '../handles';
import { badPercentages, nothingToDecide } from '../messages';
import { onError, onErrorType, onResult, plan, shows, step } from '../place-step';
import type { Way } from '../plan';
import type { Reference } from '../reference';
import type { AnyBranch, Branch, OnError, Step } from '../step';
import { writtenBy } from '../written';

/** A condition with the script that runs when it is the first to hold. */
export interface Case<T extends FlowScope> {
  readonly operator: ComparisonOperator;
  readonly operand: string;
  readonly to: Branch<T>;
}

type CaseOf = <T extends FlowScope>(operand: string | number, to: Branch<T>) => Case<T>;

const caseOf =
  (operator: ComparisonOperator): CaseOf =>
  (operand, to) => ({ operator, operand: String(operand), to });

/** The same text; upper and lower case count. */
export const is = caseOf('Equals');
/** Text that begins so; upper and lower case count. */
export const startsWith = caseOf('TextStartsWith');
/** Text that ends so; upper and lower case count. */
export const endsWith = caseOf('TextEndsWith');
/** Text that holds this anywhere; upper and lower case count. */
export const contains = caseOf('TextContains');
/** A number above this one; false when a side is no number, which the other branches take. */
export const greaterThan = caseOf('NumberGreaterThan');
/** This number or one above; false when a side is no number. */
export const atLeast = caseOf('NumberGreaterOrEqualTo');
/** A number below this one; false when a side is no number. */
export const lessThan = caseOf('NumberLessThan');
/** This number or one below; false when a side is no number. */
export const atMost = caseOf('NumberLessOrEqualTo');

const SIGNS: { readonly [O in ComparisonOperator]: string } = {
  Equals: '',
  TextStartsWith: 'starts with ',
  TextEndsWith: 'ends with ',
  TextContains: 'contains ',
  NumberGreaterThan: 'above ',
  NumberGreaterOrEqualTo: 'at least ',
  NumberLessThan: 'below ',
  NumberLessOrEqualTo: 'at most ',
};

interface AnyCase {
  readonly operator: ComparisonOperator;
  readonly operand: string;
  readonly to: AnyBranch;
}

export const onCases = (cases: readonly AnyCase[]): readonly Way[] =>
  cases.map(({ operator, operand, to }) => ({
    name: SIGNS[operator] + operand,
    condition: { operator, operand },
    to,
  }));

type Comparing = LegalIn<'Compare'>;

type OpenCases<T extends Comparing> = { readonly [value: string]: Branch<T> } & { readonly otherwise: Branch<T> };

type LiteralCases<V extends string, T extends Comparing> =
  | ({ readonly [K in V]: Branch<T> } & { readonly otherwise?: never })
  | ({ readonly [K in V]?: Branch<T> } & { readonly otherwise: Branch<T> });

/** Over a union of literals every case is named, or `otherwise` is; over open text `otherwise` is needed. */
export type Cases<V, T extends Comparing> = [V] extends [string]
  ? string extends V
    ? OpenCases<T>
    : LiteralCases<V, T>
  : OpenCases<T>;

const compareStep = (
  author: (...given: never[]) => unknown,
  value: Reference | JsonPath,
  ways: readonly (readonly Way[])[],
) => {
  const words = parseReference(String(value))?.join(' ') ?? '';
  const options = { block: 'Check', words, ways, next: { copyOf: 'NoMatchingCondition' } };
  return step<never>(author, [plan('Compare', { ComparisonValue: value }, options)]);
};

/**
 * Branches on the text of a value (`Check contact attributes`). Where a union names every case, a value that is none of
 * them goes to the flow's `onError`. A value that is itself spelled `otherwise` needs `compare`.
 */
export const when = <V, T extends Comparing>(value: Reference<V> | JsonPath, cases: Cases<V, T>): Step<T> => {
  const { otherwise, ...named } = cases as { readonly [value: string]: Branch<T> };
  return compareStep(when, value, [
    ...Object.entries(named).map(([operand, to]) => onResult(operand, to)),
    onErrorType('otherwise', 'NoMatchingCondition', otherwise),
  ]) as Step<T>;
};

/** Branches on the first condition that holds: `compare(metrics.queueSize, [greaterThan(20, tooBusy)], [])`. */
export const compare = <T extends Comparing>(
  value: Reference | JsonPath,
  cases: readonly Case<T>[],
  otherwise: Branch<T>,
): Step<T> =>
  compareStep(compare, value, [onCases(cases), onErrorType('otherwise', 'NoMatchingCondition', otherwise)]) as Step<T>;

/** A value, and the conditions that are asked of it in turn. */
type Question<T extends Comparing> = readonly [Reference | JsonPath, Case<T>, ...Case<T>[]];

const ask = <T extends Comparing>([value, ...cases]: Question<T>, otherwise: Branch<T>) =>
  compareStep(decide, value, [onCases(cases), onErrorType('otherwise', 'NoMatchingCondition', otherwise)]) as Step<T>;

/**
 * Branches on the first condition that holds, over several values:
 * `decide([[attribute('tier'), is('gold', gold)], [metrics.queueSize, greaterThan(20, tooBusy)]], usual)`.
 */
export const decide = <T extends Comparing>(questions: readonly Question<T>[], otherwise: Branch<T>): Step<T> => {
  const [first, ...more] = questions;
  if (first === undefined) {
    throw new FlowBuildError(nothingToDecide(), { step: 'Check contact attributes', written: writtenBy(decide) });
  }
  const rest = more.reduceRight<Branch<T>>((after, question) => [ask(question, after)], otherwise);
  return ask(first, rest);
};

interface HoursBranches<T extends LegalIn<'CheckHoursOfOperation'>> extends OnError<T> {
  /** Goes on with the next step when left out. */
  readonly open?: Branch<T>;
  readonly closed: Branch<T>;
}

const onHours = (branches: HoursBranches<never>) => [
  onResult('True', branches.open, 'open'),
  onResult('False', branches.closed, 'closed'),
  onError(branches),
];

const HOURS_BLOCK = { block: 'Check hours of operation', next: { copyOf: 'NoMatchingError' } } as const;

/** Branches on whether a schedule is open now, in its own time zone. */
export const checkHours = <T extends LegalIn<'CheckHoursOfOperation'>>(
  hours: HoursRef,
  branches: HoursBranches<T>,
): Step<T> => {
  const handle = readHours(hours);
  const action = plan(
    'CheckHoursOfOperation',
    { HoursOfOperationId: handle.arn },
    {
      ...HOURS_BLOCK,
      words: handle.name,
      ways: onHours(branches),
      metadata: shows('HoursOfOperationId', handle),
    },
  );
  return step(checkHours, [action], [handle]);
};

/** Branches on the schedule of the working queue. Without a working queue, or with an agent's, it is an error. */
export const checkQueueHours = <T extends LegalIn<'CheckHoursOfOperation'>>(branches: HoursBranches<T>): Step<T> =>
  step(checkQueueHours, [plan('CheckHoursOfOperation', {}, { ...HOURS_BLOCK, ways: onHours(branches) })]);

/** A part of the contacts, in whole percent. */
export interface Share<T extends FlowScope> {
  readonly percent: number;
  readonly to: Branch<T>;
}

/** A branch of `distribute` that takes a part of the contacts. */
export const share = <T extends FlowScope>(percent: number, to: Branch<T>): Share<T> => ({ percent, to });

/** Sends contacts down its branches at random: `distribute([share(10, trial)], usual)`. */
export const distribute = <T extends LegalIn<'DistributeByPercentage'>>(
  shares: readonly Share<T>[],
  otherwise: Branch<T>,
): Step<T> => {
  const sum = shares.reduce((total, { percent }) => total + percent, 0);
  const isWhole = shares.every(({ percent }) => Number.isInteger(percent) && percent >= 1);
  if (!isWhole || sum > 100) {
    throw new FlowBuildError(badPercentages(sum), { step: 'Distribute by percentage', written: writtenBy(distribute) });
  }
  // Connect draws 1..100 and compares with growing thresholds, each one above the sum so far.
  let threshold = 1;
  const ways = shares.map(({ percent, to }): Way => {
    threshold += percent;
    const condition = { operator: 'NumberLessThan', operand: String(threshold) };
    return { name: `${percent} percent`, condition, to };
  });
  const action = plan(
    'DistributeByPercentage',
    {},
    {
      block: 'Distribute by percentage',
      ways: [ways, onErrorType('otherwise', 'NoMatchingCondition', otherwise)],
      next: { copyOf: 'NoMatchingCondition' },
    },
  );
  return step(distribute, [action]);
};
