import { Token } from 'aws-cdk-lib/core';
import type { FlowDocument, Json } from '../language';
import { ownerIn } from '../validate';

function* textsIn(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each);
}

/** A new instance has nothing yet that could be named by its ARN. */
const isOwn = (instanceId: string, instanceArn: string): boolean =>
  !Token.isUnresolved(instanceArn) && ownerIn(instanceArn)?.instanceId === instanceId;

/** What a flow names that belongs to another instance, a sentence each: it would be refused, or never be found by a call. */
export const foreignArns = (document: FlowDocument | undefined, instanceArn: string): readonly string[] => {
  const where = Token.isUnresolved(instanceArn) ? 'an instance that this app makes' : instanceArn;
  return (document?.Actions ?? []).flatMap(({ Identifier, Parameters }) =>
    [...new Set(textsIn(Parameters))].flatMap((text) => {
      const owner = Token.isUnresolved(text) ? undefined : ownerIn(text)?.instanceId;
      if (owner === undefined || isOwn(owner, instanceArn)) return [];
      return [
        `Action "${Identifier}" names ${text}, which belongs to another instance; the flow is deployed to ${where}. Name the construct, or import the resource of that instance.`,
      ];
    }),
  );
};
