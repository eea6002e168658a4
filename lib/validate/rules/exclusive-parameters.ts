import { parameterAt } from '../../language';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

function* together(placed: KnownAction, groups: readonly (readonly string[])[] = []): Generator<Finding> {
  for (const names of groups) {
    const present = names.filter((name) => parameterAt(placed.parameters, name) !== undefined);
    if (present.length > 1) yield { path: 'Parameters', ...MESSAGES.exclusiveParameters(placed, present, names) };
  }
}

export const exclusiveParameters: Rule = {
  name: 'exclusive-parameters',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action has parameters together of which only one may stand.',
  find: inEachKnownAction(function* (placed) {
    const problem = `Invalid Action property value. Path: ${placed.path}.Parameters`;
    for (const finding of together(placed, placed.spec.exactlyOne)) yield { ...finding, problem };
    for (const finding of together(placed, placed.spec.exclusive)) yield { ...finding, severity: 'warning' };
  }),
};
