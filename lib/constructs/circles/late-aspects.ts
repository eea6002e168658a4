import { type AspectApplication, Aspects } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Every aspect that concerns a construct, in the order in which the CDK would have it visit. */
const aspectsFor = ({ node }: IConstruct): readonly AspectApplication[] =>
  node.scopes.flatMap((scope) => Aspects.of(scope).applied).sort((a, b) => a.priority - b.priority);

/** Lets the aspects of an app visit constructs that were made after all others had been visited: tags, boundaries … */
export const visitWithAspects = (made: readonly IConstruct[]): void => {
  for (const construct of made) {
    for (const { aspect } of aspectsFor(construct)) aspect.visit(construct);
  }
};
