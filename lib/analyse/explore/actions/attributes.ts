import type { Json } from '../../../language';
import type { Facts } from '../../facts/facts';
import type { Value } from '../../facts/value';
import { rootOf } from '../../facts/variables';
import { evaluate, fresh, variableOf } from '../evaluate';
import type { Turn } from '../turn';

const write = (turn: Turn, facts: Facts, path: string, value: Value): Facts => {
  const { exploration } = turn;
  if (!exploration.surroundings.relevant.has(path)) return facts;
  if (facts.shared && rootOf(path) === 'Attributes') exploration.elsewhere.note(path, value);
  return exploration.book.withVariable(facts, variableOf(turn, path), value);
};

/** Any of the attributes may be the one that is meant. */
const writeSome = (turn: Turn, facts: Facts, root: string, reference: string): Facts => {
  const { relevant } = turn.exploration.surroundings;
  const anything = turn.exploration.book.values.anything(reference);
  return [...relevant]
    .filter((path) => rootOf(path) === root)
    .reduce((all, path) => write(turn, all, path, anything), facts);
};

const isSetTo = (turn: Turn, value: Json | undefined): Value => {
  const found = evaluate(turn, value);
  return found.kind === 'unset' ? turn.exploration.book.values.text('') : found;
};

/** What the action sets, with every value as it was before. */
const withWrites = (turn: Turn, facts: Facts = turn.facts): Facts =>
  turn.step.writes.reduce((all, [path, value]) => {
    if (!path.includes('$'))
      return turn.exploration.surroundings.relevant.has(path) ? write(turn, all, path, isSetTo(turn, value)) : all;
    const root = rootOf(path);
    const key = evaluate(turn, path.slice(root.length + 1));
    if (key.kind === 'text') return write(turn, all, `${root}.${key.text}`, isSetTo(turn, value));
    return writeSome(turn, all, root, path);
  }, facts);

/** Sets attributes, of the contact or of the flow. */
export const updateAttributes = (turn: Turn): void => {
  turn.onward(withWrites(turn));
  turn.errors();
};

/** An action of which no more need be known than which ways lead out of it and what it fills. */
export const ordinary = (turn: Turn): void => {
  let facts = turn.facts;
  for (const path of turn.exploration.foresight.writtenBy(turn.step)) {
    const [forgetful, value] = fresh(turn, facts, path);
    facts = write(turn, forgetful, path, value);
  }
  turn.onward(facts);
  turn.errors(facts);
};
