import { CfnContactFlowModule } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import { ContactFlowModuleBase, type IContactFlowModule } from './contact-flow-module-base';
import { checkFlow } from './flow-check';
import { contentOf, type FlowContentProps } from './flow-content';
import { ContactFlowModuleAlias, ContactFlowModuleVersion } from './flow-module-version';
import { dependOnAssociations } from './function-associations';
import type { IInstance } from './instance';
import { knownName, nameOr } from './resource-name';

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

export type ContactFlowModuleProps = ContactFlowModuleSettings & FlowContentProps<'MODULE'>;

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
  readonly moduleName?: string;
  /** The value of the Content property. */
  readonly contentText: string;
  #version?: ContactFlowModuleVersion;

  constructor(scope: Construct, id: string, props: ContactFlowModuleProps) {
    super(scope, id);
    const content = contentOf(this, props);
    this.contentText = content.text;
    const name = nameOr(props.name ?? props.flow?.name, this);
    const resource = new CfnContactFlowModule(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      name,
      content: content.text,
      description: props.description ?? props.flow?.description,
      state: props.state,
    });
    this.contactFlowModuleArn = resource.attrContactFlowModuleArn;
    this.contactFlowModuleId = partsOf(this.contactFlowModuleArn, 'flow-module').id;
    this.moduleName = knownName(name);

    checkFlow(this, content, { name, type: 'MODULE', instanceArn: props.instance.instanceArn });
    dependOnAssociations(this, content.document ?? content.text, content.uses);
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
