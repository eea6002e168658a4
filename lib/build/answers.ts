import { external, type Reference } from './reference';

/** What one key of a Lambda answer holds; on the wire it is text in every case. */
export interface AnswerField<V> {
  readonly kind: 'text' | 'number' | 'oneOf';
  readonly values?: readonly V[];
}

/** Any text. */
export const text: AnswerField<string> = { kind: 'text' };

/** A number, written as text; compare it with `greaterThan` and its like. */
export const number: AnswerField<number> = { kind: 'number' };

/** One of a few words; `when` over it knows its cases. */
export const oneOf = <const V extends readonly string[]>(...values: V): AnswerField<V[number]> => ({
  kind: 'oneOf',
  values,
});

export interface AnswerFields {
  readonly [key: string]: AnswerField<unknown>;
}

type ValueOf<F> = F extends AnswerField<infer V> ? V : never;

/** References to the keys of an answer. Another `invoke` replaces what they read. */
export type ResultOf<F extends AnswerFields> = { readonly [K in keyof F]: Reference<ValueOf<F[K]>> };

/** What a function answers: declared once, read by the flow and by the function itself. */
export interface Answers<F extends AnswerFields> {
  readonly fields: F;
  readonly result: ResultOf<F>;
}

/** A reference to each of the fields. */
export const referencesTo = <F extends AnswerFields>(fields: F, to: (key: string) => Reference): ResultOf<F> =>
  // The keys of the mapped type are exactly those of `fields`, which Object.fromEntries cannot say.
  Object.fromEntries(Object.keys(fields).map((key) => [key, to(key)])) as ResultOf<F>;

/** Declares what a function answers: `answers({ tier: oneOf('gold', 'standard'), name: text })`. */
export const answers = <F extends AnswerFields>(fields: F): Answers<F> => ({
  fields,
  result: referencesTo(fields, external),
});

/** A function that a flow can call; constructs and `lambdaFunction` have this shape. */
export interface FunctionHandle<F extends AnswerFields = AnswerFields> {
  readonly functionArn: string;
  readonly functionName?: string;
  readonly result: ResultOf<F>;
}

/** A function by its ARN alone, for tests and for functions of others. */
export const lambdaFunction = <F extends AnswerFields>(
  functionArn: string,
  answered: Answers<F>,
  functionName?: string,
): FunctionHandle<F> => ({ functionArn, functionName, result: answered.result });
