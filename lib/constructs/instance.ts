import { CfnInstance } from 'aws-cdk-lib/aws-connect';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { type IResource, RemovalPolicy, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { instanceIdOf } from './arn';

/** An Amazon Connect instance. */
export interface IInstance extends IResource, aws_connect.IInstanceRef {
  /** @attribute */
  readonly instanceArn: string;
  /** What the API calls InstanceId. @attribute */
  readonly instanceId: string;

  /** Allows actions on the instance itself; actions on its queues, flows and contacts name other resources. */
  grant(grantee: IGrantable, ...actions: string[]): Grant;
}

/** What an instance can be told to do. */
export interface InstanceFeatures {
  /** @default true */
  readonly inboundCalls?: boolean;
  /** @default true */
  readonly outboundCalls?: boolean;
  /** Writes what flows do to CloudWatch Logs, where a Set logging behavior block switches it on. @default true */
  readonly contactFlowLogs?: boolean;
  /** Conversational analytics. @default the service's default */
  readonly contactLens?: boolean;
  /** Lets outbound callers hear the ringing of the other side. @default the service's default */
  readonly earlyMedia?: boolean;
  /** Up to six parties on a call. @default the service's default */
  readonly multiPartyConference?: boolean;
  /** @default the service's default */
  readonly multiPartyChatConference?: boolean;
  /** @default the service's default */
  readonly enhancedContactMonitoring?: boolean;
  /** @default the service's default */
  readonly enhancedChatMonitoring?: boolean;
  /** Outbound campaigns. @default the service's default */
  readonly highVolumeOutbound?: boolean;
  /** @default the service's default */
  readonly messageStreaming?: boolean;
  /** Takes the best voice of Amazon Polly for a language. @default the service's default */
  readonly autoResolveBestVoices?: boolean;
}

/** Where the people of an instance are known. */
export type IdentityManagement =
  | { readonly type: 'CONNECT_MANAGED' | 'SAML' }
  | { readonly type: 'EXISTING_DIRECTORY'; readonly directoryId: string };

export interface InstanceProps {
  /** Cannot be changed later without a new instance. @default { type: 'CONNECT_MANAGED' } */
  readonly identityManagement?: IdentityManagement;

  /**
   * The name in the address of the instance, unique in the world. Cannot be changed later without a new instance.
   *
   * @default - none, which only an existing directory allows
   */
  readonly alias?: string;

  /** @default - inbound and outbound calls and flow logs; for the rest what the service does by default */
  readonly features?: InstanceFeatures;

  /**
   * What happens when the instance leaves the stack. Accounts may create and delete few instances in 30 days, and an
   * instance takes its records along.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}

abstract class InstanceBase extends Resource implements IInstance {
  abstract readonly instanceArn: string;
  abstract readonly instanceId: string;

  get instanceRef(): aws_connect.InstanceReference {
    return { instanceArn: this.instanceArn };
  }

  grant(grantee: IGrantable, ...actions: string[]): Grant {
    return Grant.addToPrincipal({ grantee, actions, resourceArns: [this.instanceArn] });
  }
}

class ImportedInstance extends InstanceBase {
  readonly instanceId: string;

  constructor(
    scope: Construct,
    id: string,
    readonly instanceArn: string,
  ) {
    const instanceId = instanceIdOf(instanceArn);
    super(scope, id, { environmentFromArn: instanceArn });
    this.instanceId = instanceId;
  }
}

const attributesOf = ({ highVolumeOutbound, contactFlowLogs = true, ...features }: InstanceFeatures) => ({
  inboundCalls: true,
  outboundCalls: true,
  ...features,
  contactflowLogs: contactFlowLogs,
  highVolumeOutBound: highVolumeOutbound,
});

/** An Amazon Connect instance. Most centres have one that was made by hand: see `fromInstanceArn`. */
export class Instance extends InstanceBase {
  /** An instance that exists already. */
  static fromInstanceArn(scope: Construct, id: string, instanceArn: string): IInstance {
    return new ImportedInstance(scope, id, instanceArn);
  }

  readonly instanceArn: string;
  readonly instanceId: string;

  constructor(scope: Construct, id: string, props: InstanceProps = {}) {
    super(scope, id);
    const identity = props.identityManagement ?? { type: 'CONNECT_MANAGED' };
    if (props.alias === undefined && identity.type !== 'EXISTING_DIRECTORY') {
      throw new Error(`${this.node.path}: an instance with ${identity.type} users needs an alias, e.g. 'northwind'.`);
    }
    const resource = new CfnInstance(this, 'Resource', {
      identityManagementType: identity.type,
      directoryId: identity.type === 'EXISTING_DIRECTORY' ? identity.directoryId : undefined,
      instanceAlias: props.alias,
      attributes: attributesOf(props.features ?? {}),
    });
    resource.applyRemovalPolicy(props.removalPolicy ?? RemovalPolicy.RETAIN);
    this.instanceArn = resource.attrArn;
    this.instanceId = resource.attrId;
  }
}
