import {
  DescribeContactCommand,
  StartChatContactCommand,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
} from '@aws-sdk/client-connect';
import type { CloudOptions, ContactRequest } from '../../lib/cloud';
import { cloudUnderTest, connectClient, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

const CONTENT = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'end',
  Actions: [{ Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
});

const ready = async (options: CloudOptions = {}) => {
  const cloud = await cloudUnderTest(options);
  const InstanceId = await cloud.createInstance('larkfield');
  const create = { InstanceId, Name: 'Appointment', Type: 'CONTACT_FLOW', Content: CONTENT } as const;
  const { ContactFlowId } = await cloud.connect('CreateContactFlow', create);
  const { QueueSummaryList: [queue] = [] } = await cloud.connect('ListQueues', { InstanceId });
  return { cloud, InstanceId, ContactFlowId, QueueId: queue?.Id, client: connectClient(cloud) };
};

describe('A contact that a program starts', () => {
  test('is handed on with its checked request and its flow, and gets the id that was chosen', async () => {
    const requests: ContactRequest[] = [];
    const onContact = (request: ContactRequest) => {
      requests.push(request);
      return { contactId: `contact-${requests.length}` };
    };
    const { client, InstanceId, ContactFlowId, QueueId } = await ready({ onContact });
    const call = {
      InstanceId,
      ContactFlowId,
      QueueId,
      DestinationPhoneNumber: '+15555550100',
      Attributes: { tier: 'gold' },
    };
    const voice = await client.send(new StartOutboundVoiceContactCommand(call));
    const chat = await client.send(
      new StartChatContactCommand({ InstanceId, ContactFlowId, ParticipantDetails: { DisplayName: 'Dara' } }),
    );
    const task = await client.send(new StartTaskContactCommand({ InstanceId, ContactFlowId, Name: 'Call back' }));
    expect([voice, chat, task].map(({ ContactId }) => ContactId)).toEqual(['contact-1', 'contact-2', 'contact-3']);
    expect(chat.ParticipantToken).toBeDefined();
    expect(requests.map(({ operation, flow }) => `${operation} ${flow.name}`)).toEqual([
      'StartOutboundVoiceContact Appointment',
      'StartChatContact Appointment',
      'StartTaskContact Appointment',
    ]);
    expect(requests[0]?.input).toMatchObject({ DestinationPhoneNumber: '+15555550100', Attributes: { tier: 'gold' } });
  });

  test('is known afterwards', async () => {
    const { client, InstanceId, ContactFlowId } = await ready();
    const { ContactId } = await client.send(
      new StartTaskContactCommand({ InstanceId, ContactFlowId, Name: 'Call back' }),
    );
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId }));
    expect(Contact).toMatchObject({ Id: ContactId, Channel: 'TASK', InitiationMethod: 'API' });
  });

  test('is one contact when the same request comes twice', async () => {
    const seen: string[] = [];
    const { client, InstanceId, ContactFlowId } = await ready({
      onContact: ({ operation }) => void seen.push(operation),
    });
    const start = new StartTaskContactCommand({ InstanceId, ContactFlowId, Name: 'Call back', ClientToken: 'once' });
    const [first, second] = [await client.send(start), await client.send(start)];
    expect(second.ContactId).toBe(first.ContactId);
    expect(seen).toHaveLength(1);
  });

  test('needs an inbound flow, a number in E.164 form, and a queue or a number to call from', async () => {
    const { client, cloud, InstanceId, ContactFlowId } = await ready();
    const call = (more: object) =>
      client.send(
        new StartOutboundVoiceContactCommand({
          InstanceId,
          ContactFlowId,
          DestinationPhoneNumber: '+15555550100',
          ...more,
        }),
      );
    await expect(call({ DestinationPhoneNumber: '5550100' })).rejects.toThrow('not in E.164 form');
    await expect(call({})).rejects.toThrow('Without SourcePhoneNumber the request has to name QueueId.');
    const { ContactFlowSummaryList: [hold] = [] } = await cloud.connect('ListContactFlows', {
      InstanceId,
      ContactFlowTypes: ['AGENT_HOLD'],
    });
    await expect(call({ SourcePhoneNumber: '+15555550101', ContactFlowId: hold?.Id })).rejects.toThrow(
      'The flow "Default agent hold" is of type AGENT_HOLD; here it has to be CONTACT_FLOW.',
    );
  });
});
