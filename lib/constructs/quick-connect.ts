import { CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { type IResource, Resource, Token } from 'aws-cdk-lib/core';
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

export interface AgentQuickConnectProps extends QuickConnectProps {
  readonly agent: IUser;
  /** What the transferring agent hears; it has to transfer. There is no default: name the instance's own if need be. */
  readonly transferFlow: IContactFlow<'AGENT_TRANSFER'>;
}

/** Transfers to one agent. */
export class AgentQuickConnect extends QuickConnect {
  constructor(scope: Construct, id: string, props: AgentQuickConnectProps) {
    const userConfig = { userArn: props.agent.userArn, contactFlowArn: props.transferFlow.contactFlowArn };
    super(scope, id, props, { quickConnectType: 'USER', userConfig });
  }
}

export interface QueueQuickConnectProps extends QuickConnectProps {
  readonly queue: IQueue;
  /** What the transferring agent hears; it has to transfer. There is no default: name the instance's own if need be. */
  readonly transferFlow: IContactFlow<'QUEUE_TRANSFER'>;
}

/** Transfers to a queue. */
export class QueueQuickConnect extends QuickConnect {
  constructor(scope: Construct, id: string, props: QueueQuickConnectProps) {
    const queueConfig = { queueArn: props.queue.queueArn, contactFlowArn: props.transferFlow.contactFlowArn };
    super(scope, id, props, { quickConnectType: 'QUEUE', queueConfig });
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
