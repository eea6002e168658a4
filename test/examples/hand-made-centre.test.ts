import { playCall } from '../../examples/hand-made-centre/play-call';
import { cloudUnderTest, stopClouds } from '../cloud/cloud-under-test';

const environment = { ...process.env };

afterEach(() => {
  process.env = { ...environment };
});
afterAll(stopClouds);

test('The example of a hand-made centre finds it by the environment, and plays what is published there', async () => {
  const cloud = await cloudUnderTest();
  const InstanceId = await cloud.createInstance('northwind');
  const { ContactFlowId = '' } = await cloud.connect('CreateContactFlow', {
    InstanceId,
    Name: 'Night',
    Type: 'CONTACT_FLOW',
    Content: JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'say',
      Actions: [
        {
          Identifier: 'say',
          Type: 'MessageParticipant',
          Parameters: { Text: 'We are closed.' },
          Transitions: { NextAction: 'end', Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingError' }] },
        },
        { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
      ],
    }),
  });
  Object.assign(process.env, cloud.environment);
  expect(await playCall(InstanceId, 'Night')).toContain('Customer hears “We are closed.”');
  expect(await playCall(InstanceId, ContactFlowId)).toContain('Customer hears “We are closed.”');
});
