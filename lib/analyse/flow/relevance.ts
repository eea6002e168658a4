import type { Centre, DeclaredAnswers } from '../centre';
import { type Program, programOf, type Step } from './program';
import { givesOf, pathsIn, type Write } from './reads-and-writes';

const keepsOf = (step: Step): readonly Write[] => {
  const given = givesOf(step);
  return given.length === 0 ? step.writes : given;
};

/** What an action reads in order to decide, or to keep it elsewhere. */
export const readsAndCopiesOf = (step: Step): readonly string[] => {
  const kept = keepsOf(step);
  if (kept.length === 0) return step.reads;
  return [...step.reads, ...kept.flatMap(([path, value]) => [...pathsIn(path), ...pathsIn(value)])];
};

const attributesIn = (answers: DeclaredAnswers = {}): readonly string[] =>
  Object.values(answers)
    .flat()
    .flatMap(({ when }) => Object.keys(when?.attributes ?? {}).map((key) => `Attributes.${key}`));

/** The references that can make a difference to which flows run: those that are read to decide, and what they are made of. */
export const relevantPaths = ({ functions = [] }: Centre, programs: readonly Program[]): ReadonlySet<string> => {
  const relevant = new Set(functions.flatMap(({ answers }) => attributesIn(answers)));
  const copies: (readonly [path: string, sources: readonly string[]])[] = [];
  for (const { steps } of programs)
    for (const step of steps) {
      for (const path of step.reads) relevant.add(path);
      for (const [path, value] of keepsOf(step)) copies.push([path, pathsIn(value)]);
    }
  for (let before = -1; before < relevant.size; ) {
    before = relevant.size;
    for (const [path, sources] of copies) if (relevant.has(path)) for (const source of sources) relevant.add(source);
  }
  return relevant;
};

export const programsOf = ({ flows, modules }: Pick<Centre, 'flows' | 'modules'>): readonly Program[] =>
  [...flows, ...modules].map(programOf);
