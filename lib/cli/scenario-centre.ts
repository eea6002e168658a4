import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Scenario, TemplateError, type World } from '../simulate';
import { worldAroundFlow } from '../simulate/stand-ins';
import { type FunctionMock, withMocks, worldFrom } from '../testing';
import { CliError } from './cli-error';
import { type FlowFile, readDescribedFlow } from './flow-file';
import { readTextFile } from './read-flow-file';

type Answers = Readonly<Record<string, unknown>>;

/** The contact centre that scenarios are played in. */
export type Centre = (scenario: Scenario & { readonly functions?: Answers }) => World;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isTemplate = (path: string): boolean => /"Resources"\s*:/.test(readTextFile(path));

/** A function in a file is known by what it answers. */
const mocksOf = (answers: Answers = {}): Readonly<Record<string, FunctionMock>> =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer]));

const worldAt = (path: string): World => {
  try {
    return worldFrom(path);
  } catch (error) {
    if (error instanceof TemplateError) throw new CliError(error.message);
    throw error;
  }
};

const deployed = (path: string): Centre => {
  const world = worldAt(path);
  return ({ functions }) => withMocks(world, mocksOf(functions));
};

export const nameOf = ({ name, file }: FlowFile): string => name ?? basename(file, extname(file));

const agentNames = ({ agents = [], start }: Scenario): readonly string[] => [
  ...new Set([...agents.map(({ name }) => name), ...(start.method === 'OUTBOUND' ? [start.agent] : [])]),
];

/** Queues, prompts and functions that flows name get stand-ins; the agents of a scenario serve every queue. */
const aroundFlows = (files: readonly FlowFile[], scenario: Parameters<Centre>[0]): World => {
  const [first] = files as readonly [FlowFile, ...FlowFile[]];
  const lone = { name: nameOf(first), type: first.type, document: first.document };
  const { world } = worldAroundFlow(lone, 'VOICE', { answers: scenario.functions ?? {} });
  const flows = files.map((flow) => {
    const [name, kind] = [nameOf(flow), flow.type === 'MODULE' ? 'flow-module' : 'contact-flow'];
    return { name, type: flow.type, document: flow.document, arn: flow.arn ?? `${world.instanceArn}/${kind}/${name}` };
  });
  const [standIn] = world.agents;
  return {
    ...world,
    flows: flows.filter(({ type }) => type !== 'MODULE'),
    modules: flows.filter(({ type }) => type === 'MODULE'),
    quickConnects: [],
    agents: agentNames(scenario).map((name, i) => ({
      arn: i === 0 && standIn ? standIn.arn : `${world.instanceArn}/agent/${name}`,
      name,
      queues: 'every queue',
    })),
  };
};

/**
 * The contact centre at some paths: a cloud assembly, a template, or flows.
 *
 * @throws CliError where there is none
 */
export const centreAt = (paths: readonly string[]): Centre => {
  const [only, ...more] = paths;
  if (only === undefined)
    throw new CliError('There is no contact centre to play in. Give cdk.out, a template or flows.');
  if (more.length === 0 && (isFolder(only) || isTemplate(only))) return deployed(only);
  const folder = paths.find(isFolder);
  if (folder !== undefined) throw new CliError(`${folder} is a folder. Give one cloud assembly, or files of flows.`);
  const files = paths.map((path) => readDescribedFlow(path, undefined));
  return (scenario) => aroundFlows(files, scenario);
};
