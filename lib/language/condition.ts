/**
 * The operators of conditions. All take one string; the numeric ones are false when a side is no number.
 *
 * And/Or groups, Exists and Key Exists exist in the designer of next-generation instances; their wire spelling is unpublished.
 * Source: flow-language-actions-compare; counts in public flows in `document.md` §1.2.
 */
export const COMPARISON_OPERATORS = [
  'Equals',
  'TextStartsWith',
  'TextEndsWith',
  'TextContains',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
] as const;

export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

export const isComparisonOperator = (value: unknown): value is ComparisonOperator =>
  (COMPARISON_OPERATORS as readonly unknown[]).includes(value);

type Test = (value: string, operand: string) => boolean;

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

const TESTS: Record<ComparisonOperator, Test> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: (value, operand) => number(value) > number(operand),
  NumberGreaterOrEqualTo: (value, operand) => number(value) >= number(operand),
  NumberLessThan: (value, operand) => number(value) < number(operand),
  NumberLessOrEqualTo: (value, operand) => number(value) <= number(operand),
};

/** Whether `value` meets the condition; text is compared case-sensitively. */
export const meets = (value: string, operator: ComparisonOperator, operand: string): boolean =>
  TESTS[operator](value, operand);
