import { basename, dirname, extname, resolve } from 'node:path';
import type { Assumptions } from '../journey';
import type { Scenario } from '../simulate';
import type { ScenarioExpectations } from '../testing';
import { CliError } from './cli-error';
import { readTextFile } from './read-flow-file';
import type { Shape } from './shape';

/** A scenario as a file has it. */
export interface FileScenario extends Scenario {
  readonly title: string;
  readonly file: string;
  /** When the clock starts. */
  readonly at?: string;
  readonly timeZone?: string;
  readonly seed?: number;
  readonly limitSeconds?: number;
  /** Answers of functions, by construct id or name. */
  readonly functions?: Readonly<Record<string, unknown>>;
  readonly assumptions?: Partial<Assumptions>;
  readonly expect?: ScenarioExpectations;
  /** Where the contact centre is, from the current folder. */
  readonly centre?: readonly string[];
  /** Where it stands in its file. */
  readonly path: string;
}

type Written = Partial<Omit<FileScenario, 'file' | 'centre'>> & { readonly start: Scenario['start'] };

interface WrittenFile extends Partial<Written> {
  readonly centre?: string | readonly string[];
  readonly scenarios?: readonly Written[];
  readonly tests?: readonly Written[];
}

const MOST_PROBLEMS = 10;

/** @throws CliError that names every one of the first problems */
export const refuse = (file: string, problems: readonly string[]): void => {
  if (problems.length === 0) return;
  const left = problems.length - MOST_PROBLEMS;
  const more = left > 0 ? [`… and ${left} more.`] : [];
  throw new CliError([...problems.slice(0, MOST_PROBLEMS), ...more].map((each) => `${file}: ${each}`).join('\n'));
};

const parsed = (file: string): unknown => {
  const content = readTextFile(file);
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new CliError(`${file} is not JSON: ${(error as Error).message}.`);
  }
};

/** Paths in a file are seen from the file. */
const centreOf = (file: string, centre: WrittenFile['centre']): FileScenario['centre'] =>
  centre === undefined ? undefined : [centre].flat().map((path) => resolve(dirname(file), path));

const titleOf = (file: string, path: string): string =>
  `${basename(file, extname(file))}${path === '' ? '' : `, ${path}`}`;

const named = (file: string, common: WrittenFile, written: Written, path: string): FileScenario => ({
  title: titleOf(file, path),
  ...written,
  file,
  path,
  timeZone: common.timeZone,
  functions: { ...common.functions, ...written.functions },
  assumptions: { ...common.assumptions, ...written.assumptions },
  centre: centreOf(file, common.centre),
});

/** The scenarios of a file. @throws CliError where it cannot be read, or holds what no scenario has */
export const readScenarios = (file: string, shape: Shape): readonly FileScenario[] => {
  const value = parsed(file);
  refuse(file, shape(value, ''));
  if (Array.isArray(value)) return (value as Written[]).map((each, i) => named(file, {}, each, `[${i}]`));
  const content = value as WrittenFile;
  const list = content.scenarios ?? content.tests;
  if (list) {
    const key = content.scenarios ? 'scenarios' : 'tests';
    return list.map((each, i) => named(file, content, each, `${key}[${i}]`));
  }
  const { centre: _, ...one } = content;
  return [named(file, content, one as Written, '')];
};
