import type { ConditionTransition } from '../../language';

/** The condition of a branch as it is written, whatever stands there. */
export interface FoundCondition {
  readonly operator: unknown;
  /** Undefined where they are missing. */
  readonly operands: readonly unknown[] | undefined;
  readonly keys: readonly string[];
}

export const conditionOf = ({ Condition }: ConditionTransition): FoundCondition => {
  const found: unknown = Condition;
  if (typeof found !== 'object' || found === null) return { operator: undefined, operands: undefined, keys: [] };
  const { Operator: operator, Operands: operands } = found as { Operator?: unknown; Operands?: unknown };
  return { operator, operands: Array.isArray(operands) ? operands : undefined, keys: Object.keys(found) };
};

/** Numbers are taken where text is documented; anything else has no text. */
export const operandText = (operand: unknown): string =>
  typeof operand === 'string' || typeof operand === 'number' ? String(operand) : '';

export const isNumeric = (operand: unknown): boolean => {
  const text = operandText(operand);
  return text.trim() !== '' && !Number.isNaN(Number(text));
};
