import { type CollectionTag, isMap, isSeq, parseDocument, type ScalarTag, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../../../language';
import { AwsError } from '../../aws-error';
import { type Template, templateError, templateOf } from './template';

/** CloudFormation's own limit for templates in S3. */
const MOST_BYTES = 1_000_000;

const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'Transform',
];

const longName = (name: string): string => (['Ref', 'Condition'].includes(name) ? name : `Fn::${name}`);

/** `!GetAtt A.B` is short for the list of the two. */
const scalarValue = (name: string, text: string): Json => {
  const dot = text.indexOf('.');
  return name === 'GetAtt' && dot > 0 ? [text.slice(0, dot), text.slice(dot + 1)] : text;
};

/** The short forms of the functions, such as `!Ref Queue`. */
const shortForms = ['Ref', 'Condition', ...FUNCTIONS].flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: `!${name}`, resolve: (text: string) => ({ [longName(name)]: scalarValue(name, text) }) },
  { tag: `!${name}`, collection: 'seq', resolve: (value: YAMLSeq | YAMLMap) => asFunction(name, value) },
  { tag: `!${name}`, collection: 'map', resolve: (value: YAMLSeq | YAMLMap) => asFunction(name, value) },
]);

const asFunction = (name: string, value: YAMLSeq | YAMLMap) => {
  if (!isSeq(value) && !isMap(value)) throw templateError(`!${name} has no value.`);
  return { [longName(name)]: value.toJSON() as Json } as unknown as YAMLMap;
};

const fromYaml = (text: string): Json => {
  const document = parseDocument(text, { customTags: shortForms, merge: true });
  const [error] = document.errors;
  if (error !== undefined) throw templateError(`YAML not well-formed. ${error.message.split('\n')[0]}`);
  return document.toJS({ maxAliasCount: 100 }) as Json;
};

const fromJson = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw templateError(`JSON not well-formed. ${(error as Error).message}`);
  }
};

/** Reads a template, JSON or YAML. @throws AwsError */
export const parseTemplate = (text: string): Template => {
  if (text.length > MOST_BYTES) {
    throw new AwsError('ValidationError', `The template has ${text.length} characters; it may have ${MOST_BYTES}.`);
  }
  return templateOf(text.trimStart().startsWith('{') ? fromJson(text) : fromYaml(text), text);
};
