import { CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { type IResource, Lazy, Resource, Token } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import type { IContactFlow } from './contact-flow';
import type { IInstance } from './instance';
import type { IQueue } from './queue';
import { checkedName, knownName } from './resource-name';
import type { IUser } from './user';

/** A destination that agents can transfer to; they find it in the queues that list it. */
export interface IQuickConnect extends IResource, aws_connect.IQuickConnectRef {
  /** @attribute */
  readonly quickConnectArn: string;
  /** @attribute */
  readonly quickConnectId: string;
  /** Undefined where only the deployment knows it. */
  readonly quickConnectName?: string;
}

export interface QuickConnectProps {
  readonly instance: IInstance;

  /** What agents see. @default - made of the construct's path */
  readonly name?: string;

  /** @default - none */
  readonly description?: string;
}

abstract class QuickConnectBase extends Resource implements IQuickConnect {
  abstract readonly quickConnectArn: string;
  abstract readonly quickConnectId: string;
  abstract readonly quickConnectName?: string;

  get quickConnectRef(): aws_connect.QuickConnectReference {
    return { quickConnectArn: this.quickConnectArn };
  }
}

class ImportedQuickConnect extends QuickConnectBase {
  readonly quickConnectId: string;
  readonly quickConnectName = undefined;

  constructor(
    scope: Construct,
    id: string,
    readonly quickConnectArn: string,
  ) {
    const parts = partsOf(quickConnectArn, 'transfer-destination');
    super(scope, id, { environmentFromArn: quickConnectArn });
    this.quickConnectId = parts.id;
  }
}

/** A quick connect; the constructs per destination are `AgentQuickConnect`, `QueueQuickConnect` and so on. */
export abstract class QuickConnect extends QuickConnectBase {
  /** A quick connect that exists already. */
  static fromQuickConnectArn(scope: Construct, id: string, quickConnectArn: string): IQuickConnect {
    return new ImportedQuickConnect(scope, id, quickConnectArn);
  }

  readonly quickConnectArn: string;
  readonly quickConnectId: string;
  readonly quickConnectName?: string;

  constructor(
    scope: Construct,
    id: string,
    props: QuickConnectProps,
    quickConnectConfig: CfnQuickConnect.QuickConnectConfigProperty,
  ) {
    super(scope, id);
    const name = checkedName(props.name, this);
    const { instance, description } = props;
    const { instanceArn } = instance;
    const resource = new CfnQuickConnect(this, 'Resource', { instanceArn, name, description, quickConnectConfig });
    this.quickConnectArn = resource.attrQuickConnectArn;
    this.quickConnectId = partsOf(this.quickConnectArn, 'transfer-destination').id;
    this.quickConnectName = knownName(name);
  }
}

/** What quick connects have in common that the transferring agent hears a flow on. */
abstract class TransferQuickConnect<T extends 'AGENT_TRANSFER' | 'QUEUE_TRANSFER'> extends QuickConnect {
  private readonly given: IContactFlow<T> | undefined;
  private used: IContactFlow<T> | undefined;

  protected constructor(
    scope: Construct,
    id: string,
    props: QuickConnectProps & { readonly transferFlow?: IContactFlow<T> },
    config: (contactFlowArn: string) => CfnQuickConnect.QuickConnectConfigProperty,
  ) {
    const flowArn = Lazy.uncachedString({ produce: () => this.transferFlow?.contactFlowArn });
    super(scope, id, props, config(flowArn));
    this.given = props.transferFlow;
    this.node.addValidation({ validate: () => (this.transferFlow === undefined ? [MISSING_FLOW] : []) });
  }

  /** Names the flow of a quick connect that was given none; the flow that is named last counts. */
  useTransferFlow(flow: IContactFlow<T>): void {
    this.used = flow;
  }

  private get transferFlow(): IContactFlow<T> | undefined {
    return this.given ?? this.used;
  }
}

const MISSING_FLOW =
  'The quick connect has no transfer flow, and there is no default. Give `transferFlow`, or `transferFlows` of JourneyOverrides.';

export interface AgentQuickConnectProps extends QuickConnectProps {
  readonly agent: IUser;
  /**
   * What the transferring agent hears; it has to transfer. Name the instance's own if need be.
   *
   * @default - that of `JourneyOverrides`; there has to be one
   */
  readonly transferFlow?: IContactFlow<'AGENT_TRANSFER'>;
}

/** Transfers to one agent. */
export class AgentQuickConnect extends TransferQuickConnect<'AGENT_TRANSFER'> {
  constructor(scope: Construct, id: string, props: AgentQuickConnectProps) {
    const { userArn } = props.agent;
    super(scope, id, props, (contactFlowArn) => ({
      quickConnectType: 'USER',
      userConfig: { userArn, contactFlowArn },
    }));
  }
}

export interface QueueQuickConnectProps extends QuickConnectProps {
  readonly queue: IQueue;
  /**
   * What the transferring agent hears; it has to transfer. Name the instance's own if need be.
   *
   * @default - that of `JourneyOverrides`; there has to be one
   */
  readonly transferFlow?: IContactFlow<'QUEUE_TRANSFER'>;
}

/** Transfers to a queue. */
export class QueueQuickConnect extends TransferQuickConnect<'QUEUE_TRANSFER'> {
  constructor(scope: Construct, id: string, props: QueueQuickConnectProps) {
    const { queueArn } = props.queue;
    super(scope, id, props, (contactFlowArn) => ({
      quickConnectType: 'QUEUE',
      queueConfig: { queueArn, contactFlowArn },
    }));
  }
}

export interface FlowQuickConnectProps extends QuickConnectProps {
  readonly inboundFlow: IContactFlow<'CONTACT_FLOW'>;
}

/** Sends a chat through an inbound flow while the agent stays on it. */
export class FlowQuickConnect extends QuickConnect {
  constructor(scope: Construct, id: string, props: FlowQuickConnectProps) {
    const flowConfig = { contactFlowArn: props.inboundFlow.contactFlowArn };
    super(scope, id, props, { quickConnectType: 'FLOW', flowConfig });
  }
}

export interface PhoneNumberQuickConnectProps extends QuickConnectProps {
  /** In E.164 form: `+4930123456`. */
  readonly phoneNumber: string;
}

const checkNumber = (phoneNumber: string): string => {
  if (Token.isUnresolved(phoneNumber) || /^\+[1-9]\d{1,14}$/.test(phoneNumber)) return phoneNumber;
  throw new Error(
    `"${phoneNumber}" is no number in E.164 form. Write + and digits only, country first: "+4930123456".`,
  );
};

/** Transfers to a number outside. */
export class PhoneNumberQuickConnect extends QuickConnect {
  constructor(scope: Construct, id: string, props: PhoneNumberQuickConnectProps) {
    const phoneConfig = { phoneNumber: checkNumber(props.phoneNumber) };
    super(scope, id, props, { quickConnectType: 'PHONE_NUMBER', phoneConfig });
  }
}
