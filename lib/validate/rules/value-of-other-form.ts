import { type Json, type ParameterSpec, parameterAt } from '../../language';
import { flow, lambda } from '../example-flow';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import { isWholeReference } from '../references';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

type Limits = Pick<ParameterSpec, 'oneOf' | 'range'>;

/** A value outside the row's own limits is the finding of another rule. */
const isOutside = (value: Json, limits: Limits | undefined): boolean => {
  const { oneOf, range } = limits ?? {};
  if (oneOf !== undefined && !oneOf.includes(value as string)) return true;
  return range !== undefined && (Number(value) < range[0] || Number(value) > range[1]);
};

const findingOf = (placed: KnownAction, name: string, limits: Limits): Finding | undefined => {
  const value = parameterAt(placed.parameters, name);
  if (value === undefined || typeof value === 'object' || hasPlaceholder(value) || isWholeReference(value))
    return undefined;
  if (!isOutside(value, limits) || isOutside(value, placed.spec.parameters[name])) return undefined;
  return { path: `Parameters.${name}`, ...MESSAGES.valueOfOtherForm(placed, name, value, limits, placed.form.name) };
};

export const valueOfOtherForm: Rule = {
  name: 'value-of-other-form',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A value is one that only another form of the action may have, e.g. a Lambda time limit over 8 seconds.',
  examples: { failing: flow(lambda('look-up', 'end', '30')), passing: flow(lambda('look-up', 'end', '8')) },
  find: inEachKnownAction((placed) => {
    const { narrows } = placed.form;
    if (narrows === undefined) return undefined;
    return Object.entries(narrows).flatMap(([name, limits]) => findingOf(placed, name, limits) ?? []);
  }),
};
