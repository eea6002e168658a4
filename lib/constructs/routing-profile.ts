import { CfnRoutingProfile } from 'aws-cdk-lib/aws-connect';
import { Duration, type IResource, Lazy, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { Channel } from '../language';
import { CONNECT_RESOURCES, type RoutedQueueProperties } from '../runtime/connect-resources';
import { partsOf } from './arn';
import { ConnectProvider } from './connect-provider';
import type { IInstance } from './instance';
import { type ByNameProps, lookedUpArn } from './look-up';
import type { IQueue } from './queue';
import { checkedName } from './resource-name';

/** Which queues agents work on. */
export interface IRoutingProfile extends IResource, aws_connect.IRoutingProfileRef {
  /** @attribute */
  readonly routingProfileArn: string;
  /** @attribute */
  readonly routingProfileId: string;
}

/** A queue that agents are routed contacts from. */
export interface RoutedQueue {
  readonly queue: IQueue;
  /** @default - every channel that the profile handles */
  readonly channels?: readonly Channel[];
  /** The lower the sooner, 1 to 99. @default 1 */
  readonly priority?: number;
  /** How long a contact waits before these agents count for it. @default Duration.seconds(0) */
  readonly delay?: Duration;
}

/** How many contacts of a channel an agent handles at once. */
export type Concurrency = {
  /** An agent can only speak on one call. */
  readonly VOICE?: 1;
} & { readonly [C in Exclude<Channel, 'VOICE'>]?: number };

export interface RoutingProfileProps {
  readonly instance: IInstance;

  /** @default - made of the construct's path */
  readonly name?: string;

  /** @default - the name */
  readonly description?: string;

  /** @default { VOICE: 1 } */
  readonly concurrency?: Concurrency;

  /** Where the outbound calls of these agents count. */
  readonly defaultOutboundQueue: IQueue;

  /** @default - none: these agents only call out and get transfers */
  readonly queues?: readonly RoutedQueue[];

  /** Whether agents on a contact of one channel are offered those of others. @default - the service's default */
  readonly acrossChannels?: boolean;
}

abstract class RoutingProfileBase extends Resource implements IRoutingProfile {
  abstract readonly routingProfileArn: string;
  abstract readonly routingProfileId: string;

  get routingProfileRef(): aws_connect.RoutingProfileReference {
    return { routingProfileArn: this.routingProfileArn };
  }
}

class ImportedRoutingProfile extends RoutingProfileBase {
  readonly routingProfileId: string;

  constructor(
    scope: Construct,
    id: string,
    readonly routingProfileArn: string,
  ) {
    const parts = partsOf(routingProfileArn, 'routing-profile');
    super(scope, id, { environmentFromArn: routingProfileArn });
    this.routingProfileId = parts.id;
  }
}

const behaviorOf = (acrossChannels: boolean | undefined) =>
  acrossChannels === undefined
    ? undefined
    : { behaviorType: acrossChannels ? 'ROUTE_ANY_CHANNEL' : 'ROUTE_CURRENT_CHANNEL_ONLY' };

interface QueueConfig extends CfnRoutingProfile.RoutingProfileQueueConfigProperty {
  readonly queueReference: CfnRoutingProfile.RoutingProfileQueueReferenceProperty;
}

const propertiesOf = ({ queueReference, priority, delay }: QueueConfig): RoutedQueueProperties => ({
  QueueArn: queueReference.queueArn as string,
  Channel: queueReference.channel,
  Priority: priority,
  Delay: delay,
});

const queueConfigs = (queues: readonly RoutedQueue[], handled: readonly Channel[]): QueueConfig[] =>
  queues.flatMap(({ queue, channels = handled, priority = 1, delay = Duration.seconds(0) }) =>
    channels.map((channel) => ({
      priority,
      delay: delay.toSeconds(),
      queueReference: { channel, queueArn: queue.queueArn },
    })),
  );

/** CreateRoutingProfile takes so many, and the resource makes no other call when it is created. */
const MOST_LISTED = 10;

/** Which channels and queues agents work on. Queues beyond the tenth, channels counted apart, are added by `ConnectProvider`. */
export class RoutingProfile extends RoutingProfileBase {
  /** A routing profile that exists already. */
  static fromRoutingProfileArn(scope: Construct, id: string, routingProfileArn: string): IRoutingProfile {
    return new ImportedRoutingProfile(scope, id, routingProfileArn);
  }

  /** Looked up when the stack is deployed, e.g. the *Basic Routing Profile* of every instance. */
  static fromRoutingProfileName(scope: Construct, id: string, props: ByNameProps): IRoutingProfile {
    return new ImportedRoutingProfile(scope, id, lookedUpArn(scope, id, { ...props, kind: 'routing profile' }));
  }

  readonly routingProfileArn: string;
  readonly routingProfileId: string;

  constructor(scope: Construct, id: string, props: RoutingProfileProps) {
    super(scope, id);
    const name = checkedName(props.name, this);
    const concurrency = Object.entries(props.concurrency ?? { VOICE: 1 }) as [Channel, number][];
    const queues = queueConfigs(
      props.queues ?? [],
      concurrency.map(([channel]) => channel),
    );
    const resource = new CfnRoutingProfile(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      name,
      description: props.description ?? name,
      defaultOutboundQueueArn: props.defaultOutboundQueue.queueArn,
      mediaConcurrencies: concurrency.map(([channel, contacts]) => ({
        channel,
        concurrency: contacts,
        crossChannelBehavior: behaviorOf(props.acrossChannels),
      })),
      queueConfigs: queues.length === 0 ? undefined : queues.slice(0, MOST_LISTED),
    });
    this.routingProfileArn = resource.attrRoutingProfileArn;
    this.routingProfileId = partsOf(this.routingProfileArn, 'routing-profile').id;
    if (queues.length > MOST_LISTED) this.addMore(props.instance, resource, queues);
  }

  private addMore({ instanceArn }: IInstance, profile: CfnRoutingProfile, queues: readonly QueueConfig[]): void {
    const { routingProfileArn } = this;
    const { name, description, defaultOutboundQueueArn, mediaConcurrencies } = profile;
    // Not this profile alone, which the policy would name no more when the function is asked to let go of it.
    const profiles = `${instanceArn}/routing-profile/*`;
    ConnectProvider.of(this).add(this, 'MoreQueues', {
      type: CONNECT_RESOURCES.moreQueues,
      properties: {
        RoutingProfileArn: routingProfileArn,
        Queues: queues.slice(MOST_LISTED).map(propertiesOf),
        Listed: queues.slice(0, MOST_LISTED).map(propertiesOf),
        Profile: {
          settings: [name, description, defaultOutboundQueueArn, mediaConcurrencies],
          tags: Lazy.any({ produce: () => profile.cdkTagManager.tagValues() }),
        },
      },
      access: [
        { actions: ['connect:ListRoutingProfileQueues'], resources: [profiles] },
        {
          actions: [
            'connect:AssociateRoutingProfileQueues',
            'connect:DisassociateRoutingProfileQueues',
            'connect:UpdateRoutingProfileQueues',
          ],
          resources: [profiles, `${instanceArn}/queue/*`],
        },
      ],
    });
  }
}
