import { Connect } from '@aws-sdk/client-connect';
import { startCloud } from '../../lib/cloud';
import { worldFromInstance } from '../../lib/instance';
import type { World } from '../../lib/simulate';
import { ApiEntrance } from './api-entrance';
import { clientSettings } from './client-settings';
import { type Deployment, deployCentre } from './deploy';
import { type PlayedJourney, playJourneys } from './play';

/** What was deployed and read back, besides the journeys. */
export interface Account extends Deployment {
  /** How long the command line took. */
  readonly seconds: number;
  /** How many things of each kind were read back. */
  readonly readBack: Readonly<Record<string, number>>;
  /** Operations of the API by which contacts came in, in order. */
  readonly requests: readonly string[];
  /** Calls of deployed functions while the journeys were played. */
  readonly functionCalls: number;
}

export interface DeployedJourneys {
  readonly account: Account;
  readonly played: readonly PlayedJourney[];
}

export interface DeployedOptions {
  /** Told what happens. */
  readonly onProgress?: (text: string) => void;
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** More context for the app, as `cdk -c` gives it. */
  readonly context?: Readonly<Record<string, string>>;
}

/** `ContactCentre |  12/44 | 10:00:00 AM | CREATE_COMPLETE | AWS::Connect::Queue | Billing (BillingD6…)` */
const EVENT = /\|\s+(\d+)\/(\d+) \|[^|]*\| (\w+)\s+\| (\S+)\s+\| (\S+)/;

const progressOf = (line: string): string | undefined => {
  const [, done, all, status, type, id] = EVENT.exec(line) ?? [];
  return done === undefined ? undefined : `Deploying: ${done} of ${all}, ${status} ${type} ${id} …`;
};

const KINDS = ['flows', 'modules', 'queues', 'hours', 'quickConnects', 'agents', 'prompts', 'functions'] as const;

const readBackOf = (world: World): Readonly<Record<string, number>> =>
  Object.fromEntries(KINDS.map((kind) => [kind, world[kind].length] as const).filter(([, count]) => count > 0));

const now = (): number => performance.now() / 1000;

/**
 * Deploys the centre with the CDK's own command line to a cloud in this process, reads back what is there through Connect's
 * API, and plays the journeys in that: functions run from their deployed archives, contacts of the API come in by requests.
 *
 * @throws DeploymentFailed
 */
export const playDeployed = async ({
  onProgress = () => undefined,
  signal,
  context,
}: DeployedOptions = {}): Promise<DeployedJourneys> => {
  const entrance = new ApiEntrance();
  const cloud = await startCloud({ onContact: entrance.onContact });
  try {
    onProgress('Synthesising the contact centre …');
    const onLine = (line: string): void => {
      const text = progressOf(line);
      if (text !== undefined) onProgress(text);
    };
    const started = now();
    const deployment = await deployCentre(cloud, { onLine, signal }, context);
    const seconds = now() - started;
    onProgress('Reading back what was deployed …');
    const connect = new Connect(clientSettings(cloud));
    const { InstanceSummaryList: [instance] = [] } = await connect.listInstances();
    let functionCalls = 0;
    const invoke = (arn: string, event: unknown): Promise<unknown> => {
      functionCalls++;
      return cloud.invoke(arn, event);
    };
    const world = await worldFromInstance(connect, instance?.Arn ?? '', { invoke });
    onProgress('Playing the journeys …');
    const played = await playJourneys(world, { play: entrance.through(connect) });
    const { requests } = entrance;
    return { account: { ...deployment, seconds, readBack: readBackOf(world), requests, functionCalls }, played };
  } finally {
    await cloud.stop();
  }
};
