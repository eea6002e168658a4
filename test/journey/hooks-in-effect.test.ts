import {
  type Assumptions,
  assume,
  hooksInEffect,
  JOURNEY_HOOKS,
  JOURNEYS,
  type Journey,
  journeyOf,
} from '../../lib/journey';

const row = (method: string, channel: Journey['channel'], variant: Journey['variant'] = null): Journey => {
  const journey = journeyOf(JOURNEYS, { method, channel, variant });
  if (!journey) throw new Error(`No ${method} on ${channel}.`);
  return journey;
};

const hooks = (method: string, channel: Journey['channel'], answers: Partial<Assumptions> = {}) =>
  hooksInEffect(row(method, channel, method === 'TRANSFER' ? 'agent' : null), JOURNEYS, assume(answers));

describe('Hooks that can take effect', () => {
  test('are the eight that name the flow of a stage', () => {
    expect([...JOURNEY_HOOKS].sort()).toEqual([
      'AgentHold',
      'AgentWhisper',
      'CustomerHold',
      'CustomerQueue',
      'CustomerRemaining',
      'CustomerWhisper',
      'PauseContact',
      'ResumeContact',
    ]);
  });

  test('are all but those of tasks on a call that comes in', () => {
    const ofCalls = JOURNEY_HOOKS.filter((hook) => hook !== 'PauseContact' && hook !== 'ResumeContact');
    expect(hooks('INBOUND', 'VOICE')).toEqual(ofCalls);
    expect(hooks('WEBRTC_API', 'VOICE')).toEqual(ofCalls);
  });

  test('A task is never whispered to on the customer\u2019s side', () => {
    expect(hooks('API', 'TASK')).toEqual([
      'CustomerQueue',
      'AgentWhisper',
      'CustomerRemaining',
      'PauseContact',
      'ResumeContact',
    ]);
  });

  test('A chat is never put on hold', () => {
    expect(hooks('API', 'CHAT')).toEqual(['CustomerQueue', 'AgentWhisper', 'CustomerWhisper', 'CustomerRemaining']);
  });

  test('An outbound call has neither queue nor whispers of that kind, but it can be put on hold', () => {
    expect(hooks('OUTBOUND', 'VOICE')).toEqual(['CustomerHold', 'AgentHold', 'CustomerRemaining']);
  });

  test('An agent-first callback has no customer whisper', () => {
    expect(hooks('CALLBACK', 'VOICE')).not.toContain('CustomerWhisper');
    expect(hooks('CALLBACK', 'VOICE')).toContain('AgentWhisper');
  });

  test('A transferred call can be put on hold once the customer has joined', () => {
    expect(hooks('TRANSFER', 'VOICE')).toEqual(expect.arrayContaining(['CustomerHold', 'AgentHold']));
  });

  test('A disconnect flow does not hook itself', () => {
    expect(hooks('DISCONNECT', 'VOICE')).not.toContain('CustomerRemaining');
    expect(hooks('DISCONNECT', 'VOICE')).toContain('AgentWhisper');
  });

  test.each([
    ['MONITOR', 'VOICE'],
    ['EXTERNAL_OUTBOUND', 'VOICE'],
    ['AGENT_REPLY', 'EMAIL'],
    ['FLOW', 'EMAIL'],
  ] as const)('%s has none, for it runs no flow that a hook names', (method, channel) => {
    expect(hooks(method, channel)).toEqual([]);
  });

  test('follow the assumptions', () => {
    expect(hooks('QUEUE_TRANSFER', 'VOICE')).toContain('AgentWhisper');
    expect(hooks('QUEUE_TRANSFER', 'VOICE', { whispersAfterQueueMove: 'no' })).not.toContain('AgentWhisper');
    expect(hooks('TRANSFER', 'VOICE', { transferLegHearsQueueFlow: 'no' })).not.toContain('CustomerQueue');
  });
});
