import { AwsError } from '../aws-error';
import type { CloudEnvironment } from '../environment';
import type { CloudRequest, CloudResponse } from '../http/message';
import { writeXml } from '../http/xml';
import { Bucket } from './bucket';
import { bucketAnswer } from './bucket-requests';
import { objectAnswer } from './object-requests';
import type { Upload } from './uploads';

const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** S3, with paths in the form `/<bucket>/<key>`. */
export class S3Service {
  readonly buckets = new Map<string, Bucket>();
  /** Objects that come in parts and are not whole yet. */
  readonly uploads = new Map<string, Upload>();

  constructor(readonly environment: CloudEnvironment) {}

  /** @throws AwsError where the name is taken or none */
  create(name: string): Bucket {
    if (!NAME.test(name)) throw new AwsError('InvalidBucketName', `"${name}" is no name of a bucket.`);
    if (this.buckets.has(name))
      throw new AwsError('BucketAlreadyOwnedByYou', `There is a bucket ${name} already.`, 409);
    const bucket = new Bucket(name, this.environment.clock, this.environment.identifiers);
    this.buckets.set(name, bucket);
    return bucket;
  }

  /** @throws AwsError where there is none */
  bucket(name: string): Bucket {
    const bucket = this.buckets.get(name);
    if (bucket !== undefined) return bucket;
    throw new AwsError('NoSuchBucket', `The specified bucket does not exist: ${name}`, 404);
  }

  /** @throws AwsError where it holds objects */
  remove(name: string): void {
    if (this.bucket(name).objects.size > 0) {
      throw new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
    }
    this.buckets.delete(name);
  }

  /** The bytes behind an address of S3, in any of its forms. @throws AwsError where there are none */
  read(url: string): Buffer {
    const [bucket, key] = objectAt(url);
    return this.bucket(bucket).get(key).body;
  }

  handle(request: CloudRequest): CloudResponse {
    const [, name = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
    const bucket = this.bucket(decodeURIComponent(name));
    if (key === '') return bucketAnswer(this, bucket, request);
    return objectAnswer(this, bucket, decodeURIComponent(key), request);
  }
}

const invalid = (url: string): AwsError => new AwsError('InvalidURI', `"${url}" is no address of an object in S3.`);

/** `s3://<bucket>/<key>`, `https://<bucket>.s3.<region>…/<key>` or `https://s3.<region>…/<bucket>/<key>` */
const objectAt = (url: string): readonly [bucket: string, key: string] => {
  if (!URL.canParse(url)) throw invalid(url);
  const { protocol, hostname, pathname } = new URL(url);
  const path = decodeURIComponent(pathname).slice(1);
  if (protocol === 's3:') return [hostname, path];
  const dot = hostname.search(/\.s3[.-]/);
  if (dot >= 0) return [hostname.slice(0, dot), path];
  const slash = path.indexOf('/');
  if (slash < 0) throw invalid(url);
  return [path.slice(0, slash), path.slice(slash + 1)];
};

export const s3Error = ({ code, message, status }: AwsError): CloudResponse => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: writeXml({ Error: { Code: code, Message: message, RequestId: code } }),
});
