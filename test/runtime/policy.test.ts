import { assume, JOURNEY_HOOKS, JOURNEYS } from '../../lib/journey';
import { applyPolicy, type JourneyPolicy, type PolicyContact } from '../../lib/runtime';
import { flowArn, QUEUE_ARN } from './sample-events';

const call: PolicyContact = { method: 'INBOUND', channel: 'VOICE' };

const everything: JourneyPolicy = {
  rules: [{ name: 'everything', hooks: Object.fromEntries(JOURNEY_HOOKS.map((hook) => [hook, flowArn(hook)])) }],
};

const decide = (policy: JourneyPolicy, contact: PolicyContact) => {
  const decision = applyPolicy(policy, contact);
  if (!decision.recognised) throw new Error('not recognised');
  return decision;
};

describe('A policy', () => {
  test('lets the first rule that applies decide, hook by hook', () => {
    const policy: JourneyPolicy = {
      rules: [
        { name: 'gold', when: { attributes: { tier: 'gold' } }, hooks: { AgentWhisper: 'gold whisper' } },
        { name: 'silver', when: { attributes: { tier: 'silver' } }, hooks: { CustomerQueue: 'silver queue' } },
        { name: 'all', hooks: { AgentWhisper: 'whisper', CustomerWhisper: 'tone' } },
        { name: 'late', hooks: { AgentWhisper: 'too late' } },
      ],
    };
    expect(decide(policy, { ...call, attributes: { tier: 'gold' } })).toMatchObject({
      hooks: { AgentWhisper: 'gold whisper', CustomerWhisper: 'tone' },
      rules: ['gold', 'all'],
    });
    expect(decide(policy, call)).toMatchObject({ hooks: { AgentWhisper: 'whisper' }, rules: ['all'] });
  });

  test('sets no customer whisper for a task and no hold for a chat', () => {
    expect(Object.keys(decide(everything, { method: 'API', channel: 'TASK' }).hooks)).not.toContain('CustomerWhisper');
    expect(Object.keys(decide(everything, { method: 'API', channel: 'CHAT' }).hooks)).not.toContain('CustomerHold');
  });

  test('sets nothing for a supervisor who listens', () => {
    expect(decide(everything, { method: 'MONITOR', channel: 'VOICE' })).toMatchObject({ hooks: {}, rules: [] });
  });

  test('knows a queue by its name or its ARN', () => {
    const policy = (queue: string): JourneyPolicy => ({
      rules: [{ name: 'q', when: { queues: [queue] }, hooks: { AgentWhisper: 'w' } }],
    });
    const queued = { ...call, queue: { ARN: QUEUE_ARN, Name: 'Billing' } };
    expect(decide(policy('Billing'), queued).rules).toEqual(['q']);
    expect(decide(policy(QUEUE_ARN), queued).rules).toEqual(['q']);
    expect(decide(policy('Outages'), queued).rules).toEqual([]);
    expect(decide(policy('Billing'), { ...call, queue: null }).rules).toEqual([]);
  });

  test('may accept several values of an attribute, and wants all attributes', () => {
    const attributes = { tier: ['gold', 'silver'], lang: 'de' };
    const policy: JourneyPolicy = { rules: [{ name: 'r', when: { attributes }, hooks: { AgentWhisper: 'w' } }] };
    expect(decide(policy, { ...call, attributes: { tier: 'silver', lang: 'de' } }).rules).toEqual(['r']);
    expect(decide(policy, { ...call, attributes: { tier: 'silver' } }).rules).toEqual([]);
  });

  test('does not take what every object inherits for an attribute', () => {
    const attributes = { constructor: 'x' } as Record<string, string>;
    const policy: JourneyPolicy = { rules: [{ name: 'r', when: { attributes }, hooks: { AgentWhisper: 'w' } }] };
    expect(decide(policy, { ...call, attributes: {} }).rules).toEqual([]);
    expect(decide(policy, { ...call, attributes }).rules).toEqual(['r']);
  });

  test('compares methods and channels in any case', () => {
    const policy: JourneyPolicy = {
      rules: [{ name: 'r', when: { methods: ['Inbound'] }, hooks: { AgentWhisper: 'w' } }],
    };
    expect(decide(policy, { method: 'inbound', channel: 'voice' })).toMatchObject({ method: 'INBOUND', rules: ['r'] });
  });

  test('follows the assumptions of the rulebook', () => {
    const contact = { method: 'QUEUE_TRANSFER', channel: 'VOICE' };
    const decision = applyPolicy(everything, contact, JOURNEYS, assume({ whispersAfterQueueMove: 'no' }));
    expect(decision.recognised && Object.keys(decision.hooks)).not.toContain('AgentWhisper');
  });

  test.each([
    ['a method of tomorrow', { method: 'PIGEON', channel: 'VOICE' }],
    ['a channel on which the method cannot start', { method: 'INBOUND', channel: 'TASK' }],
    ['a sample that lists the methods', { method: 'INBOUND | OUTBOUND', channel: 'VOICE' }],
    ['no method', { method: null, channel: 'VOICE' }],
    ['no channel', { method: 'INBOUND', channel: null }],
  ])('does not recognise %s', (_, contact) => {
    expect(applyPolicy(everything, contact)).toEqual({ recognised: false });
  });
});

describe('The stage that asks', () => {
  test.each([
    ['an inbound flow', { ...call }, 'CONTACT_FLOW'],
    ['a queue flow', { ...call, flowType: 'CUSTOMER_QUEUE' }, 'CUSTOMER_QUEUE'],
    ['a hold flow', { ...call, flowType: 'AGENT_HOLD' }, 'AGENT_HOLD'],
    [
      'the transfer flow of an agent',
      { method: 'TRANSFER', channel: 'VOICE', flowType: 'AGENT_TRANSFER' },
      'AGENT_TRANSFER',
    ],
    [
      'the transfer flow of a queue',
      { method: 'TRANSFER', channel: 'CHAT', flowType: 'QUEUE_TRANSFER' },
      'QUEUE_TRANSFER',
    ],
    ['an outbound whisper', { method: 'OUTBOUND', channel: 'VOICE', flowType: 'OUTBOUND_WHISPER' }, 'OUTBOUND_WHISPER'],
    ['a hold flow on a chat', { method: 'API', channel: 'CHAT', flowType: 'CUSTOMER_HOLD' }, null],
    ['an inbound flow on an outbound call', { method: 'OUTBOUND', channel: 'VOICE' }, null],
    ['a flow of unknown type', { ...call, flowType: null }, null],
  ] as const)('of %s is known by the flow type', (_, contact, stage) => {
    expect(decide(everything, contact).stage).toBe(stage);
  });
});
