import type { Json, JsonObject, WireAction, WireCondition } from '../document';
import type { BranchChange } from './flow-diff';
import { stableText } from './value-changes';

/** A way out of an action, with what identifies it among the others of that action. */
export interface Way {
  readonly key: string;
  readonly kind: BranchChange['kind'];
  readonly branch: string;
  readonly target: string;
  /** Keys beside the known ones. */
  readonly rest: JsonObject;
}

const SIGNS: Readonly<Record<string, string>> = {
  NumberGreaterThan: '>',
  NumberGreaterOrEqualTo: '>=',
  NumberLessThan: '<',
  NumberLessOrEqualTo: '<=',
  TextContains: 'contains',
  TextStartsWith: 'starts with',
  TextEndsWith: 'ends with',
};

const shown = (value: unknown): string => (typeof value === 'object' ? stableText(value as Json) : String(value));

const conditionText = ({ Operator, Operands }: WireCondition): string => {
  const operands = (Array.isArray(Operands) ? Operands : []).map(shown).join(', ');
  if (Operator === 'Equals') return operands;
  const sign = Object.hasOwn(SIGNS, Operator) ? SIGNS[Operator] : String(Operator);
  return `${sign} ${operands}`.trim();
};

const NO_CONDITION: WireCondition = { Operator: '', Operands: [] };

const conditionWays = ({ Transitions }: WireAction): Way[] =>
  (Transitions?.Conditions ?? []).map(({ NextAction, Condition = NO_CONDITION, ...rest }) => ({
    key: `condition ${stableText(Condition as unknown as Json)}`,
    kind: 'condition',
    branch: conditionText(Condition),
    target: NextAction,
    rest,
  }));

const errorWays = ({ Transitions }: WireAction): Way[] =>
  (Transitions?.Errors ?? []).map(({ NextAction, ErrorType, ...rest }) => ({
    key: `error ${ErrorType}`,
    kind: 'error',
    branch: String(ErrorType),
    target: NextAction,
    rest,
  }));

/** The second of two equal branches is another branch, which is never taken. */
const numbered = (ways: readonly Way[]): readonly Way[] => {
  const seen = new Map<string, number>();
  return ways.map((way) => {
    const count = seen.get(way.key) ?? 0;
    seen.set(way.key, count + 1);
    return count === 0 ? way : { ...way, key: `${way.key} #${count}` };
  });
};

/** Every way out of an action. */
export const waysOf = (action: WireAction): readonly Way[] => {
  const { NextAction } = action.Transitions ?? {};
  const next: Way[] =
    NextAction === undefined ? [] : [{ key: 'next', kind: 'next', branch: 'next', target: NextAction, rest: {} }];
  return numbered([...conditionWays(action), ...next, ...errorWays(action)]);
};

/** True where no two conditions can hold at once, so that their order has no meaning. */
export const areDisjoint = (action: WireAction): boolean => {
  const conditions = action.Transitions?.Conditions ?? [];
  const operands = conditions.map(({ Condition }) => stableText(Condition?.Operands as unknown as Json));
  return (
    conditions.every(({ Condition }) => Condition?.Operator === 'Equals') && new Set(operands).size === operands.length
  );
};
