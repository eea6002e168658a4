import {
  AssociateRoutingProfileQueuesCommand,
  type Channel,
  type ConnectClient,
  DisassociateRoutingProfileQueuesCommand,
  ListRoutingProfileQueuesCommand,
  UpdateRoutingProfileQueuesCommand,
} from '@aws-sdk/client-connect';
import type { Calls } from './calls';
import { allPages, inChunks } from './chunks';
import { idsIn } from './ids';
import type { Member, Members } from './more';

/** The API takes so many queues in one call. */
const AT_ONCE = 10;

const at = (profileArn: string) => {
  const { instanceId: InstanceId, id: RoutingProfileId } = idsIn(profileArn);
  return { InstanceId, RoutingProfileId };
};

const referenceOf = ({ key }: Member) => {
  const [QueueId, channel] = key.split(' ');
  return { QueueId, Channel: channel as Channel };
};

const configOf = (member: Member) => {
  const [Priority, Delay] = (member.settings ?? '1 0').split(' ').map(Number);
  return { QueueReference: referenceOf(member), Priority, Delay };
};

/** The queues of routing profiles. */
export const queuesOfProfiles = (connect: Pick<ConnectClient, 'send'>, calls: Calls): Members => ({
  list: (profileArn) =>
    allPages(async (NextToken) => {
      const input = { ...at(profileArn), NextToken };
      const page = await calls(() => connect.send(new ListRoutingProfileQueuesCommand(input)));
      const items = page.RoutingProfileQueueConfigSummaryList?.map(({ QueueId, Channel, Priority, Delay }) => ({
        key: `${QueueId} ${Channel}`,
        settings: `${Priority} ${Delay}`,
      }));
      return { items, token: page.NextToken };
    }),
  add: (profileArn, members) =>
    inChunks(members.map(configOf), AT_ONCE, (QueueConfigs) => {
      const input = { ...at(profileArn), QueueConfigs: [...QueueConfigs] };
      return calls(() => connect.send(new AssociateRoutingProfileQueuesCommand(input)));
    }),
  change: (profileArn, members) =>
    inChunks(members.map(configOf), AT_ONCE, (QueueConfigs) => {
      const input = { ...at(profileArn), QueueConfigs: [...QueueConfigs] };
      return calls(() => connect.send(new UpdateRoutingProfileQueuesCommand(input)));
    }),
  remove: (profileArn, members) =>
    inChunks(members.map(referenceOf), AT_ONCE, (QueueReferences) => {
      const input = { ...at(profileArn), QueueReferences: [...QueueReferences] };
      return calls(() => connect.send(new DisassociateRoutingProfileQueuesCommand(input)));
    }),
});
