import type { Json, JsonObject } from './document';
import type { FlowReadErrorKind } from './flow-read-error';

/** A kind of document that people take for a flow. */
interface ForeignDocument {
  readonly kind: FlowReadErrorKind;
  readonly is: (value: JsonObject) => boolean;
  /** Completes the sentence "x is ...". */
  readonly what: string;
  readonly fix: string;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const has = (value: JsonObject, ...keys: readonly string[]): boolean => keys.every((key) => Object.hasOwn(value, key));

const property = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const FOREIGN_DOCUMENTS: readonly ForeignDocument[] = [
  {
    kind: 'old-console-export',
    is: (value) => has(value, 'modules', 'start'),
    what: 'an export in the old console format (modules, start), which the API never took and the console dropped on 2026-03-31',
    fix: 'convert it with `connect-flows convert`, or take the Content of `aws connect describe-contact-flow`',
  },
  {
    kind: 'test-case',
    is: (value) => Array.isArray(property(value, 'Observations')),
    what: 'a native test case (Observations), not a flow',
    fix: 'read it with the test-case runner, and give the flow under test here',
  },
  {
    kind: 'cloudformation-template',
    is: (value) => has(value, 'AWSTemplateFormatVersion') || isObject(property(value, 'Resources')),
    what: 'a CloudFormation template, not a flow',
    fix: 'give the Content of one of its AWS::Connect::ContactFlow or AWS::Connect::ContactFlowModule resources',
  },
  {
    kind: 'lambda-event',
    is: (value) =>
      property(value, 'Name') === 'ContactFlowEvent' || isObject(property(property(value, 'Details'), 'ContactData')),
    what: 'the event that a flow sends to a Lambda function, not a flow',
    fix: 'give the flow that sends it, e.g. the Content of `aws connect describe-contact-flow`',
  },
];

/** What a value that is no flow is instead, if it is something that people often take for one. */
export const recognise = (value: JsonObject): ForeignDocument | undefined =>
  FOREIGN_DOCUMENTS.find((foreign) => foreign.is(value));

/** A document inside an API answer (or inside a JSON string), with the place where it was found. */
export interface Wrapped {
  readonly text: string;
  readonly place: string;
}

const WRAPPERS = [['ContactFlow', 'Content'], ['ContactFlowModule', 'Content'], ['Content']] as const;

/** The serialised document that DescribeContactFlow, DescribeContactFlowModule and plain JSON strings carry. */
export const unwrap = (value: Json): Wrapped | undefined => {
  if (typeof value === 'string') return { text: value, place: 'the JSON string' };
  if (!isObject(value) || has(value, 'Actions')) return undefined;
  for (const keys of WRAPPERS) {
    const text = keys.reduce<Json | undefined>(property, value);
    if (typeof text === 'string') return { text, place: keys.join('.') };
  }
  return undefined;
};
