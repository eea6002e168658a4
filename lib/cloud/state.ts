import { createHash } from 'node:crypto';
import type { Cloud } from './cloud';
import type { Stack } from './cloudformation/stack';
import { Collection } from './connect/collection';
import type { Bucket } from './s3/bucket';

export interface StateOptions {
  /** Whether the files that the CDK has uploaded are part of it; no command takes them away again. @default false */
  readonly uploads?: boolean;
}

/** Counters and times, which only ever grow. */
const NOT_STATE: readonly string[] = ['nextVersion', 'modified', 'versionNumber'];

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const sorted = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

const listed = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([key, each]) => each !== undefined && !NOT_STATE.includes(key));

/** A value with its maps and sets as JSON, in an order that does not tell how it came about. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Buffer) return hash(value);
  if (value instanceof Collection) return canonical(value.list());
  if (value instanceof Map) return canonical(Object.fromEntries(value));
  if (value instanceof Set) return [...value].sort();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return sorted(listed(value).map(([key, each]) => [key, canonical(each)] as const));
};

const stackState = ({ id, name, source, resources, outputs, terminationProtection }: Stack) => ({
  id,
  name,
  template: source?.template.text,
  parameters: source?.parameters,
  tags: source?.tags,
  outputs,
  terminationProtection,
  resources: new Map([...resources].map(([logicalId, { status: _, ...resource }]) => [logicalId, resource])),
});

const bucketState = ({ settings, policy, objects }: Bucket) => ({ settings, policy, objects });

const isUpload = (name: string): boolean => /^cdk-[a-z0-9]+-assets-/.test(name);

const parts = (cloud: Cloud, { uploads = false }: StateOptions): Record<string, unknown> => {
  const { connect, iam, kept, lambda, logs, s3, ssm, cloudFormation } = cloud;
  const buckets = [...s3.buckets].filter(([name]) => uploads || !isUpload(name));
  return {
    // A stack without resources holds nothing: it was looked at only, or its creation was taken back.
    stacks: cloudFormation.stacks
      .list()
      .filter(({ resources }) => resources.size > 0)
      .map(stackState),
    connect: { instances: connect.state.instances, phoneNumbers: connect.state.phoneNumbers },
    iam: { roles: iam.roles, policies: iam.policies },
    lambda: {
      functions: lambda.functions,
      versions: lambda.versions,
      permissions: lambda.permissions,
      retries: lambda.retries,
    },
    kept,
    logs: logs.groups,
    s3: new Map(buckets.map(([name, bucket]) => [name, bucketState(bucket)])),
    ssm: new Map([...ssm.parameters].map(([name, { version: _, ...parameter }]) => [name, parameter])),
  };
};

/**
 * Everything that the cloud holds, as readable JSON with sorted keys: two clouds that hold the same give the same text. What
 * only tells of the past is no part of it: times, events, log lines, counters of revisions, and statuses of stacks.
 */
export const stateText = (cloud: Cloud, options: StateOptions = {}): string =>
  `${JSON.stringify(canonical(parts(cloud, options)), null, 2)}\n`;
