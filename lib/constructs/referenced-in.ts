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

/** What a value stands for, and the constructs that it refers to. */
export interface Resolved {
  /** Undefined where the value is not complete, which is for the CDK to say. */
  readonly value: unknown;
  readonly targets: ReadonlySet<IConstruct>;
}

export const resolved = (scope: IConstruct, value: unknown): Resolved => {
  const resolver = new References();
  try {
    return { value: Tokenization.resolve(value, { scope, resolver, preparing: true }), targets: resolver.targets };
  } catch (error) {
    if (!isIncomplete(error)) throw error;
    return { value: undefined, targets: resolver.targets };
  }
};

/** The constructs that a value refers to, however deep in it. */
export const referencedIn = (scope: IConstruct, value: unknown): ReadonlySet<IConstruct> =>
  resolved(scope, value).targets;
