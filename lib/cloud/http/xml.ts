import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { AwsError } from '../aws-error';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });
const parser = new XMLParser({ parseTagValue: false, processEntities: true, ignoreAttributes: true });

/** What has no value is left out; dates are written as ISO 8601; lists in the way of the query protocol have `member`s. */
const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
};

/** @param root the outermost element; a key that starts with `@` is an attribute, a list repeats its element */
export const writeXml = (root: Readonly<Record<string, unknown>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(plain(root))}`;

/** @throws AwsError for what is not XML */
export const readXml = (text: string): Readonly<Record<string, unknown>> => {
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new AwsError('MalformedXML', `The XML of the request is broken: ${validity.err.msg}`);
  return parser.parse(text) as Readonly<Record<string, unknown>>;
};

/** One element or several with the same name, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
