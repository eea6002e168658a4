import { existsSync, readFileSync } from 'node:fs';
import { type CheckConfig, readConfig } from '../validate';

const CONFIG_FILE = 'connect-flows.config.json';

const readFile = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The configuration ${file} cannot be read: ${(error as Error).message}.`);
  }
};

/** A configuration that was given, in a file or as data; without one that of the current folder, if it has one. */
export const configOf = (given: CheckConfig | string | undefined): CheckConfig => {
  if (given === undefined && !existsSync(CONFIG_FILE)) return {};
  const file = given ?? CONFIG_FILE;
  const reading = readConfig(typeof file === 'string' ? readFile(file) : file);
  if (reading.ok) return reading.config;
  const name = typeof file === 'string' ? file : 'The configuration of ConnectFlowChecks';
  throw new Error([`${name} is no configuration:`, ...reading.problems.map((problem) => `  ${problem}`)].join('\n'));
};
