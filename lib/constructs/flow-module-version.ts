import { createHash } from 'node:crypto';
import { CfnContactFlowModuleAlias, CfnContactFlowModuleVersion } from 'aws-cdk-lib/aws-connect';
import { type CfnResource, Lazy, Resource, Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ContactFlowModuleBase, type IContactFlowModule } from './contact-flow-module-base';

/** Longest logical id that CloudFormation takes, and what the hash needs of it. */
const [LOGICAL_ID, HASH] = [255, 16];

/** What of a module a version keeps. */
export interface VersionedModule extends IContactFlowModule {
  /** The value of the Content property. */
  readonly contentText: string;
}

export interface ContactFlowModuleVersionProps {
  readonly module: VersionedModule;

  /** @default - none */
  readonly description?: string;
}

/**
 * A module as it is now, for good. When the content of the module changes, the version in the stack is another one, and the
 * one before is deleted once nothing of the stack refers to it any more.
 */
export class ContactFlowModuleVersion extends Resource {
  /** @attribute */
  readonly moduleVersionArn: string;
  /** Counted by Connect. @attribute */
  readonly version: number;

  constructor(scope: Construct, id: string, props: ContactFlowModuleVersionProps) {
    super(scope, id);
    const { module, description } = props;
    const resource = new CfnContactFlowModuleVersion(this, 'Resource', {
      contactFlowModuleId: module.contactFlowModuleArn,
      description,
    });
    nameByContent(resource, module.contentText);
    this.moduleVersionArn = resource.attrContactFlowModuleVersionArn;
    this.version = resource.attrVersion;
  }
}

/** A version cannot be updated: what makes another one of it is another logical id. */
const nameByContent = (resource: CfnResource, text: string): void => {
  const stack = Stack.of(resource);
  const id = stack.getLogicalId(resource).slice(0, LOGICAL_ID - HASH);
  const produce = (): string => {
    const content = JSON.stringify(stack.resolve(text));
    return id + createHash('sha256').update(content).digest('hex').slice(0, HASH);
  };
  resource.overrideLogicalId(Lazy.uncachedString({ produce }));
};

export interface ContactFlowModuleAliasProps {
  readonly module: IContactFlowModule;

  /** The version that flows get which name the alias. */
  readonly version: ContactFlowModuleVersion | number;

  /** Letters and digits, with single dashes or underscores between them, e.g. `live`. */
  readonly name: string;

  /** @default - none */
  readonly description?: string;
}

const NAME = /^([$0-9a-zA-Z][_-]?)+$/;

/**
 * A name for one version of a module. Flows that invoke the alias run that version, whatever becomes of the module; they
 * refer to it by `<module>:<alias id>`, for Connect follows no other form.
 */
export class ContactFlowModuleAlias extends ContactFlowModuleBase {
  readonly contactFlowModuleArn: string;
  readonly contactFlowModuleId: string;
  readonly moduleName?: string;
  /** @attribute */
  readonly aliasId: string;

  constructor(scope: Construct, id: string, props: ContactFlowModuleAliasProps) {
    super(scope, id);
    const { module, version, name, description } = props;
    if (!Token.isUnresolved(name) && !NAME.test(name))
      throw new Error(
        `${this.node.path}: "${name}" is no name for an alias. Use letters and digits, with single dashes or underscores between them.`,
      );
    const resource = new CfnContactFlowModuleAlias(this, 'Resource', {
      contactFlowModuleId: module.contactFlowModuleArn,
      contactFlowModuleVersion: typeof version === 'number' ? version : version.version,
      name,
      description,
    });
    this.aliasId = resource.attrAliasId;
    this.contactFlowModuleArn = `${module.contactFlowModuleArn}:${this.aliasId}`;
    this.contactFlowModuleId = `${module.contactFlowModuleId}:${this.aliasId}`;
    this.moduleName = module.moduleName;
  }
}
