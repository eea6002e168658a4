import {
  assume,
  CONSULTATION_CHOICES,
  DEFAULT_FLOWS,
  defaultFlowOf,
  EVENT_HOOKS,
  INITIATION_METHODS,
  isKnownInitiationMethod,
  JOURNEYS,
  parseInitiationMethod,
  resolve,
  stagesAt,
} from '../../lib/journey';
import { FLOW_TYPES } from '../../lib/language';
import { flowTypesOf, journey, stageOf, stagesOf } from './rulebook';

describe('Contact initiation methods', () => {
  test.each(['Inbound', 'Outbound', 'Transfer', 'Callback', 'API', 'Queue_Transfer', 'Disconnect'])(
    '%s is a way for a contact to start',
    (name) => {
      const method = parseInitiationMethod(name) as string;
      expect(isKnownInitiationMethod(method)).toBe(true);
      expect(JOURNEYS.some((row) => row.method === method)).toBe(true);
    },
  );

  test('The topic knows seven methods and no other', () => {
    const inTopic = Object.entries(INITIATION_METHODS).filter(([, facts]) => facts.inTopic);
    expect(inTopic.map(([method]) => method)).toEqual([
      'INBOUND',
      'OUTBOUND',
      'TRANSFER',
      'CALLBACK',
      'API',
      'QUEUE_TRANSFER',
      'DISCONNECT',
    ]);
  });

  test('Who knows the method knows which types of flow run', () => {
    const silent = JOURNEYS.filter(({ method, stages }) => INITIATION_METHODS[method].inTopic && stages.length === 0);
    expect(silent).toEqual([]);
  });
});

describe('Inbound', () => {
  const inbound = journey('INBOUND');

  test('The customer starts a phone contact', () => {
    expect(inbound.channel).toBe('VOICE');
    expect(INITIATION_METHODS.INBOUND.startedBy).toMatch(/^A customer calls/);
  });

  test('When an inbound call connects, the caller hears the inbound flow of the phone number', () => {
    const [first] = stagesAt(inbound, 'CONNECTED', assume());
    expect(first).toMatchObject({ flowType: 'CONTACT_FLOW', heardBy: 'CUSTOMER', from: { at: 'entry point' } });
  });

  test('A caller who is put into a queue hears a customer queue flow', () => {
    expect(stagesAt(inbound, 'QUEUED', assume())).toEqual([
      expect.objectContaining({ flowType: 'CUSTOMER_QUEUE', heardBy: 'CUSTOMER' }),
    ]);
  });

  test('Once an agent accepted the call, an agent whisper flow is played to the agent', () => {
    expect(stagesAt(inbound, 'ACCEPTED', assume())[0]).toMatchObject({ flowType: 'AGENT_WHISPER', heardBy: 'AGENT' });
  });

  test('When the agent whisper has ended, a customer whisper flow is played to the caller', () => {
    expect(stagesAt(inbound, 'ACCEPTED', assume())[1]).toMatchObject({
      flowType: 'CUSTOMER_WHISPER',
      heardBy: 'CUSTOMER',
    });
  });

  test('After both whispers the caller and the agent talk, and nothing else runs in between', () => {
    expect(stagesAt(inbound, 'ACCEPTED', assume())).toHaveLength(2);
    expect(inbound.connects).toEqual(['CUSTOMER', 'AGENT']);
  });

  test.each([
    [1, 'CONTACT_FLOW'],
    [2, 'CUSTOMER_QUEUE'],
    [3, 'AGENT_WHISPER'],
    [4, 'CUSTOMER_WHISPER'],
  ])('Number %i of a simple inbound call is a %s flow', (number, flowType) => {
    expect(flowTypesOf(inbound)[number - 1]).toBe(flowType);
    expect(flowTypesOf(inbound)).toHaveLength(4);
  });
});

describe('Outbound', () => {
  const outbound = journey('OUTBOUND');

  test('An agent starts a phone contact to an external number', () => {
    expect(outbound.calls).toBe('while dialling');
    expect(INITIATION_METHODS.OUTBOUND.startedBy).toMatch(/^An agent calls/);
  });

  test('The called party hears an outbound whisper flow as soon as it picks up', () => {
    const whisper = stageOf(outbound, 'OUTBOUND_WHISPER');
    expect(whisper).toMatchObject({ heardBy: 'CUSTOMER', splitAtFirstPrompt: true });
  });

  test('The topic plays the whisper at pick-up; taken at its word, nothing of it runs before', () => {
    expect(stagesOf(outbound, { outboundWhisperSplit: 'nothing' })).toEqual([
      'OUTBOUND_WHISPER to CUSTOMER when ANSWERED',
    ]);
  });

  test('After the outbound whisper the agent and the called party talk', () => {
    expect(outbound.connects).toEqual(['CUSTOMER', 'AGENT']);
  });

  test('One type of flow only: the summary calls it "Outbound contact flow", the text and the API outbound whisper', () => {
    expect(flowTypesOf(outbound)).toEqual(['OUTBOUND_WHISPER']);
    expect(FLOW_TYPES.filter((type) => type.startsWith('OUTBOUND'))).toEqual(['OUTBOUND_WHISPER']);
  });
});

describe('Transfer', () => {
  test('An agent transfers to another agent or to a queue, with quick connects', () => {
    const calls = JOURNEYS.filter(({ method, channel }) => method === 'TRANSFER' && channel === 'VOICE');
    expect(calls.map(({ variant }) => variant)).toEqual(['agent', 'queue']);
    expect(DEFAULT_FLOWS['Default agent transfer'].overriddenAt).toEqual({ at: 'quick connect', kind: 'USER' });
    expect(DEFAULT_FLOWS['Default queue transfer'].overriddenAt).toEqual({ at: 'quick connect', kind: 'QUEUE' });
  });

  test('A transfer makes a new contact record in the chain of the old one', () => {
    expect(INITIATION_METHODS.TRANSFER.follows).toBe('chain');
  });

  test('All flows of the inbound contact run before; none of them is run again by the transfer', () => {
    expect(flowTypesOf(journey('INBOUND'))[0]).toBe('CONTACT_FLOW');
    for (const variant of ['agent', 'queue'] as const)
      expect(flowTypesOf(journey('TRANSFER', 'VOICE', variant))).not.toContain('CONTACT_FLOW');
  });

  const kinds = [
    { kind: 'agent', flowType: 'AGENT_TRANSFER' },
    { kind: 'queue', flowType: 'QUEUE_TRANSFER' },
  ] as const;

  describe.each(kinds)('to $kind', ({ kind, flowType }) => {
    const transfer = journey('TRANSFER', 'VOICE', kind);

    test(`The source agent hears the ${flowType} flow`, () => {
      expect(stageOf(transfer, flowType)).toMatchObject({ heardBy: 'SOURCE_AGENT', on: 'TRANSFER_STARTED' });
    });

    test('Once the destination agent accepted, that agent hears an agent whisper flow', () => {
      const [first] = stagesAt(transfer, 'ACCEPTED', assume());
      expect(first).toMatchObject({ flowType: 'AGENT_WHISPER', heardBy: 'DESTINATION_AGENT' });
    });

    test('Then the source agent, not the caller, hears a customer whisper flow', () => {
      const [, second] = stagesAt(transfer, 'ACCEPTED', assume());
      expect(second).toMatchObject({ flowType: 'CUSTOMER_WHISPER', heardBy: 'SOURCE_AGENT' });
    });

    test('After these flows the source and the destination agent talk', () => {
      expect(transfer.connects).toEqual(['SOURCE_AGENT', 'DESTINATION_AGENT']);
    });

    test('During the whole process the caller is on hold and hears a customer hold flow', () => {
      const [hold] = stagesAt(transfer, 'TRANSFER_STARTED', assume());
      expect(hold).toMatchObject({
        flowType: 'CUSTOMER_HOLD',
        heardBy: 'CUSTOMER',
        beside: 'previous contact',
        until: 'OFF_HOLD',
      });
    });

    test('The summary hangs "during the whole process" on the customer whisper; it is the hold flow that lasts', () => {
      const lasting = transfer.stages.filter(({ until }) => until === 'OFF_HOLD').map((stage) => stage.flowType);
      expect(lasting).toEqual(['CUSTOMER_HOLD']);
      expect(stageOf(transfer, 'CUSTOMER_WHISPER').until).toBeUndefined();
    });
  });

  describe('the summary of an agent to agent transfer', () => {
    const stages = stagesOf(journey('TRANSFER', 'VOICE', 'agent'));

    test.each([
      [1, 'AGENT_TRANSFER to SOURCE_AGENT when TRANSFER_STARTED'],
      [2, 'AGENT_WHISPER to DESTINATION_AGENT when ACCEPTED'],
      [3, 'CUSTOMER_WHISPER to SOURCE_AGENT when ACCEPTED'],
      [4, 'CUSTOMER_HOLD to CUSTOMER when TRANSFER_STARTED'],
    ])('Number %i: %s', (_number, sentence) => {
      expect(stages).toContain(sentence);
    });
  });

  describe('the summary of an agent to queue transfer', () => {
    const stages = stagesOf(journey('TRANSFER', 'VOICE', 'queue'));

    test('Number 1: the summary says agent transfer flow, the text queue transfer flow; the text is right', () => {
      expect(stages).toContain('QUEUE_TRANSFER to SOURCE_AGENT when TRANSFER_STARTED');
      expect(stages.join()).not.toContain('AGENT_TRANSFER');
    });

    test.each([
      [2, 'AGENT_WHISPER to DESTINATION_AGENT when ACCEPTED'],
      [3, 'CUSTOMER_WHISPER to SOURCE_AGENT when ACCEPTED'],
      [4, 'CUSTOMER_HOLD to CUSTOMER when TRANSFER_STARTED'],
    ])('Number %i: %s', (_number, sentence) => {
      expect(stages).toContain(sentence);
    });
  });

  describe('what the source agent can do once both agents are connected', () => {
    test('Join: source agent, destination agent and customer are in one conference', () => {
      expect(CONSULTATION_CHOICES.JOIN).toEqual({
        button: 'Join',
        talking: ['SOURCE_AGENT', 'DESTINATION_AGENT', 'CUSTOMER'],
        onHold: [],
        leaves: [],
      });
    });

    test('Hold all: the destination agent and the customer are on hold', () => {
      expect(CONSULTATION_CHOICES.HOLD_ALL).toMatchObject({
        button: 'Hold all',
        onHold: ['DESTINATION_AGENT', 'CUSTOMER'],
      });
    });

    test('Destination agent on hold: only the source agent talks to the customer', () => {
      expect(CONSULTATION_CHOICES.HOLD_DESTINATION_AGENT).toMatchObject({
        talking: ['SOURCE_AGENT', 'CUSTOMER'],
        onHold: ['DESTINATION_AGENT'],
      });
    });

    test('End call: the source agent leaves, destination agent and customer go on talking', () => {
      expect(CONSULTATION_CHOICES.END_CALL).toMatchObject({
        button: 'End call',
        talking: ['DESTINATION_AGENT', 'CUSTOMER'],
        onHold: [],
        leaves: ['SOURCE_AGENT'],
      });
    });
  });
});

describe('Callback', () => {
  const callback = journey('CALLBACK');

  test('The customer is called as part of a callback', () => {
    expect(callback.calls).toBe('once accepted');
  });

  test('As soon as an agent accepts the callback, an agent whisper flow is played to that agent', () => {
    expect(stagesAt(callback, 'ACCEPTED', assume())).toEqual([
      expect.objectContaining({ flowType: 'AGENT_WHISPER', heardBy: 'AGENT' }),
    ]);
  });

  test('When the customer accepts the call, an outbound whisper flow is played to the customer', () => {
    expect(stagesAt(callback, 'ANSWERED', assume())).toEqual([
      expect.objectContaining({ flowType: 'OUTBOUND_WHISPER', heardBy: 'CUSTOMER' }),
    ]);
  });

  test('After these two flows agent and customer talk', () => {
    expect(callback.connects).toEqual(['CUSTOMER', 'AGENT']);
  });

  test('The summary has two types: agent whisper, then outbound whisper; a flow at its creation is an option', () => {
    const [creation, ...rest] = callback.stages;
    expect(rest.map(({ flowType }) => flowType)).toEqual(['AGENT_WHISPER', 'OUTBOUND_WHISPER']);
    expect(creation).toMatchObject({ on: 'CREATED', heardBy: null, otherwise: 'none' });
  });
});

describe('API', () => {
  const { startedBy } = INITIATION_METHODS.API;

  test('1. StartOutboundVoiceContact starts a call; it is queued only if its flow does so, whatever the topic says', () => {
    expect(startedBy).toContain('StartOutboundVoiceContact');
    expect(stagesAt(journey('API'), 'CONNECTED', assume())[0]).toMatchObject({ flowType: 'CONTACT_FLOW' });
    expect(journey('API').calls).toBe('before the entry flow');
  });

  test('2. A chat is started by StartChatContact; the topic calls it StartChatConnect, which does not exist', () => {
    expect(journey('API', 'CHAT').stages).not.toEqual([]);
    expect(startedBy).toContain('StartChatContact');
    expect(startedBy).not.toMatch(/Start\w+Connect\b/);
  });

  test('3. A task is started by StartTaskContact; the topic calls it StartTaskConnect, which does not exist', () => {
    expect(journey('API', 'TASK').stages).not.toEqual([]);
    expect(startedBy).toContain('StartTaskContact');
  });

  const api = journey('API');

  test('The customer who was called hears the inbound flow that the request names', () => {
    const [entry] = stagesAt(api, 'CONNECTED', assume());
    expect(entry).toMatchObject({ heardBy: 'CUSTOMER', from: { at: 'entry point' } });
    const request = { hooks: {}, entryPoint: { name: 'the API request', flow: 'the flow' } };
    expect(entry && resolve(entry, request)).toMatchObject({ source: 'entry point', flow: 'the flow' });
  });

  test('A customer whom this flow puts into a queue hears a customer queue flow while waiting', () => {
    expect(stageOf(api, 'CUSTOMER_QUEUE')).toMatchObject({ heardBy: 'CUSTOMER', on: 'QUEUED' });
  });

  test('When an agent accepts, an agent whisper flow is played to the agent', () => {
    expect(stagesAt(api, 'ACCEPTED', assume())[0]).toMatchObject({ flowType: 'AGENT_WHISPER', heardBy: 'AGENT' });
  });

  test('A customer whisper flow is played to the customer', () => {
    expect(stagesAt(api, 'ACCEPTED', assume())[1]).toMatchObject({ flowType: 'CUSTOMER_WHISPER', heardBy: 'CUSTOMER' });
  });

  test('After both whispers customer and agent talk', () => {
    expect(api.connects).toEqual(['CUSTOMER', 'AGENT']);
  });

  test('The summary (inbound, customer queue, agent whisper, customer whisper) holds for calls', () => {
    expect(flowTypesOf(api)).toEqual(['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_WHISPER']);
  });
});

describe('Queue_Transfer', () => {
  const moved = journey('QUEUE_TRANSFER');

  test('A flow moved the customer from one queue to another', () => {
    expect(INITIATION_METHODS.QUEUE_TRANSFER.startedBy).toContain('moved the waiting contact to another queue');
  });

  test('The waiting customer hears a customer queue flow and nothing else', () => {
    expect(flowTypesOf(moved)[0]).toBe('CUSTOMER_QUEUE');
    expect(stagesOf(moved, { whispersAfterQueueMove: 'no' })).toEqual(['CUSTOMER_QUEUE to CUSTOMER when QUEUED']);
  });

  test('The topic is silent on the agent who accepts; whispers run then, which is an assumption', () => {
    const whispers = stagesAt(moved, 'ACCEPTED', assume());
    expect(whispers.map(({ flowType }) => flowType)).toEqual(['AGENT_WHISPER', 'CUSTOMER_WHISPER']);
    expect(whispers.every(({ assumes }) => assumes?.[0] === 'whispersAfterQueueMove')).toBe(true);
  });
});

describe('Disconnect', () => {
  const disconnect = journey('DISCONNECT');
  const [first] = stagesAt(disconnect, 'CUSTOMER_REMAINED', assume());

  test('A Set disconnect flow block says which flow runs after the disconnect', () => {
    expect(EVENT_HOOKS.CustomerRemaining.block).toBe('Set disconnect flow');
    expect(first).toMatchObject({ from: { at: 'hook', hook: 'CustomerRemaining' }, otherwise: 'none' });
  });

  test('The block takes inbound flows only', () => {
    expect(EVENT_HOOKS.CustomerRemaining.flowType).toBe('CONTACT_FLOW');
    expect(first?.flowType).toBe('CONTACT_FLOW');
  });

  test('The topic says that nothing more is presented; that holds unless the disconnect flow queues the customer', () => {
    expect(stagesAt(disconnect, 'CUSTOMER_REMAINED', assume())).toHaveLength(1);
    expect(disconnect.stages.slice(1).map(({ on }) => on)).toEqual(['QUEUED', 'ACCEPTED', 'ACCEPTED']);
  });
});

describe('Override the default flows', () => {
  test.each([
    ['AGENT_WHISPER', 'Default agent whisper'],
    ['CUSTOMER_WHISPER', 'Default customer whisper'],
    ['CUSTOMER_QUEUE', 'Default customer queue'],
    ['OUTBOUND_WHISPER', 'Default outbound'],
  ] as const)('Without a %s flow of its own, "%s" runs instead', (flowType, name) => {
    const rows = JOURNEYS.filter(({ channel }) => channel === 'VOICE');
    const stages = rows.flatMap((row) => row.stages.filter((stage) => stage.flowType === flowType));
    expect(stages.length).toBeGreaterThan(0);
    for (const stage of stages)
      expect(resolve(stage, { hooks: {} })).toMatchObject({ source: 'default', default: name });
  });

  test('The topic says "for all of the initiation methods"; chats, tasks and emails have no default whispers', () => {
    const silent = JOURNEYS.filter(({ channel, method }) => channel !== 'VOICE' && method !== 'OUTBOUND');
    const whispers = silent.flatMap((row) => stagesAt(row, 'ACCEPTED', assume()));
    expect(whispers.length).toBeGreaterThan(0);
    for (const stage of whispers) expect(resolve(stage, { hooks: {} }).source).toBe('none');
  });

  test('The topic names four overridable types; hold and transfer flows have defaults as well, eight in all', () => {
    expect(Object.values(DEFAULT_FLOWS).map(({ flowType }) => flowType)).toEqual([
      'AGENT_HOLD',
      'AGENT_TRANSFER',
      'AGENT_WHISPER',
      'CUSTOMER_HOLD',
      'CUSTOMER_QUEUE',
      'CUSTOMER_WHISPER',
      'OUTBOUND_WHISPER',
      'QUEUE_TRANSFER',
    ]);
    expect(defaultFlowOf('CONTACT_FLOW')).toBeUndefined();
  });

  test('The topic lists no blocks; these override a default for a contact', () => {
    const blocks = Object.values(DEFAULT_FLOWS).flatMap(({ overriddenAt }) =>
      overriddenAt.at === 'hook' ? [EVENT_HOOKS[overriddenAt.hook].block] : [],
    );
    expect([...new Set(blocks)].sort()).toEqual(['Set customer queue flow', 'Set hold flow', 'Set whisper flow']);
  });

  test('The topic suggests a block for the outbound whisper; it is a property of the queue', () => {
    expect(DEFAULT_FLOWS['Default outbound'].overriddenAt).toEqual({
      at: 'queue',
      property: 'OutboundCallerConfig.OutboundFlowArn',
    });
  });
});
