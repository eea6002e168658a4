import type { FlowDocument } from './document';
import { FlowReadError, nameOf } from './flow-read-error';
import { asFlow } from './flow-shape';
import { unwrap } from './foreign-document';
import { parseJson } from './parse-json';

/** Far above the 256,000 characters that the API takes, indentation and wrapping included. */
const LONGEST = 16_000_000;
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
  throw new FlowReadError('too-large', `${nameOf(origin)} ${size}; the API takes 256000, so give a smaller document.`);
};
