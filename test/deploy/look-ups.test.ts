import { type App, Stack } from 'aws-cdk-lib/core';
import { disconnect, inboundFlow, playPrompt } from '../../lib';
import {
  AgentTransferFlow,
  HoursOfOperation,
  InboundFlow,
  Instance,
  PhoneNumber,
  Prompt,
  Queue,
  RoutingProfile,
  SecurityProfile,
  User,
} from '../../lib/constructs';
import { synthesise } from './assembly';
import { appInCloud } from './deployed-app';

const MINUTE = 60_000;

/** A centre that uses what every instance has, by name. */
const centre = (prompt: string) =>
  synthesise('Centre', (app: App, instanceArn) => {
    const stack = new Stack(app, 'Centre');
    const instance = Instance.fromInstanceArn(stack, 'Instance', instanceArn);
    const hours = HoursOfOperation.fromHoursOfOperationName(stack, 'Hours', { instance, name: 'Basic Hours' });
    new Queue(stack, 'Sales', { instance, name: 'Sales', hours });
    const defaultOutboundQueue = Queue.fromQueueName(stack, 'Basic', { instance, name: 'BasicQueue' });
    new RoutingProfile(stack, 'Callers', { instance, name: 'Callers', defaultOutboundQueue });
    const routingProfile = RoutingProfile.fromRoutingProfileName(stack, 'Routing', {
      instance,
      name: 'Basic Routing Profile',
    });
    const agent = SecurityProfile.fromSecurityProfileName(stack, 'Agent', { instance, name: 'Agent' });
    new User(stack, 'Ana', { instance, username: 'ana', routingProfile, securityProfiles: [agent] });
    const beep = Prompt.fromPromptName(stack, 'Beep', { instance, name: prompt });
    AgentTransferFlow.fromContactFlowName(stack, 'Transfer', { instance, name: 'Default agent transfer' });
    const flow = inboundFlow('Line', { onError: [disconnect()] }, [playPrompt({ prompt: beep }), disconnect()]);
    const line = new InboundFlow(stack, 'Line', { instance, flow });
    new PhoneNumber(stack, 'Hotline', { instance, type: 'DID', country: 'DE', flow: line });
  });

test(
  'A centre finds what its instance has by name, and leaves it alone',
  async () => {
    const app = await appInCloud();
    const { cloud, instanceArn: InstanceId } = app;
    const before = cloud.state();
    try {
      expect(await app.deploy(await centre('Beep.wav'))).toBe('CREATE_COMPLETE');
      const { PromptSummaryList = [] } = await cloud.connect('ListPrompts', { InstanceId });
      const { ContactFlowSummaryList = [] } = await cloud.connect('ListContactFlows', { InstanceId });
      const ContactFlowId = ContactFlowSummaryList.find(({ Name }) => Name === 'Line')?.Id ?? '';
      const { ContactFlow } = await cloud.connect('DescribeContactFlow', { InstanceId, ContactFlowId });
      expect(ContactFlow?.Content).toContain(PromptSummaryList.find(({ Name }) => Name === 'Beep.wav')?.Arn);

      expect(await app.deploy(await centre('Boop.wav'))).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect((await app.stack.reasons()).join()).toContain('no prompt called "Boop.wav". "Beep.wav" may be meant.');
      await app.stack.delete();
      const { ListPhoneNumbersSummaryList: [number] = [] } = await cloud.connect('ListPhoneNumbersV2', {});
      await cloud.connect('ReleasePhoneNumber', { PhoneNumberId: number?.PhoneNumberId ?? '' });
      expect(cloud.state()).toBe(before);
    } finally {
      await cloud.stop();
    }
  },
  2 * MINUTE,
);
