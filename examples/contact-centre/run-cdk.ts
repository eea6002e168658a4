import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { type EmbeddedCloud, programEnvironment } from '../../lib/cloud';

const ROOT = join(__dirname, '../..');
const CDK = join(dirname(require.resolve('aws-cdk/package.json')), 'bin/cdk');

export interface CdkRun {
  readonly code: number | null;
  /** Everything that it wrote. */
  readonly text: string;
}

export interface CdkRunOptions {
  /** Told about every line as it is written. */
  readonly onLine?: (line: string) => void;
  /** Ends the command line and what it has started. */
  readonly signal?: AbortSignal;
}

/** Cuts a stream into lines. */
const lines = (onLine: (line: string) => void): ((part: string) => void) => {
  let rest = '';
  return (part) => {
    const all = (rest + part).split('\n');
    rest = all.pop() ?? '';
    for (const line of all) onLine(line);
  };
};

/**
 * Runs the CDK's own command line against a cloud. The cloud answers from this process, which must therefore not wait for
 * the command without letting anything else happen.
 */
export const runCdk = (
  cloud: EmbeddedCloud,
  args: readonly string[],
  { onLine = () => undefined, signal }: CdkRunOptions = {},
): Promise<CdkRun> =>
  new Promise((resolve, reject) => {
    // In a group of its own, so that it ends together with the app that it runs.
    const child = spawn(process.execPath, [CDK, ...args, '--no-notices'], {
      cwd: ROOT,
      env: { ...programEnvironment(process.env, cloud.environment), NO_COLOR: '1', CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const end = (): void => void (child.pid !== undefined && process.kill(-child.pid, 'SIGTERM'));
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      const cut = lines(onLine);
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        cut(part);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code, text });
    });
  });
