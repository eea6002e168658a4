import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { EmbeddedCloud } from '../cloud';
import { programEnvironment } from '../cloud/program-environment';
import { CliError } from './cli-error';
import { writeTextFile } from './write-file';

interface CloudCommandOptions {
  readonly port: number;
  readonly region: string;
  readonly account: string;
  readonly instance?: string;
  readonly throttle: boolean;
  readonly state?: string;
}

/** What Connect takes of an account in a region. Source: feature-limits (admin guide). */
const SERVICE_RATE = { requestsPerSecond: 2, burst: 5 } as const;
const HIGHEST_PORT = 65_535;
/** Shells add the number of a signal to this. */
const SIGNALLED = 128;

const port = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= HIGHEST_PORT) return value;
  throw new InvalidArgumentError(`it has to be a number from 0, which takes any free port, to ${HIGHEST_PORT}.`);
};

const matching =
  (form: RegExp, example: string) =>
  (text: string): string => {
    if (form.test(text)) return text;
    throw new InvalidArgumentError(`write it like ${example}.`);
  };

/** The cloud brings the SDK along, which other commands are spared. */
const started = async (options: CloudCommandOptions): Promise<EmbeddedCloud> => {
  const { startCloud } = require('../cloud') as typeof import('../cloud');
  const { port: wanted, region, account, throttle } = options;
  try {
    return await startCloud({ port: wanted, region, account, throttle: throttle ? SERVICE_RATE : undefined });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new CliError(`Port ${wanted} cannot be used: the system answers ${code}. Give another --port, or none.`);
  }
};

const variablesOf = async (
  cloud: EmbeddedCloud,
  alias: string | undefined,
): Promise<Readonly<Record<string, string>>> => ({
  ...cloud.environment,
  ...(alias === undefined ? {} : { CONNECT_INSTANCE_ARN: await cloud.createInstance(alias) }),
});

/** Runs a command to its end; gives its exit code. */
const runCommand = ([name = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    // A Ctrl-C reaches the command as well; this process waits for what it makes of it.
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    const child = spawn(name, args, { stdio: 'inherit', env });
    child.on('error', ({ message }) => reject(new CliError(`${name} cannot be run: ${message}.`)));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      resolve(code ?? SIGNALLED + (signal === null ? 0 : constants.signals[signal]));
    });
  });

const exportsOf = (variables: Readonly<Record<string, string>>): string =>
  [
    'unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN',
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${value}`),
  ].join('\n');

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const runCloud = async (command: readonly string[], options: CloudCommandOptions): Promise<void> => {
  const cloud = await started(options);
  try {
    const variables = await variablesOf(cloud, options.instance);
    if (command.length > 0) process.exitCode = await runCommand(command, programEnvironment(process.env, variables));
    else {
      process.stdout.write(`${exportsOf(variables)}\n`);
      process.stderr.write('The cloud runs until Ctrl-C.\n');
      await interrupted();
    }
    if (options.state !== undefined) writeTextFile(options.state, cloud.state());
  } finally {
    await cloud.stop();
  }
};

const EXAMPLES = `
Examples:
  connect-flows cloud -- npx cdk deploy --require-approval never
  connect-flows cloud --instance my-centre -- sh deploy-and-try.sh
  connect-flows cloud --port 4599

Without a command it prints the variables to export and runs until Ctrl-C; everything it holds goes with it. Programs that
use AWS's own SDKs find it by these variables. Nothing leaves this machine, and no credentials are needed.

Exit code: that of the command; 2 for misuse.`;

/** \`connect-flows cloud\`: enough of AWS on this machine for the CDK to deploy contact centres. */
export const cloudCommand = (): Command =>
  new Command('cloud')
    .description('run a cloud on this machine that the CDK can deploy to, and a command against it')
    .argument('[command...]', 'what to run against the cloud, after --')
    .addOption(new Option('--port <number>', 'port on 127.0.0.1').argParser(port).default(0, 'any that is free'))
    .addOption(
      new Option('--region <region>', 'the region that it is in')
        .argParser(matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'eu-west-2'))
        .default('eu-west-2'),
    )
    .addOption(
      new Option('--account <number>', 'the account that it is')
        .argParser(matching(/^\d{12}$/, '111122223333'))
        .default('111122223333'),
    )
    .option('--instance <alias>', 'have a Connect instance; its ARN is in CONNECT_INSTANCE_ARN')
    .option('--throttle', 'take two calls of Connect a second, as the service does', false)
    .option('--state <file>', 'write what it holds at the end as JSON')
    .addHelpText('after', EXAMPLES)
    .action(runCloud);
