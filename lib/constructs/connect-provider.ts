import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CfnPolicy, Policy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { type CfnResource, CustomResource, Duration, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { CONNECT_RESOURCES, type ConnectResourceType } from '../runtime/connect-resources';
import { acceptFinding } from './accept-finding';
import { makeFunction } from './function-code';

const ID = 'ConnectProvider';

/** A TypeScript source beside this one, or what it was compiled to. */
const entry = (): string => {
  const base = join(__dirname, '../../lambda/connect-resources/index');
  return existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.js`;
};

/**
 * One try may take five minutes, one more begins before the event is ten minutes old: CloudFormation waits longer than that,
 * so that nothing of a request is still under way when it takes the request for lost and rolls back.
 */
const TRY = Duration.minutes(5);
const OLDEST_EVENT = Duration.minutes(10);
const REQUEST = Duration.minutes(20);

/** A role takes 10,240 characters of policies; beyond so many names the whole kind is named instead. */
const MOST_NAMED = 40;

/** What a custom resource asks for. */
export interface ConnectResourceProps {
  readonly type: ConnectResourceType;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What the function may do for it: ARNs by the actions on them. */
  readonly access: readonly Access[];
}

export interface Access {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** What stands for all of them where they are too many to be named. */
  readonly kinds?: readonly string[];
  /** The only instance on which it is allowed, for what lies outside of instances. @default - that of the ARNs */
  readonly instanceId?: string;
}

/** What keeping originals takes. */
export const originalsAccess = (bucketArn: string): readonly Access[] => [
  { actions: ['s3:ListBucket', 's3:ListBucketVersions'], resources: [bucketArn] },
  {
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
    resources: [`${bucketArn}/*`],
  },
];

/** The ARNs that are allowed one set of actions. */
class Allowed {
  private readonly arns = new Set<string>();
  private readonly kinds = new Set<string>();

  add({ resources, kinds = [] }: Access): void {
    for (const arn of resources) this.arns.add(arn);
    for (const kind of kinds) this.kinds.add(kind);
  }

  readonly list = (): string[] =>
    this.arns.size > MOST_NAMED && this.kinds.size > 0 ? [...this.kinds] : [...this.arns];
}

/** The custom resources of one kind, which wait for one another, and what the function may do for them. */
class Line {
  private readonly allowed = new Map<string, Allowed>();
  /** Whether what it may do with the bucket is settled. */
  keepsOriginals = false;
  private last: CfnResource | undefined;

  constructor(readonly policy: Policy) {}

  allow(access: Access): void {
    const key = [access.instanceId, ...access.actions].join();
    const known = this.allowed.get(key) ?? this.allowMore(key, access);
    known.add(access);
  }

  /** After the one before it, and after what it is allowed. */
  queue(resource: CfnResource): void {
    resource.addResourceDependency(this.policy.node.defaultChild as CfnPolicy);
    if (this.last !== undefined) resource.addResourceDependency(this.last);
    this.last = resource;
  }

  private allowMore(key: string, { actions, instanceId }: Access): Allowed {
    const allowed = new Allowed();
    this.allowed.set(key, allowed);
    const resources = Lazy.list({ produce: allowed.list });
    const conditions =
      instanceId === undefined ? undefined : { StringEqualsIfExists: { 'connect:InstanceId': instanceId } };
    this.policy.addStatements(new PolicyStatement({ actions: [...actions], resources, conditions }));
    return allowed;
  }
}

/** What a policy says of all flows, queues and so on when it cannot name them. */
const MANY = {
  id: 'AwsSolutions-IAM5',
  findings: '/[:\\/](contact-flow|phone-number|queue|routing-profile|transfer-destination)\\/\\*$/',
  reason:
    'Ids of default flows are only known to the instance, a policy cannot name very many, and what leaves the stack has left the policy before the function lets go of it.',
} as const;

/** The policy of a kind of custom resources. The contents of flows, defaults or not, are of one kind. */
const POLICIES: Readonly<Record<ConnectResourceType, string>> = {
  [CONNECT_RESOURCES.flowContent]: 'Access',
  [CONNECT_RESOURCES.defaultFlow]: 'Access',
  [CONNECT_RESOURCES.phoneNumberFlow]: 'AccessToNumbers',
  [CONNECT_RESOURCES.moreQueues]: 'AccessToQueues',
  [CONNECT_RESOURCES.moreQuickConnects]: 'AccessToQueues',
  [CONNECT_RESOURCES.lookUp]: 'AccessToLists',
};

/**
 * The one function of a stack that does for Connect what CloudFormation cannot. Its custom resources of one kind wait for one
 * another, as the API takes two requests a second; it may touch what they name and nothing else. Each kind has a policy of its
 * own, so that no resource waits for what another kind of resource is for.
 */
export class ConnectProvider extends Construct {
  /** That of the stack; made when it is first asked for. */
  static of(scope: Construct): ConnectProvider {
    const stack = Stack.of(scope);
    const known = stack.node.tryFindChild(ID);
    return known instanceof ConnectProvider ? known : new ConnectProvider(stack, ID);
  }

  readonly function: IFunction;
  /** What is looked up in this stack, by what is sought. */
  readonly lookUps = new Map<string, CustomResource>();
  private readonly lines = new Map<string, Line>();
  private bucket: IBucket | undefined;

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    this.function = makeFunction(this, {
      entry: entry(),
      description: 'Does for Amazon Connect what CloudFormation cannot',
      timeout: TRY,
    });
    this.function.configureAsyncInvoke({ retryAttempts: 1, maxEventAge: OLDEST_EVENT });
  }

  /** Where it keeps what it replaces; made when it is first asked for. The function empties it as it puts things back. */
  originalsFor(type: ConnectResourceType): IBucket {
    this.bucket ??= this.makeBucket();
    const line = this.lineOf(type);
    if (line.keepsOriginals) return this.bucket;
    line.keepsOriginals = true;
    acceptFinding(line.policy, {
      id: 'AwsSolutions-IAM5',
      findings: `/<${Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)}\\.Arn>\\/\\*$/`,
      reason: 'Every object in the bucket is its own.',
    });
    return this.bucket;
  }

  private makeBucket(): IBucket {
    const bucket = new Bucket(this, 'Originals', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acceptFinding(bucket, {
      id: 'AwsSolutions-S1',
      reason: 'One function alone reads and writes it. Access logs in it would keep it from going with the stack.',
    });
    return bucket;
  }

  add(scope: Construct, id: string, { type, properties, access }: ConnectResourceProps): CustomResource {
    const line = this.lineOf(type);
    for (const each of access) line.allow(each);
    const resource = new CustomResource(scope, id, {
      serviceToken: this.function.functionArn,
      serviceTimeout: REQUEST,
      resourceType: type,
      properties: { ...properties },
    });
    line.queue(resource.node.defaultChild as CfnResource);
    // How the function is called has to be settled as well.
    resource.node.addDependency(this.function);
    return resource;
  }

  private lineOf(type: ConnectResourceType): Line {
    const name = POLICIES[type];
    const known = this.lines.get(name);
    if (known !== undefined) return known;
    const line = new Line(new Policy(this, name, { roles: [this.function.role as Role] }));
    acceptFinding(line.policy, MANY);
    this.lines.set(name, line);
    return line;
  }
}
