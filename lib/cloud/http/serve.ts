import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AwsError } from '../aws-error';
import type { Cloud } from '../cloud';
import { jsonError } from '../connect/connect-service';
import { answer, type Reply } from './answer';
import { readRequest } from './read-request';
import type { RequestRate } from './request-rate';

export interface ServerSettings {
  readonly mostBytes: number;
  readonly rate: RequestRate | undefined;
  /** Told about defects of ours. */
  readonly onDefect: (error: unknown) => void;
}

const HOST = '127.0.0.1';

/**
 * Pages of the web may send requests to this machine, also under names of theirs. Programs send no Origin, and know the
 * cloud by its own name.
 */
const isFromProgram = ({ headers }: IncomingMessage, port: number): boolean =>
  headers.origin === undefined && [`${HOST}:${port}`, `localhost:${port}`].includes(headers.host ?? '');

const send = (response: ServerResponse, reply: Reply): void => {
  if (reply === 'nothing') {
    response.destroy();
    return;
  }
  const { status, headers = {}, body = '' } = reply;
  response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers });
  response.end(body);
};

const replyTo = async (
  cloud: Cloud,
  message: IncomingMessage,
  settings: ServerSettings,
  port: number,
): Promise<Reply> => {
  try {
    const request = await readRequest(message, settings.mostBytes);
    if (isFromProgram(message, port)) return await answer(cloud, request, settings.rate);
    return jsonError(new AwsError('InvalidHost', `The embedded cloud answers programs at ${HOST}:${port} only.`, 403));
  } catch (error) {
    if (error instanceof AwsError) return jsonError(error);
    settings.onDefect(error);
    return jsonError(new AwsError('InternalFailure', error instanceof Error ? error.message : String(error), 500));
  }
};

/** Stands before a cloud on the loopback interface. */
export const serve = (cloud: Cloud, port: number, settings: ServerSettings): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((message, response) => {
      replyTo(cloud, message, settings, portOf(server)).then((reply) => send(response, reply), settings.onDefect);
    });
    // Deployments wait for functions that take their time.
    server.requestTimeout = 0;
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(server));
  });

/** The port on which a server listens. */
export const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

export const stopServing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
