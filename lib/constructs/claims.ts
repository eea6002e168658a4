import type { IConstruct } from 'constructs';

/** Paths of constructs by what they have to themselves, by app. */
const CLAIMS = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Claims something for a construct, and gives the path of the one that has it already; undefined where nobody has. References
 * are tokens, which are the same wherever they stand.
 */
export const claimedBefore = ({ node: { root, path } }: IConstruct, what: string): string | undefined => {
  const claims = CLAIMS.get(root) ?? new Map<string, string>();
  CLAIMS.set(root, claims);
  const other = claims.get(what);
  if (other === undefined) claims.set(what, path);
  return other;
};
