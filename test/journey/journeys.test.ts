import { assume, existsUnder, JOURNEYS, journeyOf, placeOf, resolve, stagesAt } from '../../lib/journey';
import { flowTypesOf, journey, stageOf, stagesOf } from './rulebook';

const name = ({ method, channel, variant }: (typeof JOURNEYS)[number]) =>
  `${method} ${channel}${variant ? ` (${variant})` : ''}`;

describe('The journeys of newer methods', () => {
  test('A WebRTC call runs the same flows for the same people as an inbound call', () => {
    expect(stagesOf(journey('WEBRTC_API'))).toEqual(stagesOf(journey('INBOUND')));
  });

  test('A call to a third party runs no flow but the hold flow of the customer who waits', () => {
    expect(stagesOf(journey('EXTERNAL_OUTBOUND'))).toEqual(['CUSTOMER_HOLD to CUSTOMER when TRANSFER_STARTED']);
  });

  test.each(['VOICE', 'CHAT'] as const)('A supervisor who listens to a %s contact hears no flow', (channel) => {
    expect(journey('MONITOR', channel)).toMatchObject({ stages: [], connects: ['SUPERVISOR'] });
  });

  test.each(['AGENT_REPLY', 'FLOW', 'OUTBOUND'])(
    'An email by %s runs an outbound whisper flow that nobody hears',
    (method) => {
      expect(stagesOf(journey(method, 'EMAIL'))).toEqual(['OUTBOUND_WHISPER to nobody when SENT']);
    },
  );

  test('A preview campaign has no list of flows in the topic: it is taken as an outbound call', () => {
    expect(stagesOf(journey('CAMPAIGN_PREVIEW'))).toEqual(stagesOf(journey('OUTBOUND')));
    expect(stagesOf(journey('CAMPAIGN_PREVIEW'), { campaignPreviewFlows: 'none' })).toEqual([]);
  });

  test('A customer-first callback that waits runs its creation flow, before anybody is called', () => {
    expect(stagesOf(journey('CALLBACK_CUSTOMER_FIRST_QUEUED'))).toEqual(['CONTACT_FLOW to nobody when CREATED']);
  });

  test('A customer-first callback that is answered goes on as an inbound call does', () => {
    const dialled = journey('CALLBACK_CUSTOMER_FIRST_DIALED');
    expect(flowTypesOf(dialled)).toEqual(flowTypesOf(journey('INBOUND')));
    expect(dialled.calls).toBe('before the entry flow');
    expect(flowTypesOf(dialled)).not.toContain('OUTBOUND_WHISPER');
  });

  test('A method that AWS adds tomorrow has no journey', () => {
    expect(journeyOf(JOURNEYS, { method: 'TELEPORTATION', channel: 'VOICE' })).toBeUndefined();
    expect(journeyOf(JOURNEYS, { method: 'CALLBACK', channel: 'CHAT' })).toBeUndefined();
  });
});

describe('The journeys of other channels', () => {
  test('A chat runs whispers only where a block sets them', () => {
    const whispers = stagesAt(journey('API', 'CHAT'), 'ACCEPTED', assume());
    expect(whispers.map((stage) => resolve(stage, { hooks: {} }).source)).toEqual(['none', 'none']);
    expect(
      whispers.map((stage) => resolve(stage, { hooks: { AgentWhisper: 'a', CustomerWhisper: 'c' } }).source),
    ).toEqual(['hook', 'hook']);
  });

  test.each(['TASK', 'EMAIL'] as const)(
    'Nobody is on the other side of a %s: only the agent is whispered to',
    (channel) => {
      const row = journey('API', channel);
      expect(row.connects).toEqual(['AGENT']);
      const pauses = ['CONTACT_FLOW to nobody when PAUSED', 'CONTACT_FLOW to nobody when RESUMED'];
      expect(stagesOf(row)).toEqual([
        'CONTACT_FLOW to nobody when CONNECTED',
        'CUSTOMER_QUEUE to nobody when QUEUED',
        'AGENT_WHISPER to AGENT when ACCEPTED',
        ...(channel === 'TASK' ? pauses : []),
      ]);
    },
  );

  test('Hold flows are for calls', () => {
    const holds = JOURNEYS.filter(({ stages }) => stages.some(({ flowType }) => flowType === 'CUSTOMER_HOLD'));
    expect(holds.map(({ channel }) => channel)).not.toContain('CHAT');
    expect(holds.map(name)).toEqual(['TRANSFER VOICE (agent)', 'TRANSFER VOICE (queue)', 'EXTERNAL_OUTBOUND VOICE']);
  });

  test.each(['agent', 'queue'] as const)(
    'A chat is transferred (%s) without consultation: the source agent is gone',
    (variant) => {
      const row = journey('TRANSFER', 'CHAT', variant);
      expect(row.connects).toEqual(['CUSTOMER', 'AGENT']);
      expect(row.stages.map(({ heardBy }) => heardBy)).not.toContain('SOURCE_AGENT');
    },
  );
});

describe('Two things that share the name QUEUE_TRANSFER', () => {
  test('The method moves a waiting customer and runs no flow of the type', () => {
    expect(flowTypesOf(journey('QUEUE_TRANSFER'))).not.toContain('QUEUE_TRANSFER');
  });

  test('The flow type is heard by an agent who transfers, by method TRANSFER', () => {
    const methods = JOURNEYS.filter((row) => row.stages.some(({ flowType }) => flowType === 'QUEUE_TRANSFER'));
    expect([...new Set(methods.map(({ method }) => method))]).toEqual(['TRANSFER']);
    expect(stageOf(journey('TRANSFER', 'VOICE', 'queue'), 'QUEUE_TRANSFER').heardBy).toBe('SOURCE_AGENT');
  });
});

describe('The rulebook as a whole', () => {
  test('It has one row for a method, channel and variant', () => {
    const names = JOURNEYS.map(name);
    expect(names).toEqual([...new Set(names)]);
  });

  test.each(JOURNEYS.map((row) => [name(row), row] as const))(
    '%s says of each stage where its flow is named',
    (_name, row) => {
      for (const stage of row.stages) expect(placeOf(stage).at).toMatch(/^(hook|queue|quick connect|entry point)$/);
      expect(row.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/connect\//);
    },
  );

  test('The agent hears the whisper before the party who waits does', () => {
    for (const row of JOURNEYS) {
      const whispers = row.stages.filter((stage) => stage.on === 'ACCEPTED' && existsUnder(assume(), stage));
      const order = whispers.map(({ flowType }) => flowType);
      if (order.length > 1) expect([name(row), order]).toEqual([name(row), ['AGENT_WHISPER', 'CUSTOMER_WHISPER']]);
    }
  });
});
