import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { afterSeconds } from '../real-time';

/** What a call of a function came to. */
export type InvocationOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: FunctionError };

export interface FunctionError {
  readonly errorType?: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export interface ProcessSettings {
  /** Where the code lies. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** How much faster than elsewhere time passes in it. */
  readonly clockSpeed: number;
  readonly onLine: (line: string) => void;
}

const BOOTSTRAP = path.join(__dirname, 'bootstrap.cjs');

type Answer = { readonly result: unknown } | { readonly error: FunctionError };

const ended = (code: number | null, signal: string | null): FunctionError => ({
  errorType: 'Runtime.ExitError',
  errorMessage: `Runtime exited with error: ${signal === null ? `exit status ${code}` : `signal: ${signal}`}`,
});

/** One process in which a function runs, for one event at a time. */
export class FunctionProcess {
  private readonly child: ChildProcess;
  private settle: ((outcome: InvocationOutcome) => void) | undefined;
  isOver = false;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;

  constructor({ folder, environment, clockSpeed, onLine }: ProcessSettings) {
    const options = { cwd: folder, env: { ...environment }, execArgv: [], silent: true };
    this.child = fork(BOOTSTRAP, [String(clockSpeed)], options);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n')) if (line !== '') onLine(line);
      });
    }
    this.child.on('message', (message) => this.finish(message as Answer));
    this.gone = new Promise((resolve) => this.child.once('close', () => resolve()));
    this.child.on('exit', (code, signal) => this.over({ error: ended(code, signal) }));
    this.child.on('error', (error) => this.over({ error: { errorMessage: error.message } }));
  }

  /** @param context what the handler is told about the call */
  invoke(
    event: unknown,
    context: Readonly<Record<string, unknown>>,
    timeoutSeconds: number,
  ): Promise<InvocationOutcome> {
    return new Promise((resolve) => {
      const cancel = afterSeconds(timeoutSeconds, () => this.stop(timedOut(timeoutSeconds)));
      this.settle = (outcome) => {
        cancel();
        resolve(outcome);
      };
      this.child.send({ event, context }, (error) => {
        if (error !== null) this.over({ error: { errorMessage: error.message } });
      });
    });
  }

  /** Kills the process, whatever it does. */
  stop(
    reason: FunctionError = {
      errorType: 'Runtime.ExitError',
      errorMessage: 'Runtime exited with error: signal: killed',
    },
  ): void {
    this.child.kill('SIGKILL');
    this.over({ error: reason });
  }

  private over(answer: Answer): void {
    this.isOver = true;
    this.finish(answer);
  }

  private finish(answer: Answer): void {
    const { settle } = this;
    this.settle = undefined;
    settle?.('error' in answer ? { ok: false, error: answer.error } : { ok: true, result: answer.result });
  }
}

const timedOut = (seconds: number): FunctionError => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `Task timed out after ${seconds.toFixed(2)} seconds`,
});
