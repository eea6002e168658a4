import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { clientSettings, cloudUnderTest, StackUnderTest, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

const bucketWith = async (Properties: object = {}) => {
  const cloud = await cloudUnderTest();
  const stack = new StackUnderTest(cloud);
  const Resources = { Bucket: { Type: 'AWS::S3::Bucket', Properties } };
  await stack.deploy({ Resources, Outputs: { Name: { Value: { Ref: 'Bucket' } } } });
  return { cloud, stack, client: new S3Client(clientSettings(cloud)), Bucket: `${await stack.output('Name')}` };
};

const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } };

const textOf = async (client: S3Client, input: { Bucket: string; Key: string; VersionId?: string }) =>
  (await client.send(new GetObjectCommand(input))).Body?.transformToString();

test('An object comes back with its text, its type and its metadata', async () => {
  const { client, Bucket } = await bucketWith();
  const Key = 'originals/Default agent hold.json';
  await client.send(
    new PutObjectCommand({ Bucket, Key, Body: 'täxt', ContentType: 'application/json', Metadata: { by: 'a' } }),
  );
  expect(await textOf(client, { Bucket, Key })).toBe('täxt');
  expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
    ContentType: 'application/json',
    ContentLength: 5,
    Metadata: { by: 'a' },
  });
});

test('What is not there is told as S3 tells it', async () => {
  const { client, Bucket } = await bucketWith();
  await expect(textOf(client, { Bucket, Key: 'none' })).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(textOf(client, { Bucket: 'nobody', Key: 'none' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
});

test('Lists go by prefix and come in pages', async () => {
  const { client, Bucket } = await bucketWith();
  for (const Key of ['a/1', 'a/2', 'a/3', 'b/1']) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  const first = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', MaxKeys: 2 }));
  expect(first.Contents?.map(({ Key }) => Key)).toEqual(['a/1', 'a/2']);
  const token = first.NextContinuationToken;
  const second = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', ContinuationToken: token }));
  expect([second.Contents?.map(({ Key }) => Key), second.IsTruncated]).toEqual([['a/3'], false]);
});

test('A bucket with versions keeps what was before, and hides what is deleted', async () => {
  const { client, Bucket } = await bucketWith(VERSIONED);
  const Key = 'flow.json';
  const { VersionId: first } = await client.send(new PutObjectCommand({ Bucket, Key, Body: 'one' }));
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'two' }));
  expect(await textOf(client, { Bucket, Key })).toBe('two');
  expect(await textOf(client, { Bucket, Key, VersionId: first })).toBe('one');
  await client.send(new DeleteObjectCommand({ Bucket, Key }));
  await expect(textOf(client, { Bucket, Key })).rejects.toMatchObject({ name: 'NoSuchKey' });
  const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
  expect([Versions.length, DeleteMarkers.length]).toEqual([2, 1]);
  const Objects = [...Versions, ...DeleteMarkers].map(({ VersionId }) => ({ Key, VersionId }));
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect((await client.send(new ListObjectVersionsCommand({ Bucket }))).Versions).toBeUndefined();
});

test('A put that may replace nothing is refused where something is, and taken where it was deleted', async () => {
  const { client, Bucket } = await bucketWith(VERSIONED);
  const put = (Body: string) => client.send(new PutObjectCommand({ Bucket, Key: 'first', Body, IfNoneMatch: '*' }));
  await put('one');
  await expect(put('two')).rejects.toMatchObject({ name: 'PreconditionFailed' });
  expect(await textOf(client, { Bucket, Key: 'first' })).toBe('one');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'first' }));
  await put('three');
  expect(await textOf(client, { Bucket, Key: 'first' })).toBe('three');
});

test('Objects can be copied, and buckets say where they are', async () => {
  const { client, Bucket } = await bucketWith(VERSIONED);
  await client.send(new PutObjectCommand({ Bucket, Key: 'a b', Body: 'text' }));
  await client.send(new CopyObjectCommand({ Bucket, Key: 'c', CopySource: encodeURIComponent(`${Bucket}/a b`) }));
  expect(await textOf(client, { Bucket, Key: 'c' })).toBe('text');
  expect((await client.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBe('eu-west-2');
  expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
});

test('A bucket goes only when it is empty', async () => {
  const { client, stack, Bucket } = await bucketWith();
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'text' }));
  await stack.delete();
  expect(await stack.status()).toBe('DELETE_FAILED');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await stack.delete();
  await expect(stack.status()).rejects.toThrow('does not exist');
});

test('Keys are names, whatever they look like', async () => {
  const { client, Bucket } = await bucketWith();
  for (const Key of ['../../etc/passwd', '__proto__', 'constructor', '/rooted', 'a//b']) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: `text of ${Key}` }));
    expect(await textOf(client, { Bucket, Key })).toBe(`text of ${Key}`);
  }
  expect(({} as { toString: unknown }).toString).toBe(Object.prototype.toString);
});
