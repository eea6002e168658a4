import { JOURNEYS } from '../../../lib/journey';
import type { CustomerScript, Scenario, World } from '../../../lib/simulate';
import { playRecorded } from '../records/run';
import { flow, hangUp, say, setHook, setQueue, toQueue } from '../script';
import { ANA, flowsFor, heardBy, runsOf, secondsUntil, smallCentre, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const entry = flow('Entry', 'CONTACT_FLOW', [say('Hello.'), ...sales]);
const agentGoes = { does: 'hangs up', who: 'agent' } as const;
const call = { method: 'API', channel: 'VOICE', flow: 'Entry' } as const;

const play = (start: object, customer: CustomerScript = {}, more: Partial<World> = {}) =>
  playRecorded(
    { ...smallCentre(), flows: [entry], ...more },
    { start: { ...call, ...start } as Scenario['start'], agents: [ANA], customer, moves: [agentGoes] },
  );

describe('A call that the API starts', () => {
  test('is initiated when the request arrives, and connected to the system when it is answered', async () => {
    const { left } = await play({}, { answersAfterSeconds: 20 });
    expect(left.records[0]).toMatchObject({
      InitiationMethod: 'API',
      InitiationTimestamp: '2026-01-05T10:00:00Z',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:20Z',
    });
  });

  test.each([
    [{}, 60],
    [{ ringTimeoutSeconds: 25 }, 25],
  ])('rings as long as the request says, a minute otherwise: %j', async (start, seconds) => {
    const { result } = await play(start, { answersCalls: false });
    expect(secondsUntil(result, 'ends: CUSTOMER_NEVER_ARRIVED')).toBe(seconds);
    const late = await play(start, { answersAfterSeconds: seconds + 1 });
    expect(secondsUntil(late.result, 'ends: CUSTOMER_NEVER_ARRIVED')).toBe(seconds);
    const inTime = await play(start, { answersAfterSeconds: seconds });
    expect(secondsUntil(inTime.result, 'answers the call')).toBe(seconds);
  });

  test('runs its flow without any agent: it is queued only where the flow does so', async () => {
    const { result } = await play(
      {},
      {},
      { flows: [flow('Entry', 'CONTACT_FLOW', [say('Your parcel comes today.'), hangUp()])] },
    );
    expect(heardBy(result, 'Customer')).toEqual(['“Your parcel comes today.”']);
    expect(result.contacts[0]).toMatchObject({ enqueued: null, disconnectReason: 'CONTACT_FLOW_DISCONNECT' });
  });

  test('to a number that may not be called is refused: there is no contact at all', async () => {
    const { result } = await play({ to: '+4930123456' }, {}, { telephony: { dialable: ['+1'] } });
    expect(result.contacts).toEqual([]);
    expect(result.stopped).toBe(
      'StartOutboundVoiceContact refuses to call +4930123456, which is not among the numbers that may be called.',
    );
    const { result: allowed } = await play({ to: '+15555550111' }, {}, { telephony: { dialable: ['+1'] } });
    expect(texts(allowed)).toContain('calls +15555550111');
  });
});

describe('Other contacts that the API starts', () => {
  const whisper = flow('A word', 'AGENT_WHISPER', [say('Mind the tone.')]);
  const whispered = flow('Entry', 'CONTACT_FLOW', [setHook('AgentWhisper', 'A word'), ...sales]);

  test.each(['TASK', 'EMAIL'] as const)('A %s plays the agent whisper that a block sets', async (channel) => {
    const { result } = await play({ channel }, {}, { flows: [whispered, whisper] });
    expect(flowsFor(result.contacts[0], 'AGENT')).toEqual(['AGENT_WHISPER']);
  });

  test('An email runs the inbound flow and the customer queue flow, and goes to an agent', async () => {
    const { result, left } = await play({ channel: 'EMAIL' });
    expect(runsOf(result)).toEqual([
      'C1 CONTACT_FLOW "Entry" → nobody',
      'C1 CUSTOMER_QUEUE "Default customer queue" → nobody',
    ]);
    expect(left.records[0]).toMatchObject({ InitiationMethod: 'API', Channel: 'EMAIL', Agent: { Username: 'ana' } });
  });

  test('CreateContact makes contacts of methods and channels that have a journey', () => {
    const made = [
      ['TRANSFER', 'VOICE'],
      ['OUTBOUND', 'EMAIL'],
      ['AGENT_REPLY', 'EMAIL'],
      ['FLOW', 'EMAIL'],
      ['API', 'TASK'],
    ] as const;
    const missing = made.filter(
      ([method, channel]) => !JOURNEYS.some((row) => row.method === method && row.channel === channel),
    );
    expect(missing).toEqual([]);
  });
});
