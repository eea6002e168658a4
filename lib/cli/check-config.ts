import { existsSync } from 'node:fs';
import { type CheckConfig, readConfig } from '../validate';
import { CliError } from './cli-error';
import { readTextFile } from './read-flow-file';

export const CONFIG_FILE = 'connect-flows.config.json';

const parse = (file: string): unknown => {
  try {
    return JSON.parse(readTextFile(file));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${file} is not JSON: ${(error as Error).message}.`);
  }
};

/**
 * The configuration in a file; without one that of the current folder, if it has one.
 *
 * @throws CliError that names everything that is wrong with it
 */
export const loadConfig = (file: string | undefined): CheckConfig => {
  if (file === undefined && !existsSync(CONFIG_FILE)) return {};
  const name = file ?? CONFIG_FILE;
  const reading = readConfig(parse(name));
  if (reading.ok) return reading.config;
  throw new CliError([`${name} is no configuration:`, ...reading.problems.map((problem) => `  ${problem}`)].join('\n'));
};
