import type { ConditionSpec, ConditionTransition } from '../../language';
import { flow, menu } from '../example-flow';
import { conditionOf, isNumeric, operandText } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { isWholeReference } from '../references';
import type { Finding, Rule } from '../rule';
import { inEachAction, isKnown, type PlacedAction } from '../subject';

type Fault = Omit<Finding, 'path'>;

/** The operands that can be met; undefined where any can. */
const legalOperands = (spec: ConditionSpec): readonly string[] | undefined =>
  spec.operands ?? (spec.only === true ? spec.required : undefined);

const faultIn = (placed: PlacedAction, operator: unknown, operand: unknown): Fault | undefined => {
  if (hasPlaceholder(operand) || isWholeReference(operand)) return undefined;
  const spec = isKnown(placed) ? placed.form.conditions : null;
  const legal = spec === null ? undefined : legalOperands(spec);
  if (spec !== null && legal?.includes(operandText(operand)) === false) {
    return MESSAGES.illegalOperand(placed, operand, legal, spec.compared);
  }
  if (typeof operator !== 'string' || !operator.startsWith('Number') || isNumeric(operand)) return undefined;
  return { severity: 'warning', ...MESSAGES.operandWithoutNumber(placed, operand, operator) };
};

const faultOf = (placed: PlacedAction, entry: ConditionTransition): Fault | undefined => {
  const { operator, operands, keys } = conditionOf(entry);
  if (operands === undefined) return MESSAGES.missingOperands(placed, keys);
  if (operands.length !== 1) return { severity: 'warning', ...MESSAGES.operandCount(placed, operands.length) };
  return faultIn(placed, operator, operands[0]);
};

function* faultsIn(placed: PlacedAction): Generator<Finding> {
  for (const [i, entry] of placed.conditions.entries()) {
    const fault = faultOf(placed, entry);
    if (fault !== undefined) yield { path: `Transitions.Conditions[${i}].Condition.Operands`, ...fault };
  }
}

export const illegalOperand: Rule = {
  name: 'illegal-operand',
  severity: 'error',
  evidence: 'documented',
  summary: 'A condition compares with something that the result can never be.',
  examples: { failing: flow(menu('ask', ['12'])), passing: flow(menu('ask', ['1', '2'])) },
  find: inEachAction((placed) => {
    if (placed.conditions.length === 0 || placed.form?.conditions === null) return undefined;
    return faultsIn(placed);
  }),
};
