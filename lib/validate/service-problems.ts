import type { Issue } from './issue';

/** The most entries and the longest message of `problems` (API model of InvalidContactFlowException). */
const MOST_PROBLEMS = 50;
const LONGEST_MESSAGE = 256;

/**
 * What CreateContactFlow itself answers to a flow with these issues: the messages in its `problems`. Only errors count, and
 * only those whose wording is known; an error whose wording nobody has published is left out.
 */
export const asServiceProblems = (issues: readonly Issue[]): readonly string[] =>
  issues
    .flatMap(({ severity, problem }) => (severity === 'error' && problem !== undefined ? [problem] : []))
    .slice(0, MOST_PROBLEMS)
    .map((problem) => problem.slice(0, LONGEST_MESSAGE));
