import { Lazy, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { type FlowDocument, write } from '../language';
import { type Resolved, referencedIn, resolved } from './referenced-in';

/** The text of a document for a template. */
export interface DocumentText {
  /** JSON in which references to other resources are tokens. */
  readonly text: string;
  /** The same as the value of a property: what the CDK resolves soonest. */
  readonly property: string;
  /** The constructs that it refers to. */
  readonly references: ReadonlySet<IConstruct>;
}

/** A reference to a text, as it stands in another text. */
const TOKEN = /\$\{Token\[[^\]]+\]\}/g;

/** What is left of references to lists and numbers; these are no texts. */
const OTHER_TOKEN = /#\{Token\[|-1\.\d+e\+289/;

const isSafe = (text: string): boolean => JSON.stringify(text) === `"${text}"`;

/** True for what can be put into a JSON string as it is. */
const fits = (value: unknown): boolean => {
  if (typeof value === 'string') return isSafe(value);
  if (typeof value !== 'object' || value === null) return false;
  const { 'Fn::Join': join } = value as { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] };
  return join === undefined || [join[0], ...join[1]].every(fits);
};

const NONE: ReadonlySet<IConstruct> = new Set();

/** What most references are, an attribute of a resource, does not have to be taken apart. */
const lookedUp = (scope: Construct, token: string): Resolved => {
  const { firstToken } = Tokenization.reverseString(token);
  return Reference.isReference(firstToken)
    ? { value: { [firstToken.displayName]: '' }, targets: new Set([firstToken.target]) }
    : resolved(scope, token);
};

/** Takes a text apart at its references, so that the CDK need not do it each time it looks at the template. */
const takenApart = (text: string): string => {
  const parts: unknown[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    parts.push(text.slice(end, index), Tokenization.reverseString(token).firstToken);
    end = index + token.length;
  }
  const join = { 'Fn::Join': ['', [...parts, text.slice(end)]] };
  return Token.asString(Lazy.uncachedAny({ produce: () => join }));
};

const isReference = (token: string): boolean => Reference.isReference(Tokenization.reverseString(token).firstToken);

/**
 * Writes a document, spelt as it was read. Where its references are plain texts, they can be filled into the JSON; otherwise
 * the stack has to make the JSON, which takes longer than all else.
 */
export const documentText = (scope: Construct, document: FlowDocument): DocumentText => {
  const text = write(document, { indent: 'compact' });
  const hasOther = OTHER_TOKEN.test(text);
  const tokens = [...new Set(text.match(TOKEN))];
  if (tokens.length === 0 && !hasOther) return { text, property: text, references: NONE };
  const found = tokens.map((token) => lookedUp(scope, token));
  if (hasOther || !found.every(({ value }) => fits(value))) {
    const made = Stack.of(scope).toJsonString(document);
    return { text: made, property: made, references: referencedIn(scope, document) };
  }
  const references = new Set(found.flatMap(({ targets }) => [...targets]));
  return { text, property: tokens.every(isReference) ? takenApart(text) : text, references };
};
