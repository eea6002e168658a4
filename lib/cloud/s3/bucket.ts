import { createHash } from 'node:crypto';
import { AwsError } from '../aws-error';
import type { Identifiers } from '../identifiers';

/** One version of an object; without versioning there is one, called `null`. */
export interface ObjectVersion {
  readonly versionId: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly contentType: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly isDeleteMarker: boolean;
  readonly modified: Date;
}

export interface NewObject {
  readonly body: Buffer;
  readonly contentType?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What CloudFormation sets on a bucket, as the template has it. */
export interface BucketSettings {
  readonly versioning?: 'Enabled' | 'Suspended';
  readonly encryption?: unknown;
  readonly lifecycle?: unknown;
  readonly publicAccessBlock?: unknown;
  readonly ownership?: unknown;
  readonly tags?: Readonly<Record<string, string>>;
}

const UNVERSIONED = 'null';
const NOTHING = Buffer.alloc(0);

export const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

const noSuchKey = (key: string): AwsError => new AwsError('NoSuchKey', `The specified key does not exist: ${key}`, 404);

/** A bucket with its objects. Keys are names in a map and never become paths of files. */
export class Bucket {
  /** Versions of each key, the newest last. */
  readonly objects = new Map<string, ObjectVersion[]>();
  settings: BucketSettings = {};
  policy: unknown = undefined;

  constructor(
    readonly name: string,
    private readonly clock: () => Date,
    private readonly identifiers: Identifiers,
  ) {}

  put(key: string, { body, contentType, metadata = {} }: NewObject): ObjectVersion {
    return this.add(key, { body, contentType, metadata, etag: etagOf(body), isDeleteMarker: false });
  }

  /** @throws AwsError where there is none */
  get(key: string, versionId?: string): ObjectVersion {
    const versions = this.objects.get(key) ?? [];
    const version = versionId === undefined ? versions.at(-1) : versions.find((each) => each.versionId === versionId);
    if (version === undefined) {
      throw versionId === undefined
        ? noSuchKey(key)
        : new AwsError('NoSuchVersion', 'The specified version does not exist.', 404);
    }
    if (version.isDeleteMarker) throw noSuchKey(key);
    return version;
  }

  /** Deletes one version for good; without one, hides the object where the bucket keeps versions. */
  delete(key: string, versionId?: string): void {
    if (versionId !== undefined) this.drop(key, versionId);
    else if (this.settings.versioning === 'Enabled') {
      this.add(key, { body: NOTHING, contentType: undefined, metadata: {}, etag: '', isDeleteMarker: true });
    } else this.drop(key, UNVERSIONED);
  }

  /** Keys of objects that are there and not hidden, in order. */
  keys(prefix = ''): readonly string[] {
    return this.allKeys(prefix).filter((key) => this.objects.get(key)?.at(-1)?.isDeleteMarker === false);
  }

  /** Keys with any version, in order. */
  allKeys(prefix = ''): readonly string[] {
    return [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  private add(key: string, object: Omit<ObjectVersion, 'versionId' | 'modified'>): ObjectVersion {
    const isKept = this.settings.versioning === 'Enabled';
    const versionId = isKept ? this.identifiers.letters(32, 'object version', this.name, key) : UNVERSIONED;
    const version = { ...object, versionId, modified: this.clock() };
    const others = (this.objects.get(key) ?? []).filter((each) => isKept || each.versionId !== UNVERSIONED);
    this.objects.set(key, [...others, version]);
    return version;
  }

  private drop(key: string, versionId: string): void {
    const left = (this.objects.get(key) ?? []).filter((each) => each.versionId !== versionId);
    if (left.length === 0) this.objects.delete(key);
    else this.objects.set(key, left);
  }
}
