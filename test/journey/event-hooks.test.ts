import { EVENT_HOOK_NAMES, EVENT_HOOKS, isEventHook } from '../../lib/journey';
import { CHANNELS } from '../../lib/language';

describe('Event hooks', () => {
  test('A contact has ten', () => {
    expect([...EVENT_HOOK_NAMES].sort()).toEqual([
      'AgentHold',
      'AgentWhisper',
      'CustomerHold',
      'CustomerQueue',
      'CustomerRemaining',
      'CustomerWhisper',
      'DefaultAgentUI',
      'DisconnectAgentUI',
      'PauseContact',
      'ResumeContact',
    ]);
  });

  test.each([
    ['CustomerQueue', 'CUSTOMER_QUEUE'],
    ['AgentWhisper', 'AGENT_WHISPER'],
    ['CustomerWhisper', 'CUSTOMER_WHISPER'],
    ['CustomerHold', 'CUSTOMER_HOLD'],
    ['AgentHold', 'AGENT_HOLD'],
    ['CustomerRemaining', 'CONTACT_FLOW'],
    ['DefaultAgentUI', 'CONTACT_FLOW'],
    ['DisconnectAgentUI', 'CONTACT_FLOW'],
    ['PauseContact', 'CONTACT_FLOW'],
    ['ResumeContact', 'CONTACT_FLOW'],
  ] as const)('%s wants a %s flow', (hook, flowType) => {
    expect(EVENT_HOOKS[hook].flowType).toBe(flowType);
  });

  test.each(['CustomerHold', 'AgentHold'] as const)(
    '%s is for calls; elsewhere Set hold flow leaves by its error branch',
    (hook) => {
      expect(EVENT_HOOKS[hook].channels).toEqual(['VOICE']);
    },
  );

  test.each(['PauseContact', 'ResumeContact'] as const)('%s is for tasks', (hook) => {
    expect(EVENT_HOOKS[hook].channels).toEqual(['TASK']);
  });

  test.each(['AgentWhisper', 'CustomerWhisper', 'CustomerRemaining'] as const)(
    '%s can be set on all four channels',
    (hook) => {
      expect(EVENT_HOOKS[hook].channels).toEqual(CHANNELS);
    },
  );

  test.each([
    ['Set customer queue flow', ['CustomerQueue']],
    ['Set whisper flow', ['AgentWhisper', 'CustomerWhisper']],
    ['Set hold flow', ['CustomerHold', 'AgentHold']],
    ['Set disconnect flow', ['CustomerRemaining']],
    ['Set event flow', ['DefaultAgentUI', 'DisconnectAgentUI', 'PauseContact', 'ResumeContact']],
  ])('The block "%s" sets %p', (block, hooks) => {
    expect(EVENT_HOOK_NAMES.filter((hook) => EVENT_HOOKS[hook].block === block)).toEqual(hooks);
  });

  test.each(['agentwhisper', 'OutboundWhisper', '__proto__', 'constructor', ''])('"%s" is no hook', (name) => {
    expect(isEventHook(name)).toBe(false);
  });
});
