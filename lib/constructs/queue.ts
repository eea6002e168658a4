import { CfnQueue } from 'aws-cdk-lib/aws-connect';
import { type IResource, Lazy, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { CONNECT_RESOURCES } from '../runtime/connect-resources';
import { partsOf } from './arn';
import { ConnectProvider } from './connect-provider';
import type { IContactFlow } from './contact-flow';
import type { IHoursOfOperation } from './hours-of-operation';
import type { IInstance } from './instance';
import { type ByNameProps, lookedUpArn } from './look-up';
import type { IQuickConnect } from './quick-connect';
import { checkedName, knownName, warnOfHiddenName } from './resource-name';

/** A queue where contacts wait for agents. */
export interface IQueue extends IResource, aws_connect.IQueueRef {
  /** @attribute */
  readonly queueArn: string;
  /** @attribute */
  readonly queueId: string;
  /** Undefined where only the deployment knows it. */
  readonly queueName?: string;
}

export interface QueueProps {
  readonly instance: IInstance;

  /** What agents and reports see, and what the default agent whisper says. @default - made of the construct's path */
  readonly name?: string;

  /** @default - none */
  readonly description?: string;

  readonly hours: IHoursOfOperation;

  /** How many contacts can wait before the queue counts as full. @default - the quota of the instance */
  readonly maxContacts?: number;

  /** What customers hear on outbound calls from this queue. @default - *Default outbound* */
  readonly outboundWhisperFlow?: IContactFlow<'OUTBOUND_WHISPER'>;

  /** @default - none */
  readonly outboundCallerIdName?: string;

  /** A number of the instance, or its ARN, which called customers see. @default - none */
  readonly outboundCallerIdNumber?: aws_connect.IPhoneNumberRef | string;

  /** What agents who work on this queue can transfer to; see also `addQuickConnects`. @default - none */
  readonly quickConnects?: readonly IQuickConnect[];

  /** @default true */
  readonly enabled?: boolean;
}

abstract class QueueBase extends Resource implements IQueue {
  abstract readonly queueArn: string;
  abstract readonly queueId: string;
  abstract readonly queueName?: string;

  get queueRef(): aws_connect.QueueReference {
    return { queueArn: this.queueArn };
  }
}

class ImportedQueue extends QueueBase {
  readonly queueId: string;

  constructor(
    scope: Construct,
    id: string,
    readonly queueArn: string,
    readonly queueName?: string,
  ) {
    const parts = partsOf(queueArn, 'queue');
    super(scope, id, { environmentFromArn: queueArn });
    this.queueId = parts.id;
  }
}

const numberArn = (number: aws_connect.IPhoneNumberRef | string | undefined): string | undefined =>
  typeof number === 'object' ? number.phoneNumberRef.phoneNumberArn : number;

const callerOf = (props: QueueProps): CfnQueue.OutboundCallerConfigProperty | undefined => {
  const caller = {
    outboundCallerIdName: props.outboundCallerIdName,
    outboundCallerIdNumberArn: numberArn(props.outboundCallerIdNumber),
    outboundFlowArn: props.outboundWhisperFlow?.contactFlowArn,
  };
  return Object.values(caller).some((value) => value !== undefined) ? caller : undefined;
};

/** CreateQueue takes so many quick connects, and the resource makes no other call for them when it is created. */
const MOST_LISTED = 50;

const MORE = 'MoreQuickConnects';

/** A queue where contacts wait for agents. */
export class Queue extends QueueBase {
  /** A queue that exists already, e.g. the *BasicQueue* of every instance. */
  static fromQueueArn(scope: Construct, id: string, queueArn: string): IQueue {
    return new ImportedQueue(scope, id, queueArn);
  }

  /** Looked up when the stack is deployed, e.g. the *BasicQueue* of every instance. */
  static fromQueueName(scope: Construct, id: string, props: ByNameProps): IQueue {
    const arn = lookedUpArn(scope, id, { ...props, kind: 'queue' });
    return new ImportedQueue(scope, id, arn, knownName(props.name));
  }

  readonly queueArn: string;
  readonly queueId: string;
  readonly queueName?: string;
  private readonly resource: CfnQueue;
  private readonly hasOwnWhisper: boolean;
  private readonly quickConnects: IQuickConnect[] = [];

  constructor(scope: Construct, id: string, props: QueueProps) {
    super(scope, id);
    const name = checkedName(props.name, this);
    this.resource = new CfnQueue(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      name,
      description: props.description,
      hoursOfOperationArn: props.hours.hoursOfOperationArn,
      maxContacts: props.maxContacts,
      outboundCallerConfig: callerOf(props),
      quickConnectArns: Lazy.list(
        { produce: () => this.arnsOfQuickConnects().slice(0, MOST_LISTED) },
        { omitEmpty: true },
      ),
      status: props.enabled === undefined ? undefined : props.enabled ? 'ENABLED' : 'DISABLED',
    });
    this.hasOwnWhisper = props.outboundWhisperFlow !== undefined;
    warnOfHiddenName(this, name);
    this.queueArn = this.resource.attrQueueArn;
    this.queueId = partsOf(this.queueArn, 'queue').id;
    this.queueName = knownName(name);
    this.addQuickConnects(...(props.quickConnects ?? []));
  }

  /** Lets agents who work on this queue transfer to these. Those beyond the fiftieth are added by `ConnectProvider`. */
  addQuickConnects(...quickConnects: IQuickConnect[]): void {
    this.quickConnects.push(...quickConnects);
    if (this.quickConnects.length > MOST_LISTED && this.node.tryFindChild(MORE) === undefined) this.addMore();
  }

  /** Names the outbound whisper flow of a queue that was given none; the flow that is named last counts. */
  useOutboundWhisper({ contactFlowArn }: IContactFlow<'OUTBOUND_WHISPER'>): void {
    if (this.hasOwnWhisper) return;
    const caller = this.resource.outboundCallerConfig as CfnQueue.OutboundCallerConfigProperty | undefined;
    this.resource.outboundCallerConfig = { ...caller, outboundFlowArn: contactFlowArn };
  }

  private arnsOfQuickConnects(): string[] {
    return this.quickConnects.map(({ quickConnectArn }) => quickConnectArn);
  }

  private addMore(): void {
    const { queueArn } = this;
    const { instanceArn } = this.resource;
    ConnectProvider.of(this).add(this, MORE, {
      type: CONNECT_RESOURCES.moreQuickConnects,
      properties: {
        QueueArn: queueArn,
        QuickConnectArns: Lazy.list({ produce: () => this.arnsOfQuickConnects().slice(MOST_LISTED) }),
        Listed: Lazy.list({ produce: () => this.arnsOfQuickConnects().slice(0, MOST_LISTED) }),
      },
      access: [
        // Not this queue alone, which the policy would name no more when the function is asked to let go of it.
        { actions: ['connect:ListQueueQuickConnects'], resources: [`${instanceArn}/queue/*`] },
        {
          actions: ['connect:AssociateQueueQuickConnects', 'connect:DisassociateQueueQuickConnects'],
          resources: [`${instanceArn}/queue/*`, `${instanceArn}/transfer-destination/*`],
        },
      ],
    });
  }
}
