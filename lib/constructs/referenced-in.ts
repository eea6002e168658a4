import { DefaultTokenResolver, type IResolvable, Reference, StringConcat, Tokenization } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

class References extends DefaultTokenResolver {
  readonly targets = new Set<IConstruct>();

  constructor() {
    super(new StringConcat());
  }

  override resolveToken(...args: Parameters<DefaultTokenResolver['resolveToken']>): unknown {
    const token: IResolvable = args[0];
    if (Reference.isReference(token)) this.targets.add(token.target);
    return super.resolveToken(...args);
  }
}

const isIncomplete = (error: unknown): boolean => (error as { readonly type?: unknown }).type === 'CfnSynthesisError';

/** The constructs that a value refers to, however deep in it. What is wrong with it otherwise is for the CDK to say. */
export const referencedIn = (scope: IConstruct, value: unknown): ReadonlySet<IConstruct> => {
  const resolver = new References();
  try {
    Tokenization.resolve(value, { scope, resolver, preparing: true });
  } catch (error) {
    if (!isIncomplete(error)) throw error;
  }
  return resolver.targets;
};
