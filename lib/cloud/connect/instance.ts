import type {
  AgentStatusType,
  DirectoryType,
  HoursOfOperationConfig,
  HoursOfOperationOverride,
  InstanceStorageConfig,
  InstanceStorageResourceType,
  IntegrationType,
  LexBot,
  LexV2Bot,
  MediaConcurrency,
  OutboundCallerConfig,
  OutboundEmailConfig,
  QueueStatus,
  QuickConnectConfig,
  UserIdentityInfo,
  UserPhoneConfig,
  UserProficiency,
} from '@aws-sdk/client-connect';
import type { FlowType } from '../../language';
import { Collection, type Entry } from './collection';

export interface Flow extends Entry {
  readonly type: FlowType;
  description: string | undefined;
  state: 'ACTIVE' | 'ARCHIVED';
  /** What contacts run; null while it has never been published. */
  published: string | null;
  /** What the designer shows as saved; null where it is what is published. */
  saved: string | null;
  /** One of the eight that every instance has, which cannot be deleted. */
  readonly isDefault: boolean;
  readonly versions: FlowVersion[];
}

interface FlowVersion {
  readonly number: number;
  readonly description: string | undefined;
  readonly content: string;
}

export interface FlowModule extends Entry {
  description: string | undefined;
  state: 'ACTIVE' | 'ARCHIVED';
  content: string;
  settings: string | undefined;
  readonly externalInvocation: boolean;
  readonly versions: FlowVersion[];
  readonly aliases: Map<string, ModuleAlias>;
  nextVersion: number;
}

export interface ModuleAlias {
  readonly id: string;
  name: string;
  description: string | undefined;
  version: number;
}

export interface Queue extends Entry {
  description: string | undefined;
  hoursId: string;
  maxContacts: number | undefined;
  status: QueueStatus;
  outboundCaller: OutboundCallerConfig | undefined;
  outboundEmail: OutboundEmailConfig | undefined;
  readonly quickConnects: Set<string>;
}

export interface Hours extends Entry {
  description: string | undefined;
  timeZone: string;
  config: readonly HoursOfOperationConfig[];
  readonly overrides: Map<string, HoursOfOperationOverride>;
}

export interface Prompt extends Entry {
  description: string | undefined;
  s3Uri: string | undefined;
}

export interface QuickConnect extends Entry {
  description: string | undefined;
  config: QuickConnectConfig;
}

/** Queue id and channel, then what the routing profile says of them. */
export type RoutedQueues = Map<string, { readonly priority: number; readonly delaySeconds: number }>;

export interface RoutingProfile extends Entry {
  description: string;
  defaultOutboundQueueId: string;
  concurrency: readonly MediaConcurrency[];
  agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' | 'TIME_SINCE_LAST_INBOUND' | undefined;
  readonly queues: RoutedQueues;
}

export interface SecurityProfile extends Entry {
  description: string | undefined;
  permissions: readonly string[];
}

export interface User extends Entry {
  identity: UserIdentityInfo | undefined;
  phone: UserPhoneConfig;
  routingProfileId: string;
  securityProfileIds: readonly string[];
  directoryUserId: string | undefined;
  hierarchyGroupId: string | undefined;
  proficiencies: readonly UserProficiency[];
}

export interface AgentStatus extends Entry {
  readonly type: AgentStatusType;
  readonly displayOrder: number;
}

export interface Integration extends Entry {
  readonly type: IntegrationType;
  readonly integrationArn: string;
}

export interface StorageAssociation {
  readonly id: string;
  readonly resourceType: InstanceStorageResourceType;
  config: InstanceStorageConfig;
}

/** A contact that came in through the API. */
export interface ApiContact {
  readonly id: string;
  readonly arn: string;
  readonly channel: 'VOICE' | 'CHAT' | 'TASK';
  readonly flowId: string;
  attributes: Readonly<Record<string, string>>;
  stopped: boolean;
  /** What the program gave so that a repeated request starts no second contact. */
  readonly clientToken?: string;
}

/** A Connect instance with everything in it. */
export class ConnectInstance {
  readonly attributes = new Map<string, string>();
  readonly flows = new Collection<Flow>('flow');
  readonly modules = new Collection<FlowModule>('flow module');
  readonly queues = new Collection<Queue>('queue');
  readonly hours = new Collection<Hours>('hours of operation');
  readonly prompts = new Collection<Prompt>('prompt');
  readonly quickConnects = new Collection<QuickConnect>('quick connect');
  readonly routingProfiles = new Collection<RoutingProfile>('routing profile');
  readonly securityProfiles = new Collection<SecurityProfile>('security profile');
  readonly users = new Collection<User>('user');
  readonly agentStatuses = new Collection<AgentStatus>('agent status');
  readonly integrations = new Collection<Integration>('integration association');
  readonly contacts = new Map<string, ApiContact>();
  readonly functions = new Set<string>();
  readonly lexBots: LexBot[] = [];
  readonly lexV2Bots: LexV2Bot[] = [];
  readonly storage = new Map<string, StorageAssociation>();
  /** Flow ids of what else brings contacts in, by resource type and id. */
  readonly flowAssociations = new Map<
    string,
    { readonly resourceType: string; readonly resourceId: string; flowId: string }
  >();

  constructor(
    readonly id: string,
    readonly arn: string,
    readonly alias: string | undefined,
    readonly identityManagement: DirectoryType,
    readonly directoryId: string | undefined,
    public tags: Readonly<Record<string, string>>,
  ) {}

  /** Everything in the instance that has an ARN and tags. */
  everything(): readonly Entry[] {
    const { flows, modules, queues, hours, prompts, quickConnects, routingProfiles, securityProfiles, users } = this;
    const all = [flows, modules, queues, hours, prompts, quickConnects, routingProfiles, securityProfiles, users];
    return [...all, this.integrations, this.agentStatuses].flatMap((each: Collection<Entry>) => each.list());
  }
}
