import type { CfnResource } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** The key under which cdk-nag, where an app runs it, looks for findings that are accepted, and its form of one. */
const KEY = 'cdk_nag';

interface Accepted {
  /** Of cdk-nag, e.g. `AwsSolutions-S1`. */
  readonly id: string;
  readonly reason: string;
  /** The findings meant, as a regular expression between slashes. @default all that the rule has about the resource */
  readonly findings?: string;
}

/** Says beside a resource why what a rule of cdk-nag finds in it is meant to be so. */
export const acceptFinding = (owner: IConstruct, { id, reason, findings }: Accepted): void => {
  const resource = owner.node.defaultChild as CfnResource;
  const known = resource.getMetadata(KEY)?.rules_to_suppress ?? [];
  const rule = { id, reason, ...(findings !== undefined && { applies_to: [{ regex: findings }] }) };
  resource.addMetadata(KEY, { rules_to_suppress: [...known, rule] });
};
