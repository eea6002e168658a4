import type { FlowDocument } from './document';
import { FlowReadError, nameOf } from './flow-read-error';
import { asFlow } from './flow-shape';
import { unwrap } from './foreign-document';
import { LIMITS } from './limits';
import { parseJson } from './parse-json';

/** Eight times what the API takes: room for indentation and wrapping. */
const LONGEST = 8 * LIMITS.contentCharacters;
/** A document in an answer, once more as a JSON string, is as deep as tools wrap one. */
const DEEPEST_WRAPPING = 3;

const withoutByteOrderMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const readWrapped = (text: string, origin: string | undefined, wrapping: number): FlowDocument => {
  const value = parseJson(withoutByteOrderMark(text), origin);
  const inner = wrapping < DEEPEST_WRAPPING ? unwrap(value) : undefined;
  if (inner === undefined) return asFlow(value, origin);
  return readWrapped(inner.text, origin === undefined ? inner.place : `${origin} (${inner.place})`, wrapping + 1);
};

/**
 * Reads a flow or module: its JSON, an answer of DescribeContactFlow or DescribeContactFlowModule that holds it, or a JSON
 * string that holds it. The values are plain; `write` gives the same text back, whitespace aside.
 *
 * @param origin what messages call the text, e.g. the file name
 * @throws FlowReadError
 */
export const read = (text: string, origin?: string): FlowDocument => {
  if (text.length <= LONGEST) return readWrapped(text, origin, 0);
  const size = `has ${text.length} characters, more than the ${LONGEST} that are read`;
  throw new FlowReadError(
    'too-large',
    `${nameOf(origin)} ${size}; the API takes ${LIMITS.contentCharacters}, so give a smaller document.`,
  );
};
