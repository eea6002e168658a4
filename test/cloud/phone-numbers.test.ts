import type { CloudOptions } from '../../lib/cloud';
import { cloudUnderTest, StackUnderTest, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

const HANG_UP = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'end',
  Actions: [{ Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
});

/** An instance with two claimed numbers and an inbound flow. */
const claimed = async (options: CloudOptions = {}) => {
  const cloud = await cloudUnderTest(options);
  const InstanceId = await cloud.createInstance('larkfield-energy');
  const wanted = { TargetArn: InstanceId, PhoneNumberCountryCode: 'DE', PhoneNumberType: 'DID' } as const;
  const { AvailableNumbersList: offers = [] } = await cloud.connect('SearchAvailablePhoneNumbers', wanted);
  const ids: string[] = [];
  for (const { PhoneNumber = '' } of offers.slice(0, 2)) {
    const claim = { TargetArn: InstanceId, PhoneNumber, PhoneNumberDescription: 'Hotline', Tags: { team: 'a' } };
    ids.push((await cloud.connect('ClaimPhoneNumber', claim)).PhoneNumberId ?? '');
  }
  const flow = { InstanceId, Name: 'Line', Type: 'CONTACT_FLOW', Content: HANG_UP } as const;
  const { ContactFlowId = '' } = await cloud.connect('CreateContactFlow', flow);
  const [first = '', second = ''] = ids;
  return { cloud, InstanceId, wanted, offers, first, second, ContactFlowId };
};

const flowsOfNumbers = async ({ cloud, InstanceId }: Awaited<ReturnType<typeof claimed>>) => {
  const input = { InstanceId, ResourceType: 'VOICE_PHONE_NUMBER' } as const;
  const { FlowAssociationSummaryList = [] } = await cloud.connect('ListFlowAssociations', input);
  return FlowAssociationSummaryList.map(({ ResourceId, FlowId }) => [ResourceId, FlowId]);
};

describe('A claimed phone number', () => {
  test('is described as it was claimed, and offered to nobody else', async () => {
    const { cloud, InstanceId, wanted, offers, first } = await claimed();
    const { ClaimedPhoneNumberSummary } = await cloud.connect('DescribePhoneNumber', { PhoneNumberId: first });
    expect(ClaimedPhoneNumberSummary).toMatchObject({
      PhoneNumber: offers[0]?.PhoneNumber,
      PhoneNumberCountryCode: 'DE',
      PhoneNumberType: 'DID',
      PhoneNumberDescription: 'Hotline',
      TargetArn: InstanceId,
      Tags: { team: 'a' },
    });
    const { AvailableNumbersList = [] } = await cloud.connect('SearchAvailablePhoneNumbers', wanted);
    expect(AvailableNumbersList).not.toContainEqual(offers[0]);
    const again = { TargetArn: InstanceId, PhoneNumber: offers[0]?.PhoneNumber ?? '' };
    await expect(cloud.connect('ClaimPhoneNumber', again)).rejects.toThrow('is claimed already');
  });

  test('is listed page by page', async () => {
    const { cloud, InstanceId, first, second } = await claimed();
    const one = await cloud.connect('ListPhoneNumbersV2', { TargetArn: InstanceId, MaxResults: 1 });
    const two = await cloud.connect('ListPhoneNumbersV2', { NextToken: one.NextToken, MaxResults: 1 });
    const ids = [one, two].map(({ ListPhoneNumbersSummaryList: [number] = [] }) => number?.PhoneNumberId);
    expect(ids).toEqual([first, second]);
    expect(two.NextToken).toBeUndefined();
  });

  test('leads to one flow, which is listed until it is let go', async () => {
    const centre = await claimed();
    const { cloud, InstanceId, first: PhoneNumberId, ContactFlowId } = centre;
    const number = { PhoneNumberId, InstanceId };
    await cloud.connect('AssociatePhoneNumberContactFlow', { ...number, ContactFlowId });
    const arn = `arn:aws:connect:eu-west-2:111122223333:phone-number/${PhoneNumberId}`;
    expect(await flowsOfNumbers(centre)).toEqual([[arn, `${InstanceId}/contact-flow/${ContactFlowId}`]]);
    await cloud.connect('DisassociatePhoneNumberContactFlow', number);
    expect(await flowsOfNumbers(centre)).toEqual([]);
  });

  test('leads to an inbound flow only', async () => {
    const { cloud, InstanceId, first: PhoneNumberId } = await claimed();
    const { ContactFlowSummaryList: [hold] = [] } = await cloud.connect('ListContactFlows', {
      InstanceId,
      ContactFlowTypes: ['CUSTOMER_HOLD'],
    });
    const input = { PhoneNumberId, InstanceId, ContactFlowId: hold?.Id ?? '' };
    await expect(cloud.connect('AssociatePhoneNumberContactFlow', input)).rejects.toThrow(
      'The flow "Default customer hold" is of type CUSTOMER_HOLD; here it has to be CONTACT_FLOW.',
    );
  });

  test('keeps its flow from being deleted, unless that is assumed otherwise', async () => {
    const centre = await claimed();
    const { cloud, InstanceId, first: PhoneNumberId, ContactFlowId } = centre;
    await cloud.connect('AssociatePhoneNumberContactFlow', { PhoneNumberId, InstanceId, ContactFlowId });
    await expect(cloud.connect('DeleteContactFlow', { InstanceId, ContactFlowId })).rejects.toThrow(
      'cannot be deleted',
    );
    await cloud.connect('ReleasePhoneNumber', { PhoneNumberId });
    await cloud.connect('DeleteContactFlow', { InstanceId, ContactFlowId });
    await expect(cloud.connect('DescribePhoneNumber', { PhoneNumberId })).rejects.toThrow('There is no phone number');
  });

  test('goes on leading to a flow that is gone, where flows in use can be deleted', async () => {
    const centre = await claimed({ assumptions: { attachedFlow: 'deleted' } });
    const { cloud, InstanceId, first: PhoneNumberId, ContactFlowId } = centre;
    await cloud.connect('AssociatePhoneNumberContactFlow', { PhoneNumberId, InstanceId, ContactFlowId });
    await cloud.connect('DeleteContactFlow', { InstanceId, ContactFlowId });
    expect(await flowsOfNumbers(centre)).toEqual([[expect.any(String), `${InstanceId}/contact-flow/${ContactFlowId}`]]);
  });

  test('of an instance leaves its flow behind when it moves to another one', async () => {
    const centre = await claimed();
    const { cloud, InstanceId, first: PhoneNumberId, ContactFlowId } = centre;
    await cloud.connect('AssociatePhoneNumberContactFlow', { PhoneNumberId, InstanceId, ContactFlowId });
    const TargetArn = await cloud.createInstance('larkfield-gas');
    await cloud.connect('UpdatePhoneNumber', { PhoneNumberId, TargetArn });
    expect(await flowsOfNumbers(centre)).toEqual([]);
    const input = { PhoneNumberId, InstanceId, ContactFlowId };
    await expect(cloud.connect('AssociatePhoneNumberContactFlow', input)).rejects.toThrow(
      'does not belong to the instance',
    );
  });
});

describe('A phone number of a template', () => {
  const template = (InstanceArn: string, policy: string, description: string, team: string) => ({
    Resources: {
      Number: {
        Type: 'AWS::Connect::PhoneNumber',
        DeletionPolicy: policy,
        Properties: {
          TargetArn: InstanceArn,
          Type: 'DID',
          CountryCode: 'DE',
          Description: description,
          Tags: [{ Key: 'team', Value: team }],
        },
      },
    },
  });

  test('keeps its number while its description and tags change', async () => {
    const cloud = await cloudUnderTest();
    const arn = await cloud.createInstance('larkfield-energy');
    const stack = new StackUnderTest(cloud);
    const numbers = async () => {
      const { ListPhoneNumbersSummaryList: [number] = [] } = await cloud.connect('ListPhoneNumbersV2', {});
      const id = { PhoneNumberId: number?.PhoneNumberId ?? '' };
      const { Tags } = (await cloud.connect('DescribePhoneNumber', id)).ClaimedPhoneNumberSummary ?? {};
      return [number?.PhoneNumber, number?.PhoneNumberDescription, Tags?.team];
    };
    await stack.deploy(template(arn, 'Delete', 'One', 'a'));
    const [number] = await numbers();
    await stack.deploy(template(arn, 'Delete', 'Two', 'b'));
    expect(await numbers()).toEqual([number, 'Two', 'b']);
  });

  test.each([
    ['Delete', 0],
    ['Retain', 1],
  ])('with the policy %s leaves %i numbers behind', async (policy, count) => {
    const cloud = await cloudUnderTest();
    const stack = new StackUnderTest(cloud);
    await stack.deploy(template(await cloud.createInstance('larkfield-energy'), policy, 'One', 'a'));
    await stack.delete();
    const { ListPhoneNumbersSummaryList } = await cloud.connect('ListPhoneNumbersV2', {});
    expect(ListPhoneNumbersSummaryList).toHaveLength(count);
  });
});
