import { nearest } from '../../language/nearest';
import { flow, toQueue } from '../example-flow';
import type { KeyIn } from '../flow-facts/parameter-facts';
import { PARAMETERS, Place } from '../flow-facts/place';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn } from '../subject';

/** Rows may lack keys that AWS has not published, so only a misspelling, or a key where there are none, is surely wrong. */
const doubtOf = ({ placed, place, name }: KeyIn, names: readonly string[]): Pick<Finding, 'severity'> | undefined => {
  const misspelt = nearest(name, names) !== undefined;
  if (placed.spec?.evidence === 'assumed') return misspelt ? { severity: 'warning' } : undefined;
  return place === PARAMETERS && (misspelt || names.length === 0) ? {} : { severity: 'warning' };
};

export const unknownParameter: Rule = {
  name: 'unknown-parameter',
  severity: 'error',
  evidence: 'documented',
  summary: 'An action has a parameter that its type does not have.',
  examples: {
    failing: flow({ ...toQueue(), Parameters: { QueueId: 'c1a2b3d4-0000-4000-8000-000000000001' } }),
    passing: flow(toQueue()),
  },
  *find({ parameters }) {
    for (const key of parameters.unknownKeys) {
      const { placed, place, name, fields } = key;
      const names = Object.keys(fields.specs);
      const doubt = doubtOf(key, names);
      if (doubt === undefined) continue;
      const { path } = new Place(place, name);
      const problem = `Invalid Action property name. Path: ${placed.path}.${path}`;
      yield foundIn(placed, { path, problem, ...doubt, ...MESSAGES.unknownParameter(placed, name, names, place.path) });
    }
  },
};
