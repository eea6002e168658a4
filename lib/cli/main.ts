import { Command, CommanderError } from 'commander';
import { checkCommand } from './check';
import { isForPeople } from './cli-error';
import { cloudCommand } from './cloud';
import { convertCommand } from './convert';
import { coverageCommand } from './coverage';
import { diffCommand } from './diff';
import { explainCommand } from './explain';
import { importCommand } from './import';
import { runCommand } from './run';
import { simulateCommand } from './simulate';
import { testCommand } from './test';

const MISUSE = 2;

const program = (version: string): Command =>
  new Command('connect-flows')
    .description('Amazon Connect flows on your machine: play them, and see what callers and agents hear.')
    .version(version)
    .showHelpAfterError('Run "connect-flows --help" for how to use it.')
    .addCommand(runCommand())
    .addCommand(checkCommand(version))
    .addCommand(explainCommand())
    .addCommand(diffCommand())
    .addCommand(convertCommand())
    .addCommand(importCommand())
    .addCommand(simulateCommand())
    .addCommand(testCommand())
    .addCommand(cloudCommand())
    .addCommand(coverageCommand());

const strict = (command: Command): Command => {
  command.exitOverride();
  for (const child of command.commands) strict(child);
  return command;
};

/** Runs the command line; gives the exit code. */
export const main = async (argv: readonly string[], version: string): Promise<number> => {
  try {
    await strict(program(version)).parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSE;
    if (!isForPeople(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return MISUSE;
  }
};
