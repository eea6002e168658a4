import { AwsError } from '../aws-error';
import { listOf, readXml } from '../http/xml';
import type { S3Service } from './s3-service';

/** An object that comes in parts. */
export interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string | undefined;
  readonly parts: Map<number, Buffer>;
}

export const startUpload = (s3: S3Service, upload: Omit<Upload, 'parts'>): string => {
  const id = s3.environment.identifiers.letters(32, 'upload', upload.bucket, upload.key);
  s3.uploads.set(id, { ...upload, parts: new Map() });
  return id;
};

/** @throws AwsError where it is not known */
export const uploadAt = (s3: S3Service, id: string): Upload => {
  const upload = s3.uploads.get(id);
  if (upload !== undefined) return upload;
  throw new AwsError('NoSuchUpload', 'The specified upload does not exist.', 404);
};

/** The whole object, in the order that the client lists the parts. */
export const completed = (s3: S3Service, id: string, xml: string): Buffer => {
  const { parts } = uploadAt(s3, id);
  const { CompleteMultipartUpload: root } = readXml(xml) as { CompleteMultipartUpload?: { Part?: unknown } };
  const numbers = listOf(root?.Part).map((part) => Number((part as { PartNumber?: string }).PartNumber));
  const bodies = numbers.map((number) => parts.get(number));
  if (bodies.length === 0 || bodies.includes(undefined))
    throw new AwsError('InvalidPart', 'A listed part was not sent.');
  s3.uploads.delete(id);
  return Buffer.concat(bodies as Buffer[]);
};
