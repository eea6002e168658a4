import { CfnUser } from 'aws-cdk-lib/aws-connect';
import { type Duration, type IResource, Resource, type SecretValue, Token } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import type { IInstance } from './instance';
import { knownName } from './resource-name';
import type { IRoutingProfile } from './routing-profile';

/** Somebody who works with the instance, mostly an agent. */
export interface IUser extends IResource, aws_connect.IUserRef {
  /** @attribute */
  readonly userArn: string;
  /** @attribute */
  readonly userId: string;
  /** Undefined where only the deployment knows it. */
  readonly userName?: string;
}

/** How an agent is called. */
export interface UserPhone {
  /** In E.164 form. @default - a softphone in the browser */
  readonly deskPhoneNumber?: string;
  /** Connects the agent without a click; softphones only. @default false */
  readonly autoAccept?: boolean;
  /** Time to finish up after a contact. @default - the service's default */
  readonly afterContactWork?: Duration;
}

export interface UserProps {
  readonly instance: IInstance;

  /** What the user signs in with: letters, digits and _ - . @ */
  readonly username: string;

  /** Required where the instance manages its users itself, refused otherwise; give it from Secrets Manager. */
  readonly password?: SecretValue;

  readonly firstName?: string;
  readonly lastName?: string;

  /** Not allowed where users sign in with SAML, as their user name is their address. */
  readonly email?: string;

  readonly routingProfile: IRoutingProfile;

  /** Security profiles or their ARNs: what the user may do. One to ten. */
  readonly securityProfiles: readonly (aws_connect.ISecurityProfileRef | string)[];

  /** @default - a softphone */
  readonly phone?: UserPhone;
}

abstract class UserBase extends Resource implements IUser {
  abstract readonly userArn: string;
  abstract readonly userId: string;
  abstract readonly userName?: string;

  get userRef(): aws_connect.UserReference {
    return { userArn: this.userArn };
  }
}

class ImportedUser extends UserBase {
  readonly userId: string;
  readonly userName = undefined;

  constructor(
    scope: Construct,
    id: string,
    readonly userArn: string,
  ) {
    const parts = partsOf(userArn, 'agent');
    super(scope, id, { environmentFromArn: userArn });
    this.userId = parts.id;
  }
}

const phoneOf = ({ deskPhoneNumber, autoAccept, afterContactWork }: UserPhone): CfnUser.UserPhoneConfigProperty => ({
  phoneType: deskPhoneNumber === undefined ? 'SOFT_PHONE' : 'DESK_PHONE',
  deskPhoneNumber,
  autoAccept,
  afterContactWorkTimeLimit: afterContactWork?.toSeconds(),
});

const identityOf = ({ firstName, lastName, email }: UserProps): CfnUser.UserIdentityInfoProperty | undefined =>
  firstName === undefined && lastName === undefined && email === undefined ? undefined : { firstName, lastName, email };

const profileArn = (profile: aws_connect.ISecurityProfileRef | string): string =>
  typeof profile === 'string' ? profile : profile.securityProfileRef.securityProfileArn;

const problemOf = ({ username, securityProfiles }: UserProps): string | undefined => {
  if (!Token.isUnresolved(username) && !/^[\w.@-]{1,64}$/.test(username)) {
    return `the user name "${username}" is not made of 1 to 64 letters, digits and _ - . @ only.`;
  }
  if (securityProfiles.length >= 1 && securityProfiles.length <= 10) return undefined;
  return `a user has one to ten security profiles, and ${securityProfiles.length} are given.`;
};

/** Somebody who works with the instance, mostly an agent. */
export class User extends UserBase {
  /** A user who exists already. */
  static fromUserArn(scope: Construct, id: string, userArn: string): IUser {
    return new ImportedUser(scope, id, userArn);
  }

  readonly userArn: string;
  readonly userId: string;
  readonly userName?: string;

  constructor(scope: Construct, id: string, props: UserProps) {
    super(scope, id);
    const problem = problemOf(props);
    if (problem !== undefined) throw new Error(`${this.node.path}: ${problem}`);
    const resource = new CfnUser(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      username: props.username,
      password: props.password?.unsafeUnwrap(),
      identityInfo: identityOf(props),
      phoneConfig: phoneOf(props.phone ?? {}),
      routingProfileArn: props.routingProfile.routingProfileArn,
      securityProfileArns: props.securityProfiles.map(profileArn),
    });
    this.userArn = resource.attrUserArn;
    this.userId = partsOf(this.userArn, 'agent').id;
    this.userName = knownName(props.username);
  }
}
