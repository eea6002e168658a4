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
import type { ConnectResourceType } from '../runtime/connect-resources';
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
  readonly kind?: string;
}

/** The ARNs that are allowed one set of actions. */
class Allowed {
  private readonly arns = new Set<string>();
  private readonly kinds = new Set<string>();

  add({ resources, kind }: Access): void {
    for (const arn of resources) this.arns.add(arn);
    if (kind !== undefined) this.kinds.add(kind);
  }

  readonly list = (): string[] =>
    this.arns.size > MOST_NAMED && this.kinds.size > 0 ? [...this.kinds] : [...this.arns];
}

/**
 * The one function of a stack that does for Connect what CloudFormation cannot. Its custom resources wait for one another,
 * as the API takes two requests a second; it may touch what they name and nothing else.
 */
export class ConnectProvider extends Construct {
  /** That of the stack; made when it is first asked for. */
  static of(scope: Construct): ConnectProvider {
    const stack = Stack.of(scope);
    const known = stack.node.tryFindChild(ID);
    return known instanceof ConnectProvider ? known : new ConnectProvider(stack, ID);
  }

  readonly function: IFunction;
  private readonly policy: Policy;
  private readonly allowed = new Map<string, Allowed>();
  private bucket: IBucket | undefined;
  private last: CfnResource | undefined;

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    this.function = makeFunction(this, {
      entry: entry(),
      description: 'Does for Amazon Connect what CloudFormation cannot',
      timeout: TRY,
    });
    this.function.configureAsyncInvoke({ retryAttempts: 1, maxEventAge: OLDEST_EVENT });
    this.policy = new Policy(this, 'Access', { roles: [this.function.role as Role] });
    acceptFinding(this.policy, {
      id: 'AwsSolutions-IAM5',
      findings: '/\\/contact-flow\\/\\*$/',
      reason: 'The ids of default flows are only known to the instance, and a policy cannot name very many flows.',
    });
  }

  /** Where it keeps what it replaces; made when it is first asked for. The function empties it as it puts things back. */
  get originals(): IBucket {
    this.bucket ??= this.makeBucket();
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
    acceptFinding(this.policy, {
      id: 'AwsSolutions-IAM5',
      findings: `/<${Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket)}\\.Arn>\\/\\*$/`,
      reason: 'Every object in the bucket is its own.',
    });
    return bucket;
  }

  add(scope: Construct, id: string, { type, properties, access }: ConnectResourceProps): CustomResource {
    for (const each of access) this.allow(each);
    const resource = new CustomResource(scope, id, {
      serviceToken: this.function.functionArn,
      serviceTimeout: REQUEST,
      resourceType: type,
      properties: { ...properties },
    });
    this.queue(resource.node.defaultChild as CfnResource);
    return resource;
  }

  private allow(access: Access): void {
    const key = access.actions.join();
    const known = this.allowed.get(key) ?? this.allowMore(key, access.actions);
    known.add(access);
  }

  private allowMore(key: string, actions: readonly string[]): Allowed {
    const allowed = new Allowed();
    this.allowed.set(key, allowed);
    this.policy.addStatements(
      new PolicyStatement({ actions: [...actions], resources: Lazy.list({ produce: allowed.list }) }),
    );
    return allowed;
  }

  /** After the one before it, after what it is allowed, and after how the function is called is settled. */
  private queue(resource: CfnResource): void {
    resource.addResourceDependency(this.policy.node.defaultChild as CfnPolicy);
    resource.node.addDependency(this.function);
    if (this.last !== undefined) resource.addResourceDependency(this.last);
    this.last = resource;
  }
}
