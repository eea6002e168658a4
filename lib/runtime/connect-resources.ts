import type { DefaultFlowName } from '../journey';

/** The types of the custom resources that the constructs put into templates, for what CloudFormation lacks. */
export const CONNECT_RESOURCES = {
  flowContent: 'Custom::ConnectFlowContent',
  defaultFlow: 'Custom::ConnectDefaultFlow',
  phoneNumberFlow: 'Custom::ConnectPhoneNumberFlow',
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
}
