import type { Scenario } from '../../../lib/simulate';
import { playRecorded } from '../records/run';
import { agentArn, endFlow, flow, flowArn, queueArn, say, setAttributes } from '../script';
import { ANA, heardBy, queue, runsOf, secondsUntil, smallCentre } from '../world';
import { statesOf } from './states';

/** Twenty seconds long. */
const greeting = flow('Greeting', 'OUTBOUND_WHISPER', [
  setAttributes({ dialled: 'yes' }),
  say('A'.repeat(150)),
  say('B'.repeat(150)),
  endFlow(),
]);
const leaves = { does: 'hangs up', who: 'customer' } as const;
const queues = [queue('Sales', { outboundWhisperFlow: flowArn('Greeting'), outboundCallerId: '+15555550188' })];
const world = smallCentre({ flows: [greeting], queues });
const start = { method: 'OUTBOUND', agent: 'ana', queue: 'Sales' } as const;

const dials = (scenario: Partial<Scenario> = {}) =>
  playRecorded(world, { start, agents: [ANA], moves: [leaves], ...scenario });

describe('An outbound call', () => {
  test('is initiated when the agent dials, connected to the system when the customer answers, to the agent after the whisper', async () => {
    const { left } = await dials({ customer: { answersAfterSeconds: 8 } });
    expect(left.records[0]).toMatchObject({
      InitiationMethod: 'OUTBOUND',
      InitiationTimestamp: '2026-01-05T10:00:00Z',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:08Z',
      Agent: { ConnectedToAgentTimestamp: '2026-01-05T10:00:28Z' },
      SystemEndpoint: { Address: '+15555550188' },
    });
  });

  test('has nobody listen before the customer answers: the attribute is set at once, the first prompt waits', async () => {
    const { result, left } = await dials({ customer: { answersAfterSeconds: 8 } });
    const set = left.logs?.find(({ ContactFlowModuleType: type }) => type === 'SetAttributes');
    expect(set?.Timestamp).toBe('2026-01-05T10:00:00.000Z');
    expect(secondsUntil(result, /AAA/)).toBe(8);
    expect(heardBy(result, 'ana')).toEqual([]);
  });

  test('takes the whisper of the queue that was chosen, or of the outbound queue of the agent', async () => {
    const [ana, ...others] = smallCentre().agents;
    const agents = [{ ...(ana as NonNullable<typeof ana>), outboundQueue: queueArn('Sales') }, ...others];
    const support = queue('Support');
    const played = async (chosen: object) => {
      const { result } = await playRecorded(
        { ...world, agents, queues: [...queues, support] },
        { start: { method: 'OUTBOUND', agent: 'ana', ...chosen }, agents: [ANA], moves: [leaves] },
      );
      return runsOf(result);
    };
    expect(await played({})).toEqual(['C1 OUTBOUND_WHISPER "Greeting" → CUSTOMER']);
    expect(await played({ queue: 'Support' })).toEqual(['C1 OUTBOUND_WHISPER "Default outbound" → CUSTOMER']);
  });

  test('of an agent who has no outbound queue stops the run where none is named', async () => {
    const { result } = await playRecorded(world, { start: { method: 'OUTBOUND', agent: 'ana' }, agents: [ANA] });
    expect(result.stopped).toBe('Agent "ana" has no outbound queue: name one.');
  });
});

describe('The agent event stream of an outbound call', () => {
  test.each([
    ['that both talk on', {}, ['CONNECTING', 'CONNECTED', 'ENDED', '-']],
    ['that the customer abandons in the outbound whisper', { hangsUpAfterSeconds: 12 }, ['CONNECTING', 'ERROR', '-']],
    ['that nobody answers', { answersCalls: false }, ['CONNECTING', '-']],
  ])('tells of a call %s', async (_, customer, states) => {
    const { left } = await dials({ customer });
    expect(statesOf(left.agentEvents, 'ana')).toEqual(states);
    expect(left.agentEvents?.[0]).toMatchObject({
      AgentARN: agentArn('ana'),
      EventTimestamp: '2026-01-05T10:00:00.000Z',
    });
  });
});
