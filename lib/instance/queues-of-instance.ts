import type { QuickConnectConfig } from '@aws-sdk/client-connect';
import type { WorldQueue, WorldQuickConnect } from '../simulate';
import { everyPage, inTurn, type ReadInstance } from './connect-reader';

/** The numbers of an instance by their id. */
const numbersOf = async ({ connect, instanceArn }: ReadInstance): Promise<ReadonlyMap<string, string>> => {
  const all = await everyPage(
    (NextToken) => connect.listPhoneNumbersV2({ TargetArn: instanceArn, NextToken }),
    ({ ListPhoneNumbersSummaryList }) => ListPhoneNumbersSummaryList,
  );
  return new Map(all.map(({ PhoneNumberId = '', PhoneNumber = '' }) => [PhoneNumberId, PhoneNumber]));
};

/** The standard queues of an instance. Queues of agents come with the agents. */
export const queuesOfInstance = async (instance: ReadInstance): Promise<readonly WorldQueue[]> => {
  const { connect, instanceArn: InstanceId } = instance;
  const numbers = await numbersOf(instance);
  const summaries = await everyPage(
    (NextToken) => connect.listQueues({ InstanceId, QueueTypes: ['STANDARD'], NextToken }),
    ({ QueueSummaryList }) => QueueSummaryList,
  );
  return inTurn(summaries, async ({ Id = '' }) => {
    const { Queue = {} } = await connect.describeQueue({ InstanceId, QueueId: Id });
    const { OutboundCallerIdNumberId: caller, OutboundFlowId: whisper } = Queue.OutboundCallerConfig ?? {};
    return {
      arn: Queue.QueueArn ?? '',
      name: Queue.Name ?? '',
      hours: Queue.HoursOfOperationId,
      maxContacts: Queue.MaxContacts,
      outboundWhisperFlow: whisper,
      outboundCallerId: caller === undefined ? undefined : numbers.get(caller),
    };
  });
};

/** Where a quick connect leads, as far as the simulator knows its type. */
const targetOf = (
  instanceArn: string,
  { QuickConnectType, UserConfig, QueueConfig, PhoneConfig, FlowConfig }: Partial<QuickConnectConfig>,
): Pick<WorldQuickConnect, 'kind' | 'target' | 'flow'> | undefined => {
  const arn = (kind: string, id = ''): string => `${instanceArn}/${kind}/${id}`;
  switch (QuickConnectType) {
    case 'USER':
      return { kind: 'USER', target: arn('agent', UserConfig?.UserId), flow: UserConfig?.ContactFlowId };
    case 'QUEUE':
      return { kind: 'QUEUE', target: arn('queue', QueueConfig?.QueueId), flow: QueueConfig?.ContactFlowId };
    case 'PHONE_NUMBER':
      return { kind: 'PHONE_NUMBER', target: PhoneConfig?.PhoneNumber ?? '' };
    case 'FLOW':
      return { kind: 'FLOW', target: arn('contact-flow', FlowConfig?.ContactFlowId) };
    default:
      return undefined;
  }
};

/** The quick connects of an instance. */
export const quickConnectsOfInstance = async ({
  connect,
  instanceArn: InstanceId,
}: ReadInstance): Promise<readonly WorldQuickConnect[]> => {
  const summaries = await everyPage(
    (NextToken) => connect.listQuickConnects({ InstanceId, NextToken }),
    ({ QuickConnectSummaryList }) => QuickConnectSummaryList,
  );
  const all = await inTurn(summaries, async ({ Id = '' }) => {
    const { QuickConnect = {} } = await connect.describeQuickConnect({ InstanceId, QuickConnectId: Id });
    const target = targetOf(InstanceId, QuickConnect.QuickConnectConfig ?? {});
    return target && { arn: QuickConnect.QuickConnectARN ?? '', name: QuickConnect.Name ?? '', ...target };
  });
  return all.filter((each) => each !== undefined);
};
