import { setBy } from './attributes';
import type { SetIssue } from './flow-in-set';
import type { FlowSet } from './flow-set';

/** Rules about one flow that a rule about the set says better, where both find something in the same place. */
const SAID_BETTER: Readonly<Record<string, string>> = {
  'contact-attribute-never-set': 'attribute-set-nowhere',
  'flow-attribute-never-set': 'flow-attribute-of-another-flow',
};

const keyOf = (rule: string, { index, path }: SetIssue): string => `${rule} ${index} ${path}`;

/** Whether every contact attribute that is read at a place is set by some flow of the set. */
const attributesKnownIn = (set: FlowSet): ((issue: SetIssue) => boolean) => {
  const setters = setBy(set.flows, 'Attributes');
  return ({ index, path }) =>
    (set.flows[index]?.reads ?? [])
      .filter((read) => read.path === path && read.keys[0] === 'Attributes')
      .every(({ keys }) => setters.has(keys[1] ?? ''));
};

/**
 * The issues of the documents without those that the set answers: a document alone cannot know that another flow sets the
 * attribute that it reads.
 */
export const withoutSuperseded = (
  own: readonly SetIssue[],
  between: readonly SetIssue[],
  set: FlowSet,
): readonly SetIssue[] => {
  if (set.flows.length < 2) return own;
  const said = new Set(between.map((issue) => keyOf(issue.rule, issue)));
  const isAnswered = attributesKnownIn(set);
  return own.filter((issue) => {
    const better = Object.hasOwn(SAID_BETTER, issue.rule) ? SAID_BETTER[issue.rule] : undefined;
    if (better === undefined) return true;
    if (said.has(keyOf(better, issue))) return false;
    return issue.rule !== 'contact-attribute-never-set' || !isAnswered(issue);
  });
};
