import { isObject } from '../described-values';
import { hasPlaceholder } from '../placeholder';
import type { Subject } from '../subject';
import type { Read } from './reads';

/** Keys that the actions of a type set; undefined where some of them are known only while the flow runs. */
const keysSetBy = (subject: Subject, type: string, parameter: string): ReadonlySet<string> | undefined => {
  const keys = new Set<string>();
  for (const { parameters } of subject.ofType(type)) {
    const map = parameters[parameter];
    if (!isObject(map)) return undefined;
    for (const key of Object.keys(map)) {
      if (key.includes('$') || hasPlaceholder(key)) return undefined;
      keys.add(key);
    }
  }
  return keys;
};

interface AttributeKind {
  readonly root: string;
  readonly setBy: string;
  readonly parameter: string;
}

/** The first read of every attribute of a kind that no action of the flow sets. */
export const neverSet = (subject: Subject, { root, setBy, parameter }: AttributeKind): readonly Read[] => {
  const reads = subject.reads.filter((read) => read.root === root && read.keys.length > 1);
  const set = reads.length === 0 ? undefined : keysSetBy(subject, setBy, parameter);
  if (set === undefined) return [];
  const firsts = new Map<string, Read>();
  for (const read of reads) {
    const key = read.keys[1] as string;
    if (!set.has(key) && !firsts.has(key)) firsts.set(key, read);
  }
  return [...firsts.values()];
};
