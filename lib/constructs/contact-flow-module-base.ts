import { type IResource, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';

/** A flow module: a part that flows run. */
export interface IContactFlowModule extends IResource, aws_connect.IContactFlowModuleRef {
  /** @attribute */
  readonly contactFlowModuleArn: string;
  /** @attribute */
  readonly contactFlowModuleId: string;
  /** What flows call it by, as with flows. Undefined where only the deployment knows it. */
  readonly moduleName?: string;
}

export abstract class ContactFlowModuleBase extends Resource implements IContactFlowModule {
  abstract readonly contactFlowModuleArn: string;
  abstract readonly contactFlowModuleId: string;
  abstract readonly moduleName?: string;

  get contactFlowModuleRef(): aws_connect.ContactFlowModuleReference {
    return { contactFlowModuleArn: this.contactFlowModuleArn };
  }
}
