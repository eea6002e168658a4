import type { Json } from '../../language';
import { AwsError } from '../aws-error';

/** A role, as CloudFormation made it. Nothing asks for permission here, so policies are kept and not applied. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  readonly properties: Json;
}

/** A policy that belongs to roles. */
export interface Policy {
  readonly name: string;
  readonly roles: readonly string[];
  readonly document: Json;
}

/** IAM's roles and policies. */
export class IamStore {
  readonly roles = new Map<string, Role>();
  /** By the physical id of their resources. */
  readonly policies = new Map<string, Policy>();

  /** @throws AwsError where there is none */
  role(name: string): Role {
    const role = this.roles.get(name);
    if (role !== undefined) return role;
    throw new AwsError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
  }

  createRole(role: Role): void {
    if (this.roles.has(role.name))
      throw new AwsError('EntityAlreadyExists', `Role with name ${role.name} already exists.`, 409);
    this.roles.set(role.name, role);
  }

  /** @throws AwsError while policies belong to it */
  deleteRole(name: string): void {
    this.role(name);
    if ([...this.policies.values()].some(({ roles }) => roles.includes(name))) {
      throw new AwsError('DeleteConflict', 'Cannot delete entity, must delete policies first.', 409);
    }
    this.roles.delete(name);
  }

  putPolicy(id: string, policy: Policy): void {
    for (const name of policy.roles) this.role(name);
    this.policies.set(id, policy);
  }
}
