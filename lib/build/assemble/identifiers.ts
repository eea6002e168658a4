import { FORBIDDEN_IDENTIFIER_CHARACTERS, FORBIDDEN_IDENTIFIERS, LIMITS } from '../../language/limits';
import type { Spot } from './spot';

const escaped = (text: string): string => text.replace(/[\\\]^-]/g, '\\$&');

/** What an identifier may not hold, or what says nothing in it. Tokens come first, as their own characters are refused. */
const ILLEGIBLE = new RegExp(
  [
    String.raw`[$#]\{[^}]*\}`,
    String.raw`\$(?:\.(?:\[\s*'[^']*'\s*\]|[\w:-]+)|\[\s*'[^']*'\s*\])+`,
    '<[^>]*>',
    `[${escaped(FORBIDDEN_IDENTIFIER_CHARACTERS)}\\p{Cc}]`,
    ...FORBIDDEN_IDENTIFIERS,
  ].join('|'),
  'gu',
);

/** Text without tokens, references, markup and anything else that an identifier may not hold. */
const legible = (text: string): string =>
  text
    .replace(ILLEGIBLE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.!?…]+$/, '')
    .trim();

/** Cut at a word's end where that leaves most of the text, and never within a surrogate pair. */
const cut = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  const end = space > length * 0.6 ? space : length;
  return text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
};

const withSuffix = (name: string, suffix: string): string =>
  cut(name, LIMITS.identifierCharacters - suffix.length) + suffix;

/** What a spot does, in words. */
interface Content {
  readonly words: string;
  /** True where nothing but the block's name tells it from others. */
  readonly isBare: boolean;
}

const contentOf = ({ step, action }: Spot): Content => {
  const isMain = step.actions.at(-1) === action;
  if (step.name !== undefined) return { words: isMain ? step.name : `${step.name} - ${action.block}`, isBare: false };
  const words = legible(action.words);
  return { words: words === '' ? action.block : `${action.block} ${words}`, isBare: words === '' };
};

/** The name of a spot by its content alone. */
export const bareName = (spot: Spot): string => withSuffix(contentOf(spot).words, '');

/** Room for the branch path beside the content. */
const PATH_LENGTH = 28;

const pathOf = ({ path }: Spot): string => {
  const words = path.map(legible).filter((word) => word !== '');
  while (words.length > 1 && words.join(' ').length > PATH_LENGTH) words.shift();
  return cut(words.join(' '), PATH_LENGTH);
};

const placedName = (spot: Spot, { words }: Content): string => {
  const path = pathOf(spot);
  return withSuffix(words, path === '' ? '' : ` - ${path}`);
};

/** A step without content of its own (`disconnect()`) goes by its place at once, so that a second one renames nothing. */
const firstChoice = (spot: Spot): string => {
  const content = contentOf(spot);
  return content.isBare ? placedName(spot, content) : withSuffix(content.words, '');
};

const countsOf = (names: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const numbered = (name: string, taken: ReadonlySet<string>): string => {
  let found = name;
  for (let number = 2; taken.has(found); number++) found = withSuffix(name, ` ${number}`);
  return found;
};

/**
 * Names every spot by what it does; where several do the same, by the branch it stands in; last by number. So an edit
 * elsewhere in the flow changes no name.
 */
export const identify = (spots: readonly Spot[]): ReadonlyMap<Spot, string> => {
  const wished = spots.map(firstChoice);
  const counts = countsOf(wished);
  const taken = new Set<string>();
  const names = new Map<Spot, string>();
  for (const [index, spot] of spots.entries()) {
    const wish = wished[index] ?? '';
    const isContested = (counts.get(wish) ?? 0) > 1;
    const name = numbered(isContested ? placedName(spot, contentOf(spot)) : wish, taken);
    taken.add(name);
    names.set(spot, name);
  }
  return names;
};
