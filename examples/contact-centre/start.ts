import { constants } from 'node:os';
import { DeploymentFailed } from './deploy';
import { exitCodeOf, journeysJson } from './play';
import { playDeployed } from './play-deployed';
import { printed } from './print';
import { printedAccount } from './print-account';

const OPTIONS = ['--json', '--help'];

const HELP = `Deploys the example contact centre with the CDK's own command line to a cloud on this machine, and plays one contact of
every initiation method through what was deployed. It needs no AWS account, no credentials and no network.

Usage: npm start -- [--json]

  --json   print the journeys as JSON
  --help   print this

Exit code: 0 when every journey runs as the topic says, 1 when one deviates or the deployment fails, 2 for misuse.`;

/** Shells add the number of a signal to this. */
const SIGNALLED = 128;

// On Node.js 20 the SDK warns that its versions of next year will want a later one.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** A line that goes again; only on a terminal. */
const progress = (text: string): void => {
  const { isTTY, columns = 80 } = process.stderr;
  if (isTTY) process.stderr.write(`\r\u001b[K${text.slice(0, columns - 1)}`);
};

/** Stops what runs when somebody presses Ctrl-C. */
const onInterrupt = (): AbortSignal => {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(name));
  return stop.signal;
};

const run = async (asJson: boolean, signal: AbortSignal): Promise<number> => {
  const { played, account } = await playDeployed({ onProgress: progress, signal });
  progress('');
  const json = () => JSON.stringify({ deployment: account, ...journeysJson(played) }, null, 2);
  process.stdout.write(`${asJson ? json() : printed(played, printedAccount(account))}\n`);
  return exitCodeOf(played);
};

const failed = (error: unknown, signal: AbortSignal): number => {
  progress('');
  if (signal.aborted) return SIGNALLED + constants.signals[signal.reason as 'SIGINT' | 'SIGTERM'];
  if (!(error instanceof DeploymentFailed)) throw error;
  process.stderr.write(`The deployment failed. This is what cdk deploy says:\n\n${error.message}`);
  return 1;
};

const main = async (args: readonly string[]): Promise<number> => {
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown !== undefined) {
    process.stderr.write(`There is no option ${unknown}; there are ${OPTIONS.join(' and ')}.\n`);
    return 2;
  }
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const signal = onInterrupt();
  return run(args.includes('--json'), signal).catch((error) => failed(error, signal));
};

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
