import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Calls } from './calls';
import { isNamed } from './failure';

/** A flow as it was before it was replaced. */
export interface Original {
  readonly flowArn: string;
  readonly content: string;
}

/** Where originals are kept, by a key for each thing that is replaced. */
export interface Originals<T = Original> {
  read(key: string): Promise<T | undefined>;
  /** The first one stays: what is there later is a replacement. */
  keep(key: string, original: T): Promise<void>;
  /** Keeps what somebody made of the flow, and says where. */
  keepEdit(key: string, name: string, original: T): Promise<string>;
  forget(key: string): Promise<void>;
}

const objectOf = (key: string): string => `${key}/original.json`;

/** Originals in a bucket that keeps versions. */
export const originalsIn = <T = Original>(s3: Pick<S3Client, 'send'>, Bucket: string, calls: Calls): Originals<T> => {
  const put = (Key: string, original: T, IfNoneMatch?: '*') => {
    const Body = JSON.stringify(original);
    return calls(() =>
      s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json', IfNoneMatch })),
    );
  };
  const versionsOf = async (key: string): Promise<readonly ObjectIdentifier[]> => {
    const found: ObjectIdentifier[] = [];
    let marker: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {};
    while (marker !== undefined) {
      const at: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } = marker;
      const page = await calls(() => s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: `${key}/`, ...at })));
      found.push(
        ...[...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({ Key, VersionId })),
      );
      marker = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
    return found;
  };
  return {
    async read(key) {
      try {
        const text = await calls(async () => {
          const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: objectOf(key) }));
          return Body?.transformToString() ?? '';
        });
        return JSON.parse(text) as T;
      } catch (error) {
        if (isNamed(error, 'NoSuchKey')) return undefined;
        throw error;
      }
    },
    async keep(key, original) {
      try {
        await put(objectOf(key), original, '*');
      } catch (error) {
        // An earlier try, whose answer was lost, has kept it.
        if (!isNamed(error, 'PreconditionFailed')) throw error;
      }
    },
    async keepEdit(key, name, original) {
      const Key = `${key}/edited/${name}.json`;
      await put(Key, original);
      return Key;
    },
    async forget(key) {
      const Objects = [...(await versionsOf(key))];
      if (Objects.length === 0) return;
      const { Errors = [] } = await calls(() =>
        s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } })),
      );
      const [first] = Errors;
      if (first !== undefined) throw new Error(`"${first.Key}" cannot be deleted: ${first.Message ?? first.Code}.`);
    },
  };
};
