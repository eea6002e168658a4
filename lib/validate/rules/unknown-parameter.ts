import { nearest } from '../../language/nearest';
import { type DescribedObject, describedObjects, pathTo } from '../described-values';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

const TOP = 'Parameters';

/** Rows may lack keys that AWS has not published, so only a misspelling, or a key where there are none, is surely wrong. */
const doubtOf = (
  { spec }: KnownAction,
  { path, specs }: DescribedObject,
  name: string,
): Pick<Finding, 'severity'> | undefined => {
  const names = Object.keys(specs);
  const misspelt = nearest(name, names) !== undefined;
  if (spec.evidence === 'assumed') return misspelt ? { severity: 'warning' } : undefined;
  return path === TOP && (misspelt || names.length === 0) ? {} : { severity: 'warning' };
};

export const unknownParameter: Rule = {
  name: 'unknown-parameter',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action has a parameter that its type does not have.',
  find: inEachKnownAction(function* (placed) {
    for (const described of describedObjects(placed.parameters, placed.spec.parameters, TOP)) {
      for (const name of Object.keys(described.object)) {
        if (Object.hasOwn(described.specs, name) || hasPlaceholder(name)) continue;
        const doubt = doubtOf(placed, described, name);
        if (doubt === undefined) continue;
        const path = pathTo(described.path, name);
        const problem = `Invalid Action property name. Path: ${placed.path}.${path}`;
        yield {
          path,
          problem,
          ...doubt,
          ...MESSAGES.unknownParameter(placed, name, Object.keys(described.specs), described.path),
        };
      }
    }
  }),
};
