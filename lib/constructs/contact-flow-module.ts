import { CfnContactFlowModule } from 'aws-cdk-lib/aws-connect';
import { type IResource, Lazy, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import { checkFlow } from './flow-check';
import { contentOf, type FlowContentProps } from './flow-content';
import { type FlowTitle, titleOf } from './flow-title';
import { dependOnAssociations } from './function-associations';
import type { IInstance } from './instance';

/** A flow module: a part that flows run. */
export interface IContactFlowModule extends IResource, aws_connect.IContactFlowModuleRef {
  /** @attribute */
  readonly contactFlowModuleArn: string;
  /** @attribute */
  readonly contactFlowModuleId: string;
  /** What flows call it by, as with flows. Undefined where only the deployment knows it. */
  readonly moduleName?: string;
}

interface ContactFlowModuleSettings {
  readonly instance: IInstance;

  /** @default - the name that the module was written with; for a document, one made of the construct's path */
  readonly name?: string;

  /** @default - the description that the module was written with */
  readonly description?: string;

  /** @default 'ACTIVE' */
  readonly state?: 'ACTIVE' | 'ARCHIVED';
}

export type ContactFlowModuleProps = ContactFlowModuleSettings & FlowContentProps<'MODULE', IContactFlowModule>;

abstract class ContactFlowModuleBase extends Resource implements IContactFlowModule {
  abstract readonly contactFlowModuleArn: string;
  abstract readonly contactFlowModuleId: string;
  abstract readonly moduleName?: string;

  get contactFlowModuleRef(): aws_connect.ContactFlowModuleReference {
    return { contactFlowModuleArn: this.contactFlowModuleArn };
  }
}

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

  constructor(scope: Construct, id: string, props: ContactFlowModuleProps) {
    super(scope, id);
    const content = contentOf(this, props);
    this.title = titleOf(this, content, props);
    const resource = new CfnContactFlowModule(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      content: Lazy.uncachedString({ produce: () => content.property }),
      ...this.title.properties,
      state: props.state,
    });
    this.contactFlowModuleArn = resource.attrContactFlowModuleArn;
    this.contactFlowModuleId = partsOf(this.contactFlowModuleArn, 'flow-module').id;

    checkFlow(this, content, { title: this.title, type: 'MODULE' });
    dependOnAssociations(this, content);
  }

  get moduleName(): string | undefined {
    return this.title.known;
  }
}
