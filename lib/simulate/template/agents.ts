import type { Channel, Json, JsonObject } from '../../language';
import type { WorldAgent, WorldRoute } from '../world';
import type { Deployed } from './world-from-template';

const textOr = (value: Json | undefined): string | undefined => (value === undefined ? undefined : String(value));

/** An agent with what the routing profile says. */
export const agentOf = (deployed: Deployed, all: readonly Deployed[]): WorldAgent => {
  const { properties, arn } = deployed;
  const profile = all.find((each) => each.arn === properties.RoutingProfileArn)?.properties;
  const identity = (properties.IdentityInfo ?? {}) as JsonObject;
  const configs = (profile?.QueueConfigs ?? []) as readonly JsonObject[];
  const phone = (properties.PhoneConfig ?? {}) as JsonObject;
  return {
    arn,
    name: String(properties.Username),
    firstName: textOr(identity.FirstName),
    lastName: textOr(identity.LastName),
    queues: [...new Set(configs.map(({ QueueReference }) => String((QueueReference as JsonObject).QueueArn)))],
    outboundQueue: textOr(profile?.DefaultOutboundQueueArn),
    proficiencies: proficienciesOf(properties.UserProficiencies),
    ...(profile && { concurrency: concurrencyOf(profile.MediaConcurrencies), routes: routesOf(configs) }),
    afterContactWorkLimitSeconds: Number(phone.AfterContactWorkTimeLimit ?? 0),
  };
};

const concurrencyOf = (listed: Json | undefined): WorldAgent['concurrency'] =>
  Object.fromEntries(
    ((listed ?? []) as readonly JsonObject[]).map(({ Channel: channel, Concurrency, CrossChannelBehavior }) => [
      String(channel),
      {
        contacts: Number(Concurrency),
        acrossChannels: (CrossChannelBehavior as JsonObject | undefined)?.BehaviorType === 'ROUTE_ANY_CHANNEL',
      },
    ]),
  );

const routesOf = (configs: readonly JsonObject[]): readonly WorldRoute[] =>
  configs.map(({ QueueReference, Priority, Delay }) => {
    const { QueueArn, Channel: channel } = QueueReference as JsonObject;
    return {
      queue: String(QueueArn),
      channels: [String(channel) as Channel],
      priority: Number(Priority ?? 1),
      delaySeconds: Number(Delay ?? 0),
    };
  });

const proficienciesOf = (listed: Json | undefined): WorldAgent['proficiencies'] => {
  if (listed === undefined) return undefined;
  const levels: Record<string, Record<string, number>> = {};
  for (const { AttributeName, AttributeValue, Level } of listed as readonly JsonObject[]) {
    const byValue = levels[String(AttributeName)] ?? {};
    byValue[String(AttributeValue)] = Number(Level);
    levels[String(AttributeName)] = byValue;
  }
  return levels;
};
