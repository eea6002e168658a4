import type { Kernel } from '../kernel';
import type { WorldCase, WorldDataTable, WorldProfile } from '../world';

/** Records that flows write: each run begins with those of its world and changes copies. */
interface Stored {
  cases: readonly WorldCase[];
  profiles: readonly WorldProfile[];
  readonly tables: Map<string, WorldDataTable>;
}

const stores = new WeakMap<Kernel, Stored>();

export const storedIn = (kernel: Kernel): Stored => {
  const known = stores.get(kernel);
  if (known) return known;
  const { cases, profiles } = kernel.world.world;
  const made: Stored = { cases, profiles, tables: new Map() };
  stores.set(kernel, made);
  return made;
};
