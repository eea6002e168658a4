import {
  AssociateQueueQuickConnectsCommand,
  type ConnectClient,
  DisassociateQueueQuickConnectsCommand,
  ListQueueQuickConnectsCommand,
} from '@aws-sdk/client-connect';
import type { Calls } from './calls';
import { allPages, inChunks } from './chunks';
import { idsIn } from './ids';
import type { Members } from './more';

/** The API takes so many quick connects in one call. */
const AT_ONCE = 50;

const at = (queueArn: string) => {
  const { instanceId: InstanceId, id: QueueId } = idsIn(queueArn);
  return { InstanceId, QueueId };
};

/** The quick connects of queues. */
export const quickConnectsOfQueues = (connect: Pick<ConnectClient, 'send'>, calls: Calls): Members => ({
  list: (queueArn) =>
    allPages(async (NextToken) => {
      const input = { ...at(queueArn), NextToken };
      const page = await calls(() => connect.send(new ListQueueQuickConnectsCommand(input)));
      return { items: page.QuickConnectSummaryList?.map(({ Id = '' }) => ({ key: Id })), token: page.NextToken };
    }),
  add: (queueArn, members) =>
    inChunks(members, AT_ONCE, (some) => {
      const input = { ...at(queueArn), QuickConnectIds: some.map(({ key }) => key) };
      return calls(() => connect.send(new AssociateQueueQuickConnectsCommand(input)));
    }),
  // A quick connect is in a queue or not; there is nothing more to say about it.
  change: async () => undefined,
  remove: (queueArn, members) =>
    inChunks(members, AT_ONCE, (some) => {
      const input = { ...at(queueArn), QuickConnectIds: some.map(({ key }) => key) };
      return calls(() => connect.send(new DisassociateQueueQuickConnectsCommand(input)));
    }),
});
