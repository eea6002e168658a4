import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Flow } from '../build';
import { type FlowDocument, type FlowScope, type Json, read, write } from '../language';
import { callingLine, readablePlace } from './source-line';

/** A flow written with the builder, or a document in the Flow language. */
export type FlowContentProps<T extends FlowScope> =
  | {
      /** A flow written with the builder; its type must be that of the construct. */
      readonly flow: Flow<T>;
      readonly content?: never;
    }
  | {
      /** A document in the Flow language, as an object or as text, e.g. an export of a flow. */
      readonly content: FlowDocument | string;
      readonly flow?: never;
    };

/** What a flow construct ships. */
export interface FlowContent {
  /** Undefined for text that only the deployment knows. */
  readonly document: FlowDocument | undefined;
  /** The value of the Content property; references to other resources are tokens in it. */
  readonly text: string;
  /** What the builder was given: queues, functions, flows … */
  readonly uses: ReadonlySet<object>;
  /** Where an action was written, or else the construct. */
  lineOf(action: string | undefined): string | undefined;
}

function hasToken(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return Token.isUnresolved(value);
  return Object.values(value).some(hasToken);
}

const isKnown = (document: FlowDocument): boolean => !hasToken(document as unknown as Json);

/** `write` keeps the spelling of a document that was read; only the stack can put references into one. */
const textOf = (scope: Construct, document: FlowDocument): string =>
  isKnown(document) ? write(document, { indent: 'compact' }) : Stack.of(scope).toJsonString(document);

const readOr = (scope: Construct, text: string): FlowDocument | undefined => {
  try {
    return read(text, `The content of ${scope.node.path}`);
  } catch (error) {
    if (Token.isUnresolved(text)) return undefined;
    throw error;
  }
};

/** Reads the content of a flow construct; text that is no flow is refused at once. */
export const contentOf = <T extends FlowScope>(scope: Construct, props: FlowContentProps<T>): FlowContent => {
  const line = callingLine();
  if (props.flow !== undefined) {
    const { document, sources, uses } = props.flow;
    const lineOf = (action = ''): string | undefined => {
      const place = sources.get(action);
      return place === undefined ? line : readablePlace(place);
    };
    return { document, text: textOf(scope, document), uses, lineOf };
  }
  const document = typeof props.content === 'string' ? readOr(scope, props.content) : props.content;
  const text = document === undefined ? String(props.content) : textOf(scope, document);
  return { document, text, uses: new Set(), lineOf: () => line };
};
