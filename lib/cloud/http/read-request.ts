import type { IncomingMessage } from 'node:http';
import { AwsError } from '../aws-error';
import type { CloudRequest } from './message';

const bodyOf = (message: IncomingMessage, mostBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    message.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
    });
    message.on('end', () => {
      if (bytes <= mostBytes) resolve(Buffer.concat(chunks));
      else
        reject(new AwsError('RequestEntityTooLarge', `The request has ${bytes} bytes; it may have ${mostBytes}.`, 413));
    });
    message.on('error', reject);
  });

const LINE_END = '\r\n';

/** S3 clients send bodies in chunks, each after a line with its size, and with check sums at the end. */
const withoutChunks = (body: Buffer): Buffer => {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf(LINE_END, at);
    const size = Number.parseInt(body.subarray(at, end < 0 ? at : end).toString('latin1'), 16);
    if (!(size > 0)) return Buffer.concat(chunks);
    const from = end + LINE_END.length;
    chunks.push(body.subarray(from, from + size));
    at = from + size + LINE_END.length;
  }
};

const isChunked = (headers: CloudRequest['headers']): boolean =>
  (headers['content-encoding'] ?? '').includes('aws-chunked') || headers['x-amz-decoded-content-length'] !== undefined;

/** Reads a request as a whole. @throws AwsError for one that is too large */
export const readRequest = async (message: IncomingMessage, mostBytes: number): Promise<CloudRequest> => {
  const entries = Object.entries(message.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  const headers: Record<string, string> = Object.fromEntries(entries);
  const body = await bodyOf(message, mostBytes);
  const [path = '/', query = ''] = (message.url ?? '/').split('?', 2);
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers,
    body: isChunked(headers) ? withoutChunks(body) : body,
  };
};
