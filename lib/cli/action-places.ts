import type { TextPlace } from '../language';

const IDENTIFIER = /"Identifier"\s*:\s*("(?:[^"\\]|\\.)*")/g;

/** Where each action stands in the text of a document, by its identifier; nothing for a document inside another text. */
export const actionPlaces = (text: string): ReadonlyMap<string, TextPlace> => {
  const places = new Map<string, TextPlace>();
  let line = 1;
  let lineStart = 0;
  for (const match of text.matchAll(IDENTIFIER)) {
    for (
      let end = text.indexOf('\n', lineStart);
      end !== -1 && end < match.index;
      end = text.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    const identifier = textOf(match[1] ?? '""');
    if (!places.has(identifier)) places.set(identifier, { line, column: match.index - lineStart + 1 });
  }
  return places;
};

const textOf = (literal: string): string => {
  try {
    return JSON.parse(literal);
  } catch {
    return literal;
  }
};
