import { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import { type IResource, Lazy, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { Channel, FlowType } from '../language';
import { partsOf } from './arn';
import { settleWithOthers } from './circles/settle-circles';
import { StubbedFlow } from './circles/stubbed-flow';
import { checkFlow } from './flow-check';
import { contentOf, type FlowContent, type FlowContentProps } from './flow-content';
import { type FlowTitle, titleOf } from './flow-title';
import { dependOnAssociations } from './function-associations';
import type { IInstance } from './instance';

/** A flow of a type. Places that want one type of flow say so: a queue takes an `IContactFlow<'OUTBOUND_WHISPER'>`. */
export interface IContactFlow<T extends FlowType = FlowType> extends IResource, aws_connect.IContactFlowRef {
  /** @attribute */
  readonly contactFlowArn: string;
  /** What the API calls ContactFlowId. @attribute */
  readonly contactFlowId: string;
  readonly flowType: T;
  /**
   * What other flows call it by: its name, or for one that a function writes and that is given no name, the id of its
   * construct. Undefined where only the deployment knows it.
   */
  readonly flowName?: string;
  readonly instanceArn: string;
}

export interface ContactFlowAttributes<T extends FlowType> {
  readonly contactFlowArn: string;
  readonly flowType: T;
  /** @default - not known */
  readonly flowName?: string;
}

interface ContactFlowSettings {
  readonly instance: IInstance;

  /** @default - the name that the flow was written with; for a document, one made of the construct's path */
  readonly name?: string;

  /** @default - the description that the flow was written with */
  readonly description?: string;

  /** An archived flow does not run. @default 'ACTIVE' */
  readonly state?: 'ACTIVE' | 'ARCHIVED';

  /** The channel that contacts arrive on; checks about channels rest while it is not said. @default - not known */
  readonly channel?: Channel;

  /**
   * Creates the flow with a stub and gives it its content right afterwards, as a flow gets it that breaks a circle of flows.
   * Set it for a flow that is to break a circle, or to go on as it is while circles around it come and go.
   *
   * @default false, unless a circle needs it
   */
  readonly contentAfterwards?: boolean;
}

/** What a flow of a fixed type is made of. */
export type FlowProps<T extends FlowType> = ContactFlowSettings & FlowContentProps<T, IContactFlow<T>>;

/** What a flow of any type is made of. */
export type ContactFlowProps<T extends FlowType> = FlowProps<T> & { readonly type: T };

abstract class ContactFlowBase<T extends FlowType> extends Resource implements IContactFlow<T> {
  abstract readonly contactFlowArn: string;
  abstract readonly contactFlowId: string;
  abstract readonly flowType: T;
  abstract readonly flowName?: string;
  abstract readonly instanceArn: string;

  get contactFlowRef(): aws_connect.ContactFlowReference {
    return { contactFlowArn: this.contactFlowArn };
  }
}

/** A flow that exists already. */
export class ImportedContactFlow<T extends FlowType> extends ContactFlowBase<T> {
  readonly contactFlowArn: string;
  readonly contactFlowId: string;
  readonly flowType: T;
  readonly flowName?: string;
  readonly instanceArn: string;

  constructor(scope: Construct, id: string, attributes: ContactFlowAttributes<T>) {
    const parts = partsOf(attributes.contactFlowArn, 'contact-flow');
    super(scope, id, { environmentFromArn: attributes.contactFlowArn });
    this.contactFlowArn = attributes.contactFlowArn;
    this.contactFlowId = parts.id;
    this.instanceArn = parts.instanceArn;
    this.flowType = attributes.flowType;
    this.flowName = attributes.flowName;
  }
}

/**
 * A flow of the type given in its props. The constructs per type (`InboundFlow`, `AgentWhisperFlow` …) read better; this one
 * is left for types that have none.
 */
export class ContactFlow<T extends FlowType> extends ContactFlowBase<T> {
  /** A flow that exists already, e.g. a default flow. */
  static fromContactFlowAttributes<T extends FlowType>(
    scope: Construct,
    id: string,
    attributes: ContactFlowAttributes<T>,
  ): IContactFlow<T> {
    return new ImportedContactFlow(scope, id, attributes);
  }

  readonly contactFlowArn: string;
  readonly flowType: T;
  readonly instanceArn: string;
  private readonly title: FlowTitle;

  constructor(scope: Construct, id: string, props: ContactFlowProps<T>) {
    super(scope, id);
    const content = contentOf(this, props);
    this.title = titleOf(this, content, props);
    const resource = new CfnContactFlow(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      type: props.type,
      content: Lazy.uncachedString({ produce: () => content.property }),
      ...this.title.properties,
      state: props.state,
    });
    this.contactFlowArn = resource.attrContactFlowArn;
    this.flowType = props.type;
    this.instanceArn = props.instance.instanceArn;

    const { instanceArn } = props.instance;
    checkFlow(this, content, { title: this.title, type: props.type, channel: props.channel, instanceArn });
    const stubbed = this.stubbed(resource, content, props.contentAfterwards);
    dependOnAssociations(this, content, () => stubbed?.isLate === true);
  }

  get contactFlowId(): string {
    return partsOf(this.contactFlowArn, 'contact-flow').id;
  }

  get flowName(): string | undefined {
    return this.title.known;
  }

  /** No stub is known for campaigns. */
  private stubbed(resource: CfnContactFlow, content: FlowContent, isAlwaysLate = false): StubbedFlow | undefined {
    const type: FlowType = this.flowType;
    if (type === 'CAMPAIGN') return undefined;
    const flow = new StubbedFlow(this, resource, content, isAlwaysLate, type);
    settleWithOthers(flow);
    return flow;
  }
}
