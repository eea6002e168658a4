import type { MediaConcurrency, RoutingProfileQueueConfigSummary, UserProficiency } from '@aws-sdk/client-connect';
import type { WorldAgent, WorldRoute } from '../simulate';
import { everyPage, inTurn, type ReadInstance } from './connect-reader';

type FromProfile = Pick<WorldAgent, 'queues' | 'outboundQueue' | 'concurrency' | 'routes'>;

const concurrencyOf = (listed: readonly MediaConcurrency[] = []): WorldAgent['concurrency'] =>
  Object.fromEntries(
    listed.map(({ Channel = '', Concurrency = 0, CrossChannelBehavior }) => [
      Channel,
      { contacts: Concurrency, acrossChannels: CrossChannelBehavior?.BehaviorType === 'ROUTE_ANY_CHANNEL' },
    ]),
  );

const routeOf = ({ QueueArn, Channel, Priority, Delay }: RoutingProfileQueueConfigSummary): WorldRoute => ({
  queue: QueueArn ?? '',
  channels: Channel === undefined ? [] : [Channel],
  priority: Priority ?? 1,
  delaySeconds: Delay ?? 0,
});

const profileAt = async ({ connect, instanceArn }: ReadInstance, RoutingProfileId: string): Promise<FromProfile> => {
  const named = { InstanceId: instanceArn, RoutingProfileId };
  const { RoutingProfile = {} } = await connect.describeRoutingProfile(named);
  const configs = await everyPage(
    (NextToken) => connect.listRoutingProfileQueues({ ...named, NextToken }),
    ({ RoutingProfileQueueConfigSummaryList }) => RoutingProfileQueueConfigSummaryList,
  );
  const routes = configs.map(routeOf);
  return {
    queues: [...new Set(routes.map(({ queue }) => queue))],
    outboundQueue: RoutingProfile.DefaultOutboundQueueId,
    concurrency: concurrencyOf(RoutingProfile.MediaConcurrencies),
    routes,
  };
};

const levelsOf = (proficiencies: readonly UserProficiency[]): WorldAgent['proficiencies'] => {
  if (proficiencies.length === 0) return undefined;
  const levels: Record<string, Record<string, number>> = {};
  for (const { AttributeName = '', AttributeValue = '', Level = 0 } of proficiencies)
    levels[AttributeName] = { ...levels[AttributeName], [AttributeValue]: Level };
  return levels;
};

const agentAt = async (
  { connect, instanceArn: InstanceId }: ReadInstance,
  UserId: string,
  profile: (id: string) => Promise<FromProfile>,
): Promise<WorldAgent> => {
  const { User = {} } = await connect.describeUser({ InstanceId, UserId });
  const proficiencies = await everyPage(
    (NextToken) => connect.listUserProficiencies({ InstanceId, UserId, NextToken }),
    ({ UserProficiencyList }) => UserProficiencyList,
  );
  return {
    arn: User.Arn ?? '',
    name: User.Username ?? '',
    firstName: User.IdentityInfo?.FirstName,
    lastName: User.IdentityInfo?.LastName,
    afterContactWorkLimitSeconds: User.PhoneConfig?.AfterContactWorkTimeLimit ?? 0,
    proficiencies: levelsOf(proficiencies),
    ...(await profile(User.RoutingProfileId ?? '')),
  };
};

/** The users of an instance, each with what the routing profile says; a profile is read once. */
export const agentsOfInstance = async (instance: ReadInstance): Promise<readonly WorldAgent[]> => {
  const summaries = await everyPage(
    (NextToken) => instance.connect.listUsers({ InstanceId: instance.instanceArn, NextToken }),
    ({ UserSummaryList }) => UserSummaryList,
  );
  const profiles = new Map<string, Promise<FromProfile>>();
  const profile = (id: string): Promise<FromProfile> => {
    const known = profiles.get(id) ?? profileAt(instance, id);
    profiles.set(id, known);
    return known;
  };
  return inTurn(summaries, ({ Id = '' }) => agentAt(instance, Id, profile));
};
