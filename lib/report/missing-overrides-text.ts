import { contactTitle, flowTitle, type MissingOverride, sentencesFor, stageTitle } from '../analyse';
import { wrapped } from './wrapped-way';

/** Under what stands beside `Way:`. */
const INDENT = ' '.repeat(8);

const paragraph = ([first, ...others]: readonly MissingOverride[], index: number): string => {
  if (first === undefined) return '';
  const names = [first, ...others].map(({ entryPoint }) => entryPoint.name);
  const { what, why, way, fix } = sentencesFor(first, [...new Set(names)]);
  return [
    `${index + 1}. ${what}`,
    `   Why: ${why}`,
    `   Way: ${wrapped(way, INDENT).trimStart()}`,
    `   Fix: ${fix}`,
  ].join('\n');
};

const key = ({ contact, stage, run }: MissingOverride): string =>
  [contactTitle(contact), stageTitle(stage), flowTitle(run.flow), run.why].join('\n');

/** The same at several entry points is said once. */
const alike = (missing: readonly MissingOverride[]): readonly (readonly MissingOverride[])[] => {
  const groups = new Map<string, readonly MissingOverride[]>();
  for (const each of missing) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()];
};

/** Overrides that are asked for and missing, for people. */
export const missingOverridesText = (missing: readonly MissingOverride[]): string => {
  const groups = alike(missing);
  const count = groups.length === 1 ? '1 override is missing:' : `${groups.length} overrides are missing:`;
  return [count, ...groups.map(paragraph), ''].join('\n\n');
};
