import { CLOUD_ASSUMPTIONS, CLOUD_DEFAULTS, type CloudAssumptions, type EmbeddedCloud } from '../../lib/cloud';
import { cloudUnderTest, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

const whisper = (next: string): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'say',
    Actions: [
      {
        Identifier: 'say',
        Type: 'MessageParticipant',
        Parameters: { Text: 'Hello.' },
        Transitions: { NextAction: next },
      },
      { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  });

type Deed = (cloud: EmbeddedCloud, InstanceId: string) => Promise<unknown>;

const flowOfType = async (cloud: EmbeddedCloud, InstanceId: string, Type: 'AGENT_WHISPER' | 'OUTBOUND_WHISPER') => {
  const flow = { InstanceId, Name: Type, Type, Content: whisper('end') };
  return (await cloud.connect('CreateContactFlow', flow)).ContactFlowId ?? '';
};

const queueWith = async (cloud: EmbeddedCloud, InstanceId: string, OutboundFlowId: string) => {
  const { HoursOfOperationSummaryList: [hours] = [] } = await cloud.connect('ListHoursOfOperations', { InstanceId });
  const HoursOfOperationId = hours?.Id ?? '';
  const OutboundCallerConfig = { OutboundFlowId };
  await cloud.connect('CreateQueue', { InstanceId, Name: 'Billing', HoursOfOperationId, OutboundCallerConfig });
  return HoursOfOperationId;
};

/** A deed that one answer to the question refuses and the other allows. */
const DEEDS: Readonly<Record<keyof CloudAssumptions, Deed>> = {
  namedFlowType: async (cloud, InstanceId) =>
    queueWith(cloud, InstanceId, await flowOfType(cloud, InstanceId, 'AGENT_WHISPER')),
  attachedFlow: async (cloud, InstanceId) => {
    const ContactFlowId = await flowOfType(cloud, InstanceId, 'OUTBOUND_WHISPER');
    await queueWith(cloud, InstanceId, ContactFlowId);
    await cloud.connect('DeleteContactFlow', { InstanceId, ContactFlowId });
  },
  usedResource: async (cloud, InstanceId) => {
    const OutboundFlowId = await flowOfType(cloud, InstanceId, 'OUTBOUND_WHISPER');
    const HoursOfOperationId = await queueWith(cloud, InstanceId, OutboundFlowId);
    await cloud.connect('DeleteHoursOfOperation', { InstanceId, HoursOfOperationId });
  },
  unwordedError: (cloud, InstanceId) =>
    cloud.connect('CreateContactFlow', {
      InstanceId,
      Name: 'Lost',
      Type: 'AGENT_WHISPER',
      Content: whisper('nowhere'),
    }),
};

const outcome = async (name: keyof CloudAssumptions, value: string): Promise<string> => {
  const cloud = await cloudUnderTest({ assumptions: { [name]: value } });
  const InstanceId = await cloud.createInstance('larkfield');
  return DEEDS[name](cloud, InstanceId).then(
    () => 'allowed',
    () => 'refused',
  );
};

describe('What nobody has published about Connect is a switch', () => {
  test.each(Object.keys(DEEDS) as (keyof CloudAssumptions)[])('%s', async (name) => {
    const { values } = CLOUD_ASSUMPTIONS[name];
    const usual = CLOUD_DEFAULTS[name];
    const [other = ''] = Object.keys(values).filter((value) => value !== usual);
    expect([await outcome(name, usual), await outcome(name, other)]).toEqual(['refused', 'allowed']);
  });

  test('every question says what it rests on', () => {
    for (const { why, sources } of Object.values(CLOUD_ASSUMPTIONS)) {
      expect([why.length > 20, sources.length > 0]).toEqual([true, true]);
    }
  });
});
