import { emptyWorld, type World, type WorldData, type WorldFunction, type WorldPrompt } from '../simulate';
import { agentsOfInstance } from './agents-of-instance';
import { type ConnectReader, everyPage, type ReadInstance } from './connect-reader';
import { flowsOfInstance, modulesOfInstance } from './flows-of-instance';
import { hoursOfInstance } from './hours-of-instance';
import { queuesOfInstance, quickConnectsOfInstance } from './queues-of-instance';

export interface InstanceWorldOptions {
  /** Calls a Lambda function of the instance. @default a call fails, so that the flow leaves by its error branch */
  readonly invoke?: (functionArn: string, event: unknown) => unknown;
  /** What the world holds besides: profiles, cases, what bots understand … @default nothing */
  readonly data?: Partial<WorldData>;
}

const notCalled = (arn: string): never => {
  throw new Error(`Nobody was told how to call ${arn}: give worldFromInstance an "invoke".`);
};

const promptsOf = async ({ connect, instanceArn }: ReadInstance): Promise<readonly WorldPrompt[]> => {
  const all = await everyPage(
    (NextToken) => connect.listPrompts({ InstanceId: instanceArn, NextToken }),
    ({ PromptSummaryList }) => PromptSummaryList,
  );
  return all.map(({ Arn = '', Name = '' }) => ({ arn: Arn, name: Name }));
};

const functionsOf = async (
  { connect, instanceArn }: ReadInstance,
  invoke: NonNullable<InstanceWorldOptions['invoke']>,
): Promise<readonly WorldFunction[]> => {
  const arns = await everyPage(
    (NextToken) => connect.listLambdaFunctions({ InstanceId: instanceArn, NextToken }),
    ({ LambdaFunctions }) => LambdaFunctions,
  );
  return arns.map((arn) => ({ arn, name: arn.split(':')[6] ?? arn, invoke: (event) => invoke(arn, event) }));
};

/**
 * The contact centre that an instance holds now, however it was made: read through Connect's own API, which nothing is
 * changed by. Flows that were saved and never published are left out, as no contact can run them.
 *
 * @param instance its id or ARN
 * @throws Error where an instance has what the simulator does not know
 */
export const worldFromInstance = async (
  connect: ConnectReader,
  instance: string,
  { invoke = notCalled, data = {} }: InstanceWorldOptions = {},
): Promise<World> => {
  const { Instance } = await connect.describeInstance({ InstanceId: instance });
  const read: ReadInstance = { connect, instanceArn: Instance?.Arn ?? instance };
  return {
    ...emptyWorld(read.instanceArn),
    flows: await flowsOfInstance(read),
    modules: await modulesOfInstance(read),
    queues: await queuesOfInstance(read),
    hours: await hoursOfInstance(read),
    quickConnects: await quickConnectsOfInstance(read),
    agents: await agentsOfInstance(read),
    prompts: await promptsOf(read),
    functions: await functionsOf(read, invoke),
    ...data,
  };
};
