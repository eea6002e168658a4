import { type IResource, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import { type ByNameProps, lookedUpArn } from './look-up';

/** What users may do. */
export interface ISecurityProfile extends IResource, aws_connect.ISecurityProfileRef {
  /** @attribute */
  readonly securityProfileArn: string;
  /** @attribute */
  readonly securityProfileId: string;
}

/** Security profiles that exist already; make new ones with `CfnSecurityProfile`. */
export class SecurityProfile extends Resource implements ISecurityProfile {
  static fromSecurityProfileArn(scope: Construct, id: string, securityProfileArn: string): ISecurityProfile {
    return new SecurityProfile(scope, id, securityProfileArn);
  }

  /** Looked up when the stack is deployed, e.g. the *Agent* of every instance. */
  static fromSecurityProfileName(scope: Construct, id: string, props: ByNameProps): ISecurityProfile {
    return new SecurityProfile(scope, id, lookedUpArn(scope, id, { ...props, kind: 'security profile' }));
  }

  readonly securityProfileId: string;

  private constructor(
    scope: Construct,
    id: string,
    readonly securityProfileArn: string,
  ) {
    const parts = partsOf(securityProfileArn, 'security-profile');
    super(scope, id, { environmentFromArn: securityProfileArn });
    this.securityProfileId = parts.id;
  }

  get securityProfileRef(): aws_connect.SecurityProfileReference {
    return { securityProfileArn: this.securityProfileArn };
  }
}
