import { flow, menu } from '../example-flow';
import { Place } from '../flow-facts/place';
import { isGiven } from '../given-parameter';
import { MESSAGES } from '../messages';
import { rowEvidence } from '../row-evidence';
import type { Finding, Rule } from '../rule';
import { foundIn, isKnown, type KnownAction, type Subject } from '../subject';

const TOP = 'Parameters';

const missing = (placed: KnownAction, path: string, form?: string): Finding =>
  foundIn(placed, {
    path,
    problem: `Action is missing required property. Path: ${placed.path}.${path}`,
    ...rowEvidence(placed.spec),
    ...MESSAGES.missingParameter(placed, path.slice(TOP.length + 1), form),
  });

function* missingRequired({ parameters }: Subject): Generator<Finding> {
  for (const { placed, place, name } of parameters.missingKeys) {
    if (isKnown(placed)) yield missing(placed, new Place(place, name).path);
  }
}

function* missingInForm(placed: KnownAction, names: readonly string[]): Generator<Finding> {
  for (const name of names) {
    const already = placed.spec.parameters[name]?.required === true;
    if (!already && !isGiven(placed.parameters, name)) {
      yield missing(placed, `${TOP}.${name}`, placed.form.name);
    }
  }
}

function* missingAlternatives(placed: KnownAction, groups: readonly (readonly string[])[]): Generator<Finding> {
  for (const names of groups) {
    if (names.some((name) => isGiven(placed.parameters, name))) continue;
    const problem = `Invalid Action property value. Path: ${placed.path}.${TOP}`;
    const message = MESSAGES.missingAlternative(placed, names);
    yield foundIn(placed, { path: TOP, problem, ...rowEvidence(placed.spec), ...message });
  }
}

export const missingParameter: Rule = {
  name: 'missing-parameter',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action lacks a parameter that it needs.',
  examples: {
    failing: flow({ ...menu('ask', ['1']), Parameters: { Text: 'Press a key.', InputTimeLimitSeconds: '5' } }),
    passing: flow(menu('ask', ['1'])),
  },
  *find(subject) {
    yield* missingRequired(subject);
    for (const placed of subject.actions) {
      if (!isKnown(placed)) continue;
      if (placed.form.requires !== undefined) yield* missingInForm(placed, placed.form.requires);
      if (placed.spec.exactlyOne !== undefined) yield* missingAlternatives(placed, placed.spec.exactlyOne);
    }
  },
};
