import { flow, flowArn, hangUp, setHook, setQueue, step, toQueue } from '../../../simulate/script';
import { analysed, canRun, centreOf, main, whisper } from '../../small-centre';

const errand = flow('Errand', 'CONTACT_FLOW', [
  step(
    'Compare',
    { ComparisonValue: '$.Attributes.tier' },
    {
      when: [['Equals', 'gold', [setHook('AgentWhisper', 'A'), setQueue('Sales'), toQueue()]]],
      errors: { NoMatchingCondition: [setQueue('Sales'), toQueue()] },
    },
  ),
]);

const contacts = (centre: ReturnType<typeof centreOf>) =>
  analysed(centre).entryPoints.flatMap((entry) => entry.contacts.map(({ method, channel }) => `${method} ${channel}`));

describe('Create task', () => {
  const task = (Attributes: Record<string, string>) =>
    step('CreateTask', { Name: 'Call', ContactFlowId: flowArn('Errand'), Attributes });

  test('starts a task with the attributes that it gives, and no hooks', () => {
    const centre = centreOf([
      main([setHook('AgentWhisper', 'B'), task({ tier: 'gold' }), hangUp()]),
      errand,
      whisper('A'),
      whisper('B'),
    ]);
    expect(canRun(centre, 'agent whisper flow', 'API TASK')).toEqual(['hook "A"']);
  });

  test('of which the rest is nothing', () => {
    const centre = centreOf([main([task({ tier: 'silver' }), hangUp()]), errand, whisper('A')]);
    expect(canRun(centre, 'agent whisper flow', 'API TASK')).toEqual(['none nothing']);
  });
});

test('Start outbound chat starts a chat with the flow that it names', () => {
  const chat = step('StartOutboundChatContact', { ContactFlowArn: flowArn('Errand') });
  const centre = centreOf([main([chat, hangUp()]), errand]);
  expect(canRun(centre, 'inbound flow', 'API CHAT')).toEqual(['entry point "Errand"']);
});

test('A block that names a whisper flow in its place starts nothing', () => {
  const chat = step('StartOutboundChatContact', { ContactFlowArn: flowArn('A') });
  expect(contacts(centreOf([main([chat, hangUp()]), whisper('A')]))).toEqual(['INBOUND VOICE']);
});

test('Transfer to phone number adds a contact on which no flow of its own runs', () => {
  const transfer = step('TransferParticipantToThirdParty', { ThirdPartyPhoneNumber: '+15555550177' });
  expect(contacts(centreOf([main([transfer, hangUp()])]))).toEqual(['INBOUND VOICE', 'EXTERNAL_OUTBOUND VOICE']);
});
