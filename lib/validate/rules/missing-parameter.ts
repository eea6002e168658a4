import { parameterAt } from '../../language';
import { describedObjects, pathTo } from '../described-values';
import { MESSAGES } from '../messages';
import { rowEvidence } from '../row-evidence';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

const TOP = 'Parameters';

function* missingRequired(placed: KnownAction): Generator<string> {
  for (const { path, object, specs } of describedObjects(placed.parameters, placed.spec.parameters, TOP)) {
    for (const [name, spec] of Object.entries(specs)) {
      if (spec.required === true && !Object.hasOwn(object, name)) yield pathTo(path, name);
    }
  }
}

function* missingInForm({ form, parameters, spec }: KnownAction): Generator<string> {
  for (const name of form.requires ?? []) {
    const already = spec.parameters[name]?.required === true;
    if (!already && parameterAt(parameters, name) === undefined) yield `${TOP}.${name}`;
  }
}

const missing = (placed: KnownAction, path: string, form?: string): Finding => ({
  path,
  problem: `Action is missing required property. Path: ${placed.path}.${path}`,
  ...rowEvidence(placed.spec),
  ...MESSAGES.missingParameter(placed, path.slice(TOP.length + 1), form),
});

function* missingAlternatives(placed: KnownAction): Generator<Finding> {
  for (const names of placed.spec.exactlyOne ?? []) {
    if (names.some((name) => parameterAt(placed.parameters, name) !== undefined)) continue;
    const problem = `Invalid Action property value. Path: ${placed.path}.${TOP}`;
    yield { path: TOP, problem, ...rowEvidence(placed.spec), ...MESSAGES.missingAlternative(placed, names) };
  }
}

export const missingParameter: Rule = {
  name: 'missing-parameter',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action lacks a parameter that it needs.',
  find: inEachKnownAction(function* (placed) {
    for (const path of missingRequired(placed)) yield missing(placed, path);
    for (const path of missingInForm(placed)) yield missing(placed, path, placed.form.name);
    yield* missingAlternatives(placed);
  }),
};
