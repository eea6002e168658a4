import { startOfRequest } from '../../lib/instance';

const flow = { arn: 'arn:aws:connect:eu-west-2:111122223333:instance/i/contact-flow/f' };

describe('A request for a contact starts a scenario', () => {
  test('with a call to the number, from the queue, that rings as long as the request says', () => {
    const input = {
      DestinationPhoneNumber: '+15555550100',
      QueueId: 'q',
      RingTimeoutInSeconds: 20,
      Attributes: { reason: 'meter' },
    };
    expect(startOfRequest({ operation: 'StartOutboundVoiceContact', input, flow })).toEqual({
      method: 'API',
      channel: 'VOICE',
      flow: flow.arn,
      to: '+15555550100',
      queue: 'q',
      ringTimeoutSeconds: 20,
      campaign: undefined,
      attributes: { reason: 'meter' },
    });
  });

  test('with a chat that lasts as long as the request says', () => {
    const input = { ChatDurationInMinutes: 90, ParticipantDetails: { DisplayName: 'Sam Example' } };
    const start = { method: 'API', channel: 'CHAT', flow: flow.arn, expiresAfterSeconds: 5400 };
    expect(startOfRequest({ operation: 'StartChatContact', input, flow })).toEqual(start);
  });

  test('with a task', () => {
    const input = { Name: 'A meter reading', Attributes: { meter: '7' } };
    const start = { method: 'API', channel: 'TASK', flow: flow.arn, attributes: { meter: '7' } };
    expect(startOfRequest({ operation: 'StartTaskContact', input, flow })).toEqual(start);
  });
});
