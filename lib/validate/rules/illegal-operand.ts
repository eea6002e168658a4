import type { ConditionSpec, WireCondition } from '../../language';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { isWholeReference } from '../references';
import type { Finding, Rule } from '../rule';
import { inEachAction, isKnown, type KnownAction, type PlacedAction } from '../subject';

type Fault = Omit<Finding, 'path'>;

/** The operands that can be met; undefined where any can. */
const legalOperands = (spec: ConditionSpec): readonly string[] | undefined =>
  spec.operands ?? (spec.only === true ? spec.required : undefined);

/** Numbers are taken where text is documented; anything else has no text. */
const textOf = (operand: unknown): string =>
  typeof operand === 'string' || typeof operand === 'number' ? String(operand) : '';

const isNumeric = (operand: unknown): boolean => textOf(operand).trim() !== '' && !Number.isNaN(Number(operand));

const faultIn = (placed: PlacedAction | KnownAction, operator: string, operand: unknown): Fault | undefined => {
  if (hasPlaceholder(operand) || isWholeReference(operand)) return undefined;
  const spec = isKnown(placed) ? placed.form.conditions : null;
  const legal = spec === null ? undefined : legalOperands(spec);
  if (spec !== null && legal?.includes(textOf(operand)) === false) {
    return MESSAGES.illegalOperand(placed, operand, legal, spec.compared);
  }
  if (!operator.startsWith('Number') || isNumeric(operand)) return undefined;
  return { severity: 'warning', ...MESSAGES.operandWithoutNumber(placed, operand, operator) };
};

const faultOf = (placed: PlacedAction, condition: WireCondition | undefined): Fault | undefined => {
  const { Operator, Operands } = condition ?? {};
  if (Operands === undefined) return MESSAGES.missingOperands(placed, Object.keys(condition ?? {}));
  if (Operands.length !== 1) return { severity: 'warning', ...MESSAGES.operandCount(placed, Operands.length) };
  return faultIn(placed, Operator ?? '', Operands[0]);
};

export const illegalOperand: Rule = {
  name: 'illegal-operand',
  severity: 'error',
  evidence: 'documented',
  summary: 'A condition compares with something that the result can never be.',
  find: inEachAction(function* (placed) {
    if (isKnown(placed) && placed.form.conditions === null) return;
    for (const [i, { Condition }] of placed.conditions.entries()) {
      const fault = faultOf(placed, Condition);
      if (fault !== undefined) yield { path: `Transitions.Conditions[${i}].Condition.Operands`, ...fault };
    }
  }),
};
