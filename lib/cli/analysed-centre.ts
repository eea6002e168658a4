import { statSync } from 'node:fs';
import type { Centre, CentreFunction } from '../analyse';
import { stackOfTemplateFile, stacksOfAssembly, TemplateError, type World, worldFromTemplates } from '../simulate';
import { CliError } from './cli-error';
import { readDescribedFlow } from './flow-file';
import { withPolicyAnswers } from './policy-functions';
import { readTextFile } from './read-flow-file';
import { nameOf } from './scenario-centre';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isTemplate = (path: string): boolean => /"Resources"\s*:/.test(readTextFile(path));

const centreIn = (path: string): Centre => {
  try {
    const stacks = isFolder(path) ? stacksOfAssembly(path) : [stackOfTemplateFile(path)];
    const world: World = worldFromTemplates(stacks);
    return { ...world, functions: withPolicyAnswers(world) };
  } catch (error) {
    if (error instanceof TemplateError) throw new CliError(error.message);
    throw error;
  }
};

/** Flows alone: the queues that they name are not known. */
const centreOfFlows = (paths: readonly string[]): Centre => {
  const flows = paths.map((path) => {
    const file = readDescribedFlow(path, undefined);
    const name = nameOf(file);
    return { arn: file.arn ?? name, name, type: file.type, document: file.document };
  });
  return {
    flows: flows.filter(({ type }) => type !== 'MODULE'),
    modules: flows.filter(({ type }) => type === 'MODULE'),
    queues: [],
    quickConnects: [],
  };
};

/** The contact centre at some paths: a cloud assembly, a template, or flows. @throws CliError where there is none */
export const analysedCentre = (paths: readonly string[]): Centre => {
  const [only, ...more] = paths;
  if (only !== undefined && more.length === 0 && (isFolder(only) || isTemplate(only))) return centreIn(only);
  const folder = paths.find(isFolder);
  if (folder !== undefined) throw new CliError(`${folder} is a folder. Give one cloud assembly, or files of flows.`);
  return centreOfFlows(paths);
};

/** The centre, with what functions are said to answer. */
export const withAnswers = (centre: Centre, answers: Readonly<Record<string, CentreFunction['answers']>>): Centre => ({
  ...centre,
  functions: (centre.functions ?? []).map((each) => ({ ...each, answers: answers[each.name] ?? each.answers })),
});
