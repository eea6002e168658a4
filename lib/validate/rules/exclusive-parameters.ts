import { flow, say } from '../example-flow';
import { isGiven } from '../given-parameter';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn, isKnown, type KnownAction, type Subject } from '../subject';

function* together(placed: KnownAction, groups: readonly (readonly string[])[]): Generator<Finding> {
  for (const names of groups) {
    const present = names.filter((name) => isGiven(placed.parameters, name));
    if (present.length < 2) continue;
    yield foundIn(placed, { path: 'Parameters', ...MESSAGES.exclusiveParameters(placed, present, names) });
  }
}

/** Objects inside of parameters that must hold exactly one of some keys, and hold none or several. */
function* ambiguousObjects({ parameters }: Subject): Generator<Finding> {
  for (const { placed, place, object, fields } of parameters.ambiguous) {
    const names = fields.exactlyOne ?? [];
    const present = names.filter((name) => Object.hasOwn(object, name));
    const message =
      present.length === 0
        ? MESSAGES.missingAlternative(placed, names, place.path)
        : MESSAGES.exclusiveParameters(placed, present, names, place.path);
    yield foundIn(placed, { path: place.path, severity: 'warning', ...message });
  }
}

const hello = say('hello', 'Hello.');

export const exclusiveParameters: Rule = {
  name: 'exclusive-parameters',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action has parameters together of which only one may stand.',
  examples: {
    failing: flow({ ...hello, Parameters: { Text: 'Hello.', SSML: '<speak>Hello.</speak>' } }),
    passing: flow(hello),
  },
  *find(subject) {
    for (const placed of subject.actions) {
      if (!isKnown(placed)) continue;
      const { exactlyOne, exclusive } = placed.spec;
      if (exactlyOne !== undefined) {
        const problem = `Invalid Action property value. Path: ${placed.path}.Parameters`;
        for (const finding of together(placed, exactlyOne)) yield { ...finding, problem };
      }
      if (exclusive === undefined) continue;
      for (const finding of together(placed, exclusive)) yield { ...finding, severity: 'warning' };
    }
    yield* ambiguousObjects(subject);
  },
};
