import { type App, Stack } from 'aws-cdk-lib/core';
import { disconnect, inboundFlow, playPrompt, transferToFlow } from '../../lib';
import { InboundFlow, Instance, PhoneNumber } from '../../lib/constructs';
import { synthesise } from './assembly';
import { appInCloud, type DeployedApp, failing, liveWithFaults } from './deployed-app';

const MINUTE = 60_000;

/** Two desks that may lead to each other, and a number that one of them answers. */
const centre = (answers: 'Day' | 'Night', description = 'Hotline', isCircle = true) =>
  synthesise('Centre', (app: App, instanceArn) => {
    const stack = new Stack(app, 'Centre');
    const instance = Instance.fromInstanceArn(stack, 'Instance', instanceArn);
    const desk = (name: string, other: () => InboundFlow): InboundFlow =>
      new InboundFlow(stack, name, {
        instance,
        name,
        flow: () =>
          inboundFlow(name, { onError: [disconnect()] }, [
            playPrompt(`This is the ${name} desk.`),
            isCircle ? transferToFlow(other()) : disconnect(),
          ]),
      });
    const day: InboundFlow = desk('Day', () => night);
    const night: InboundFlow = desk('Night', () => day);
    const flow = { Day: day, Night: night }[answers];
    new PhoneNumber(stack, 'Hotline', { instance, type: 'DID', country: 'DE', description, flow });
  });

/** The name of the flow that each number leads to. */
const answersIn = async ({ cloud, instanceArn: InstanceId }: DeployedApp): Promise<readonly (string | undefined)[]> => {
  const { ContactFlowSummaryList: flows = [] } = await cloud.connect('ListContactFlows', { InstanceId });
  const { ListPhoneNumbersSummaryList: numbers = [] } = await cloud.connect('ListPhoneNumbersV2', {});
  const associated = await cloud.connect('ListFlowAssociations', { InstanceId, ResourceType: 'VOICE_PHONE_NUMBER' });
  return numbers.map(({ PhoneNumberArn }) => {
    const found = associated.FlowAssociationSummaryList?.find(({ ResourceId }) => ResourceId === PhoneNumberArn);
    return flows.find(({ Arn }) => Arn === found?.FlowId)?.Name;
  });
};

test(
  'A number is answered by the flow that it is given, then by another one, and is kept without any',
  async () => {
    const app = await appInCloud();
    try {
      expect(await app.deploy(await centre('Day'))).toBe('CREATE_COMPLETE');
      expect(await answersIn(app)).toEqual(['Day']);
      expect(await app.deploy(failing(await centre('Night')))).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(await answersIn(app)).toEqual(['Day']);
      expect(await app.deploy(await centre('Night', 'Night line'))).toBe('UPDATE_COMPLETE');
      expect(await answersIn(app)).toEqual(['Night']);
      await app.stack.delete();
      expect(await answersIn(app)).toEqual([undefined]);
    } finally {
      await app.cloud.stop();
    }
  },
  MINUTE,
);

test(
  'A number that was there already goes back to what answered it, when the deployment fails and when the stack goes',
  async () => {
    const app = await appInCloud();
    try {
      const { cloud, instanceArn: InstanceId } = app;
      const by = inboundFlow('By hand', { onError: [disconnect()] }, [disconnect()]);
      const flow = { InstanceId, Name: 'By hand', Type: 'CONTACT_FLOW', Content: JSON.stringify(by.document) } as const;
      const { ContactFlowId = '' } = await cloud.connect('CreateContactFlow', flow);
      const search = { TargetArn: InstanceId, PhoneNumberCountryCode: 'DE', PhoneNumberType: 'DID' } as const;
      const { AvailableNumbersList: [offer] = [] } = await cloud.connect('SearchAvailablePhoneNumbers', search);
      const claim = { TargetArn: InstanceId, PhoneNumber: offer?.PhoneNumber ?? '' };
      const { PhoneNumberId = '', PhoneNumberArn = '' } = await cloud.connect('ClaimPhoneNumber', claim);
      await cloud.connect('AssociatePhoneNumberContactFlow', { PhoneNumberId, InstanceId, ContactFlowId });
      const before = cloud.state();
      const adopted = await synthesise('Centre', (root: App, instanceArn) => {
        const stack = new Stack(root, 'Centre');
        const instance = Instance.fromInstanceArn(stack, 'Instance', instanceArn);
        const line = inboundFlow('Line', { onError: [disconnect()] }, [disconnect()]);
        const number = PhoneNumber.fromPhoneNumberArn(stack, 'Hotline', PhoneNumberArn);
        number.answerWith(new InboundFlow(stack, 'Line', { instance, flow: line }));
      });
      expect(await app.deploy(failing(adopted))).toBe('ROLLBACK_COMPLETE');
      expect(cloud.state()).toBe(before);
      await app.stack.delete();
      expect(await app.deploy(adopted)).toBe('CREATE_COMPLETE');
      expect(await answersIn(app)).toEqual(['Line']);
      await app.stack.delete();
      expect(cloud.state()).toBe(before);
    } finally {
      await app.cloud.stop();
    }
  },
  MINUTE,
);

test(
  'Whatever call goes wrong, a number leads where it should',
  async () => {
    const count = await liveWithFaults({
      first: await centre('Day', 'Hotline', false),
      second: await centre('Night', 'Night line', false),
    });
    expect(count).toBeGreaterThanOrEqual(6);
  },
  8 * MINUTE,
);
