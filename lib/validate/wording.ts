import { FLOW_TYPE_FACTS, type FlowScope } from '../language';
import type { PlacedAction } from './subject';

/** Longer texts are cut where they are quoted. */
const LONGEST_QUOTE = 60;
/** Longer lists of valid words are cut. */
const MOST_WORDS = 12;

const cut = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

/** A value as JSON, so that line ends and control characters of a document never reach a terminal. */
export const quote = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(cut(value)) : cut(String(JSON.stringify(value)));

/** As `quote`, without the quotes. */
export const bare = (text: string): string => quote(text).slice(1, -1);

/** `"a", "b" or "c"` */
export const listOf = (words: readonly string[], last = 'or'): string => {
  const shown = words.slice(0, MOST_WORDS).map(quote);
  if (words.length > MOST_WORDS) return `${shown.join(', ')} … (${words.length} in all)`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
};

/** `inbound flow` */
export const scopeName = (scope: FlowScope): string =>
  (scope === 'MODULE' ? 'Flow module' : FLOW_TYPE_FACTS[scope].title).toLowerCase();

export const scopeNames = (scopes: readonly FlowScope[]): string => scopes.map(scopeName).join(', ');

/** `"Welcome" (MessageParticipant)` */
export const named = ({ id, type }: Pick<PlacedAction, 'id' | 'type'>): string => `${quote(id)} (${bare(type)})`;

/** The fix that names the right word where one is near. */
export const instead = (word: string | undefined, otherwise: string): string =>
  word === undefined ? otherwise : `Write ${quote(word)}.`;
