import { isObject } from '../described-values';
import { flow, ON_ERROR, step } from '../example-flow';
import type { DescribedValue } from '../flow-facts/parameter-facts';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn } from '../subject';

const countOf = (value: unknown): number | undefined => {
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
};

/** The service names the place of a wrong value, but not of a wrong number of tags. */
const problemOf = ({ placed, place }: DescribedValue, refusal: string | undefined): string | undefined =>
  refusal?.startsWith('Invalid') ? `${refusal}. Path: ${placed.path}.${place.path}` : refusal;

const findingOf = (found: DescribedValue): Finding | undefined => {
  const { placed, place, name, value, spec } = found;
  const count = countOf(value);
  const { least = 0, most = Number.POSITIVE_INFINITY, refusal } = spec.entries ?? {};
  if (count === undefined || (count >= least && count <= most)) return undefined;
  const message = MESSAGES.entryCount(placed, name, count, least, most);
  const severity = refusal === undefined ? 'warning' : 'error';
  return foundIn(placed, { path: place.path, severity, problem: problemOf(found, refusal), ...message });
};

const untag = (...TagKeys: readonly string[]) => flow(step('untag', 'UntagContact', { TagKeys }, ON_ERROR));

export const wrongEntryCount: Rule = {
  name: 'wrong-entry-count',
  severity: 'error',
  evidence: 'observed',
  summary: 'A list or map has fewer or more entries than it may have.',
  examples: { failing: untag(), passing: untag('campaign') },
  find: ({ parameters }) => parameters.counted.flatMap((found) => findingOf(found) ?? []),
};
