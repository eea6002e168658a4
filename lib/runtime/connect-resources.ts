import type { DefaultFlowName } from '../journey';
import type { FlowType } from '../language';

/** The types of the custom resources that the constructs put into templates, for what CloudFormation lacks. */
export const CONNECT_RESOURCES = {
  flowContent: 'Custom::ConnectFlowContent',
  defaultFlow: 'Custom::ConnectDefaultFlow',
  phoneNumberFlow: 'Custom::ConnectPhoneNumberFlow',
  moreQueues: 'Custom::ConnectMoreQueues',
  moreQuickConnects: 'Custom::ConnectMoreQuickConnects',
  lookUp: 'Custom::ConnectLookUp',
} as const;

export type ConnectResourceType = (typeof CONNECT_RESOURCES)[keyof typeof CONNECT_RESOURCES];

/** What a flow that was created with a stub gets afterwards. */
export interface FlowContentProperties {
  readonly FlowArn: string;
  readonly Name: string;
  readonly Content: string;
  /** @default '' */
  readonly Description?: string;
  /** @default 'ACTIVE' */
  readonly State?: 'ACTIVE' | 'ARCHIVED';
}

/** A default flow of an instance and what it is to hold. */
export interface DefaultFlowProperties {
  readonly InstanceArn: string;
  readonly DefaultFlow: DefaultFlowName;
  readonly Content: string;
  /** The bucket where the original is kept. */
  readonly Bucket: string;
}

/** A phone number and the flow that calls to it run. */
export interface PhoneNumberFlowProperties {
  /** The instance of both. */
  readonly InstanceArn: string;
  readonly PhoneNumberArn: string;
  readonly FlowArn: string;
  /** The bucket that keeps which flow calls ran before. @default - none did: the number is new */
  readonly Bucket?: string;
}

/** A queue of a routing profile, for one channel. */
export interface RoutedQueueProperties {
  readonly QueueArn: string;
  readonly Channel: string;
  /** Numbers, which arrive as strings. */
  readonly Priority: number | string;
  /** Seconds. */
  readonly Delay: number | string;
}

/** The queues of a routing profile beyond those that its own resource can list. */
export interface MoreQueuesProperties {
  readonly RoutingProfileArn: string;
  readonly Queues: readonly RoutedQueueProperties[];
  /** Those that its own resource lists: these are never taken away. */
  readonly Listed: readonly RoutedQueueProperties[];
  /** What else its own resource says: an update of that may take away what it does not list. */
  readonly Profile?: Readonly<Record<string, unknown>>;
}

/** The quick connects of a queue beyond those that its own resource can list. */
export interface MoreQuickConnectsProperties {
  readonly QueueArn: string;
  readonly QuickConnectArns: readonly string[];
  /** Those that its own resource lists: these are never taken away. */
  readonly Listed: readonly string[];
}

/** What can be looked up by its name. */
export type LookUpKind = 'flow' | 'hours of operation' | 'prompt' | 'queue' | 'routing profile' | 'security profile';

/** Something that exists already, by its name. It has the attributes `Arn` and `Id`. */
export interface LookUpProperties {
  readonly InstanceArn: string;
  readonly Kind: LookUpKind;
  readonly Name: string;
  /** Of a flow. @default - any */
  readonly FlowType?: FlowType;
}
