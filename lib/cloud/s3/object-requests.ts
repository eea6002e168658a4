import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from '../http/message';
import { writeXml } from '../http/xml';
import { type Bucket, etagOf, type ObjectVersion } from './bucket';
import type { S3Service } from './s3-service';
import { completed, startUpload, uploadAt } from './uploads';

const METADATA = 'x-amz-meta-';
const XML = { 'content-type': 'application/xml' };

const metadataOf = (headers: CloudRequest['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith(METADATA) ? [[name.slice(METADATA.length), value]] : [],
    ),
  );

const versionHeader = ({ versionId }: ObjectVersion): Record<string, string> =>
  versionId === 'null' ? {} : { 'x-amz-version-id': versionId };

const headersOf = (version: ObjectVersion): Record<string, string> => ({
  etag: version.etag,
  'content-length': String(version.body.length),
  'content-type': version.contentType ?? 'binary/octet-stream',
  'last-modified': version.modified.toUTCString(),
  ...versionHeader(version),
  ...Object.fromEntries(Object.entries(version.metadata).map(([name, value]) => [`${METADATA}${name}`, value])),
});

/** A put with this condition never replaces anything. The condition of an ETag is one of downloads only. */
const refuseExisting = (bucket: Bucket, key: string, condition: string | undefined): void => {
  if (condition === undefined) return;
  if (condition !== '*') throw new AwsError('NotImplemented', 'If-None-Match of a put has to be *.', 501);
  if (!bucket.keys(key).includes(key)) return;
  throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
};

const put = (bucket: Bucket, key: string, { headers, body }: CloudRequest): CloudResponse => {
  refuseExisting(bucket, key, headers['if-none-match']);
  const version = bucket.put(key, { body, contentType: headers['content-type'], metadata: metadataOf(headers) });
  return { status: 200, headers: { etag: version.etag, ...versionHeader(version) } };
};

const copy = (s3: S3Service, bucket: Bucket, key: string, source: string): CloudResponse => {
  const [path = '', query = ''] = decodeURIComponent(source).replace(/^\//, '').split('?versionId=');
  const from = s3.bucket(path.slice(0, path.indexOf('/'))).get(path.slice(path.indexOf('/') + 1), query || undefined);
  const { body, contentType, metadata } = from;
  const version = bucket.put(key, { body, contentType, metadata });
  const CopyObjectResult = { ETag: version.etag, LastModified: version.modified };
  return { status: 200, headers: { ...XML, ...versionHeader(version) }, body: writeXml({ CopyObjectResult }) };
};

const putPart = (s3: S3Service, { query, body }: CloudRequest): CloudResponse => {
  uploadAt(s3, query.get('uploadId') ?? '').parts.set(Number(query.get('partNumber')), body);
  return { status: 200, headers: { etag: etagOf(body) } };
};

const begin = (s3: S3Service, bucket: Bucket, key: string, { headers }: CloudRequest): CloudResponse => {
  const UploadId = startUpload(s3, { bucket: bucket.name, key, contentType: headers['content-type'] });
  const InitiateMultipartUploadResult = { Bucket: bucket.name, Key: key, UploadId };
  return { status: 200, headers: XML, body: writeXml({ InitiateMultipartUploadResult }) };
};

const complete = (s3: S3Service, bucket: Bucket, key: string, { query, body }: CloudRequest): CloudResponse => {
  const id = query.get('uploadId') ?? '';
  const { contentType } = uploadAt(s3, id);
  const version = bucket.put(key, { body: completed(s3, id, body.toString('utf8')), contentType });
  const CompleteMultipartUploadResult = { Bucket: bucket.name, Key: key, ETag: version.etag };
  return {
    status: 200,
    headers: { ...XML, ...versionHeader(version) },
    body: writeXml({ CompleteMultipartUploadResult }),
  };
};

const putAnswer = (s3: S3Service, bucket: Bucket, key: string, request: CloudRequest): CloudResponse => {
  const source = request.headers['x-amz-copy-source'];
  if (request.query.has('uploadId')) return putPart(s3, request);
  return source === undefined ? put(bucket, key, request) : copy(s3, bucket, key, source);
};

/** Names of the query that ask for something that is not here. */
const NOT_HERE = ['tagging', 'acl', 'torrent', 'retention', 'legal-hold', 'select', 'restore', 'attributes'];

const refuseOthers = ({ query, method }: CloudRequest): void => {
  const asked = NOT_HERE.find((name) => query.has(name));
  if (asked === undefined) return;
  throw new AwsError('NotImplemented', `The embedded cloud does not carry out ${method} ?${asked} of an object.`, 400);
};

/** Answers a request for one object. */
export const objectAnswer = (s3: S3Service, bucket: Bucket, key: string, request: CloudRequest): CloudResponse => {
  refuseOthers(request);
  const { method, query } = request;
  const versionId = query.get('versionId') ?? undefined;
  if (method === 'PUT') return putAnswer(s3, bucket, key, request);
  if (method === 'POST' && query.has('uploads')) return begin(s3, bucket, key, request);
  if (method === 'POST' && query.has('uploadId')) return complete(s3, bucket, key, request);
  if (method === 'DELETE') {
    if (query.has('uploadId')) s3.uploads.delete(query.get('uploadId') ?? '');
    else bucket.delete(key, versionId);
    return { status: 204 };
  }
  if (method === 'GET' || method === 'HEAD') {
    const version = bucket.get(key, versionId);
    return { status: 200, headers: headersOf(version), body: method === 'HEAD' ? undefined : version.body };
  }
  throw new AwsError('MethodNotAllowed', `The embedded cloud does not carry out ${method} of an object.`, 405);
};
