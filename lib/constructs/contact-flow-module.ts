import { CfnContactFlowModule } from 'aws-cdk-lib/aws-connect';
import { Lazy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import { ContactFlowModuleBase, type IContactFlowModule } from './contact-flow-module-base';
import { checkFlow } from './flow-check';
import { contentOf, type FlowContent, type FlowContentProps } from './flow-content';
import { ContactFlowModuleAlias, ContactFlowModuleVersion } from './flow-module-version';
import { type FlowTitle, titleOf } from './flow-title';
import { dependOnAssociations } from './function-associations';
import type { IInstance } from './instance';

interface ContactFlowModuleSettings {
  readonly instance: IInstance;

  /** @default - the name that the module was written with; for a document, one made of the construct's path */
  readonly name?: string;

  /** @default - the description that the module was written with */
  readonly description?: string;

  /** @default 'ACTIVE' */
  readonly state?: 'ACTIVE' | 'ARCHIVED';
}

export type { IContactFlowModule } from './contact-flow-module-base';

export type ContactFlowModuleProps = ContactFlowModuleSettings & FlowContentProps<'MODULE', IContactFlowModule>;

class ImportedContactFlowModule extends ContactFlowModuleBase {
  readonly contactFlowModuleId: string;
  readonly moduleName = undefined;

  constructor(
    scope: Construct,
    id: string,
    readonly contactFlowModuleArn: string,
  ) {
    const parts = partsOf(contactFlowModuleArn, 'flow-module');
    super(scope, id, { environmentFromArn: contactFlowModuleArn });
    this.contactFlowModuleId = parts.id;
  }
}

/** A part that flows of any type can run. */
export class ContactFlowModule extends ContactFlowModuleBase {
  /** A module that exists already; the ARN may end in `:<alias id>`. */
  static fromContactFlowModuleArn(scope: Construct, id: string, contactFlowModuleArn: string): IContactFlowModule {
    return new ImportedContactFlowModule(scope, id, contactFlowModuleArn);
  }

  readonly contactFlowModuleArn: string;
  readonly contactFlowModuleId: string;
  private readonly title: FlowTitle;
  private readonly content: FlowContent;
  #version?: ContactFlowModuleVersion;

  constructor(scope: Construct, id: string, props: ContactFlowModuleProps) {
    super(scope, id);
    const content = contentOf(this, props);
    this.content = content;
    this.title = titleOf(this, content, props);
    const resource = new CfnContactFlowModule(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      content: Lazy.uncachedString({ produce: () => content.property }),
      ...this.title.properties,
      state: props.state,
    });
    this.contactFlowModuleArn = resource.attrContactFlowModuleArn;
    this.contactFlowModuleId = partsOf(this.contactFlowModuleArn, 'flow-module').id;

    checkFlow(this, content, { title: this.title, type: 'MODULE', instanceArn: props.instance.instanceArn });
    dependOnAssociations(this, content);
  }

  get moduleName(): string | undefined {
    return this.title.known;
  }

  /** The value of the Content property. */
  get contentText(): string {
    return this.content.text;
  }

  /** The module as this stack deploys it, for good. */
  get currentVersion(): ContactFlowModuleVersion {
    this.#version ??= new ContactFlowModuleVersion(this, 'CurrentVersion', { module: this });
    return this.#version;
  }

  /** A name for a version, which flows can invoke in place of the module. @param version @default - the current one */
  addAlias(name: string, version: ContactFlowModuleVersion | number = this.currentVersion): ContactFlowModuleAlias {
    return new ContactFlowModuleAlias(this, `Alias${name}`, { module: this, version, name });
  }
}
