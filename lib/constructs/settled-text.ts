import {
  DefaultTokenResolver,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  Reference,
  StringConcat,
  Token,
  Tokenization,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Lets lazy values say what they stand for, and leaves references to resources as they are. */
class OfReferences extends DefaultTokenResolver {
  constructor() {
    super(new StringConcat());
  }

  override resolveToken(token: IResolvable, context: IResolveContext, after: IPostProcessor): unknown {
    return Reference.isReference(token) ? Token.asString(token) : super.resolveToken(token, context, after);
  }
}

/**
 * The text for which a lazy one stands. References in it are tokens still, and the same text wherever they stand, so that it
 * can be compared.
 */
export const settledText = (scope: IConstruct, text: string): string => {
  const settled: unknown = Tokenization.resolve(text, { scope, resolver: new OfReferences(), preparing: false });
  return typeof settled === 'string' ? settled : text;
};
