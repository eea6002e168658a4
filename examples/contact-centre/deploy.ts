import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import type { EmbeddedCloud } from '../../lib/cloud';
import { clientSettings } from './client-settings';
import { type CdkRunOptions, runCdk } from './run-cdk';

/** What a deployment made. */
export interface Deployment {
  readonly stacks: readonly string[];
  /** How many resources there are of each type, the most first. */
  readonly resources: Readonly<Record<string, number>>;
}

/** The command line of the CDK did not do it; the message is all that it wrote. */
export class DeploymentFailed extends Error {}

const APP_COMMAND = ['deploy', '--all', '--require-approval', 'never'] as const;

const typesIn = async (formation: CloudFormation, StackName: string): Promise<readonly string[]> => {
  const types: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await formation.listStackResources({ StackName, NextToken });
    types.push(...(page.StackResourceSummaries ?? []).map(({ ResourceType = '' }) => ResourceType));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return types;
};

const counted = (types: readonly string[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
};

const deploymentIn = async (cloud: EmbeddedCloud): Promise<Deployment> => {
  const formation = new CloudFormation(clientSettings(cloud));
  const { Stacks = [] } = await formation.describeStacks();
  const stacks = Stacks.map(({ StackName = '' }) => StackName);
  const types: string[] = [];
  for (const stack of stacks) types.push(...(await typesIn(formation, stack)));
  return { stacks, resources: counted(types) };
};

/**
 * Deploys the app of this repository, as `npx cdk deploy` does, and asks CloudFormation what is there then.
 *
 * @param context more context for the app, as `cdk -c` gives it
 * @throws DeploymentFailed
 */
export const deployCentre = async (
  cloud: EmbeddedCloud,
  options: CdkRunOptions = {},
  context: Readonly<Record<string, string>> = {},
): Promise<Deployment> => {
  const assembly = mkdtempSync(join(tmpdir(), 'contact-centre-'));
  const settings = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const { code, text } = await runCdk(cloud, [...APP_COMMAND, '--output', assembly, ...settings], options);
    options.signal?.throwIfAborted();
    if (code !== 0) throw new DeploymentFailed(text);
  } finally {
    rmSync(assembly, { recursive: true, force: true });
  }
  return deploymentIn(cloud);
};
