import type { Converter } from './draft';
import { type ConversionNote, NOTES } from './notes';
import type { OldModule } from './old-export';

/** A module with the identifier of its action; no converter where no action type does the same. */
export interface PlacedModule {
  readonly id: string;
  readonly module: OldModule;
  readonly convert?: Converter;
}

/** An identifier that none of `taken` is. */
export const freeIdentifier = (wanted: string, taken: { has(id: string): boolean }): string => {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const id = `${wanted} ${number}`;
    if (!taken.has(id)) return id;
  }
};

/** Gives each module an identifier of its own. Branches lead to the first module of an identifier. */
export const placeModules = (
  modules: readonly OldModule[],
  converterOf: (module: OldModule) => Converter | undefined,
  notes: ConversionNote[],
): readonly PlacedModule[] => {
  const taken = new Map<string, number>();
  for (const { id } of modules) if (!taken.has(id)) taken.set(id, 0);
  const seen = new Set<string>();
  return modules.map((module) => {
    const isFirst = !seen.has(module.id);
    const id = isFirst ? module.id : nextNumbered(module.id, taken);
    seen.add(module.id);
    if (!isFirst) notes.push({ module: id, ...NOTES.secondIdentifier(module.id, id) });
    return { id, module, convert: converterOf(module) };
  });
};

/** Counts on from the last number, so that a thousand equal identifiers cost a thousand steps. */
const nextNumbered = (wanted: string, taken: Map<string, number>): string => {
  let number = (taken.get(wanted) ?? 0) + 1;
  while (taken.has(`${wanted} ${number + 1}`)) number += 1;
  taken.set(wanted, number);
  const id = `${wanted} ${number + 1}`;
  taken.set(id, 0);
  return id;
};
