import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from '../http/message';
import { listOf, readXml, writeXml } from '../http/xml';
import type { Bucket, ObjectVersion } from './bucket';
import type { S3Service } from './s3-service';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const MOST_KEYS = 1000;

const answer = (element: string, content: object): CloudResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: writeXml({ [element]: { '@xmlns': NAMESPACE, ...content } }),
});

const missing = (code: string, what: string): AwsError => new AwsError(code, `The bucket has no ${what}.`, 404);

const listedObject = (bucket: Bucket, key: string) => {
  const { body, etag, modified } = bucket.get(key);
  return { Key: key, LastModified: modified, ETag: etag, Size: body.length, StorageClass: 'STANDARD' };
};

const listed = (bucket: Bucket, query: URLSearchParams): CloudResponse => {
  const prefix = query.get('prefix') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? MOST_KEYS), MOST_KEYS);
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const keys = bucket.keys(prefix).filter((key) => key > after);
  const page = keys.slice(0, most);
  const isTruncated = keys.length > page.length;
  return answer('ListBucketResult', {
    Name: bucket.name,
    Prefix: prefix,
    KeyCount: page.length,
    MaxKeys: most,
    IsTruncated: isTruncated,
    NextContinuationToken: isTruncated ? page.at(-1) : undefined,
    Contents: page.map((key) => listedObject(bucket, key)),
  });
};

const versionEntry = (Key: string, version: ObjectVersion, IsLatest: boolean) => ({
  Key,
  VersionId: version.versionId,
  IsLatest,
  LastModified: version.modified,
  ...(version.isDeleteMarker ? {} : { ETag: version.etag, Size: version.body.length }),
});

/** All versions at once: a client that asks for fewer gets more, which it can take. */
const listedVersions = (bucket: Bucket, query: URLSearchParams): CloudResponse => {
  const prefix = query.get('prefix') ?? '';
  const all = bucket.allKeys(prefix).flatMap((key) => {
    const versions = bucket.objects.get(key) ?? [];
    return versions
      .map((version) => ({ version, entry: versionEntry(key, version, version === versions.at(-1)) }))
      .reverse();
  });
  return answer('ListVersionsResult', {
    Name: bucket.name,
    Prefix: prefix,
    IsTruncated: false,
    Version: all.filter(({ version }) => !version.isDeleteMarker).map(({ entry }) => entry),
    DeleteMarker: all.filter(({ version }) => version.isDeleteMarker).map(({ entry }) => entry),
  });
};

const deleted = (bucket: Bucket, xml: string): CloudResponse => {
  const { Delete: root } = readXml(xml) as { Delete?: { Object?: unknown } };
  const objects = listOf(root?.Object) as readonly { readonly Key: string; readonly VersionId?: string }[];
  for (const { Key, VersionId } of objects) bucket.delete(Key, VersionId);
  return answer('DeleteResult', { Deleted: objects.map(({ Key, VersionId }) => ({ Key, VersionId })) });
};

type Part = (s3: S3Service, bucket: Bucket, query: URLSearchParams) => CloudResponse;

/** What GET answers, by the name in the query. */
const PARTS: Readonly<Record<string, Part>> = {
  location: (s3) => answer('LocationConstraint', { '#text': s3.environment.region }),
  encryption: (_s3, { settings }) => {
    if (settings.encryption === undefined) {
      throw missing('ServerSideEncryptionConfigurationNotFoundError', 'encryption of its own');
    }
    const ApplyServerSideEncryptionByDefault = { SSEAlgorithm: 'AES256' };
    return answer('ServerSideEncryptionConfiguration', { Rule: { ApplyServerSideEncryptionByDefault } });
  },
  versioning: (_s3, { settings }) => answer('VersioningConfiguration', { Status: settings.versioning }),
  tagging: (_s3, { settings }) => {
    const tags = Object.entries(settings.tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
    if (tags.length === 0) throw missing('NoSuchTagSet', 'tags');
    return answer('Tagging', { TagSet: { Tag: tags } });
  },
  policy: (_s3, { policy }) => {
    if (policy === undefined) throw missing('NoSuchBucketPolicy', 'policy');
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(policy) };
  },
  versions: (_s3, bucket, query) => listedVersions(bucket, query),
  'list-type': (_s3, bucket, query) => listed(bucket, query),
};

/** Answers a request for a bucket as a whole. */
export const bucketAnswer = (s3: S3Service, bucket: Bucket, { method, query, body }: CloudRequest): CloudResponse => {
  if (method === 'HEAD') return { status: 200, headers: { 'x-amz-bucket-region': s3.environment.region } };
  if (method === 'POST' && query.has('delete')) return deleted(bucket, body.toString('utf8'));
  const name = Object.keys(PARTS).find((part) => query.has(part));
  const part = method === 'GET' && name !== undefined ? PARTS[name] : undefined;
  if (part !== undefined) return part(s3, bucket, query);
  throw new AwsError('NotImplemented', `The embedded cloud does not carry out ${method} ?${query} of a bucket.`, 400);
};
