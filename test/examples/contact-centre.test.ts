import { exitCodeOf, journeysJson, playJourneys } from '../../examples/contact-centre/play';
import { printed } from '../../examples/contact-centre/print';
import { synthesise } from '../../examples/contact-centre/synthesise';
import { type EventHook, JOURNEYS, type Journey } from '../../lib/journey';
import type { FlowDocument, FlowType, WireAction } from '../../lib/language';
import type { SimulateOptions, World } from '../../lib/simulate';

let world: World;
beforeAll(() => {
  world = synthesise();
}, 60_000);

/** The rows that deviate, e.g. `TRANSFER (agent)`. */
const deviating = async (changed: World, options: SimulateOptions = {}): Promise<readonly string[]> => {
  const played = await playJourneys(changed, options);
  const rows = played.filter(({ deviations }) => deviations.length > 0);
  expect(exitCodeOf(played)).toBe(rows.length === 0 ? 0 : 1);
  return rows.map(({ journey: { method, variant } }) => (variant ? `${method} (${variant})` : method));
};

const withoutStage = (method: string, flowType: FlowType, channel = 'VOICE'): readonly Journey[] =>
  JOURNEYS.map((journey) =>
    journey.method === method && journey.channel === channel
      ? { ...journey, stages: journey.stages.filter((stage) => stage.flowType !== flowType) }
      : journey,
  );

const setsHook = (hook: EventHook, { Parameters = {} }: WireAction): boolean =>
  Object.hasOwn((Parameters.EventHooks ?? {}) as object, hook);

/** The document with the actions that set a hook passed by. */
const withoutHookIn = (document: FlowDocument, hook: EventHook): FlowDocument => ({
  ...document,
  Actions: document.Actions.map((action) =>
    setsHook(hook, action)
      ? { ...action, Type: 'UpdateFlowLoggingBehavior', Parameters: { FlowLoggingBehavior: 'Enabled' } }
      : action,
  ),
});

const withoutHook = (flow: string, hook: EventHook): World => ({
  ...world,
  flows: world.flows.map((each) =>
    each.name === flow ? { ...each, document: withoutHookIn(each.document, hook) } : each,
  ),
});

const withoutQuickConnectFlow = (name: string): World => ({
  ...world,
  quickConnects: world.quickConnects.map((each) => (each.name === name ? { ...each, flow: undefined } : each)),
});

const ALL_CALLS_OF_THE_MAIN_LINE = ['INBOUND', 'TRANSFER (agent)', 'TRANSFER (queue)'];

describe('The journeys of the example contact centre', () => {
  test('all run as the topic says', async () => {
    expect(await deviating(world)).toEqual([]);
  });

  test('cover every method and variant of the topic, in its order', async () => {
    const { journeys } = journeysJson(await playJourneys(world));
    expect(journeys.map(({ method, variant }) => [method, variant])).toEqual([
      ['INBOUND', null],
      ['OUTBOUND', null],
      ['TRANSFER', 'agent'],
      ['TRANSFER', 'queue'],
      ['CALLBACK', null],
      ['API', 'voice'],
      ['API', 'chat'],
      ['API', 'task'],
      ['QUEUE_TRANSFER', null],
      ['DISCONNECT', null],
    ]);
    expect(journeys.every(({ conforms }) => conforms)).toBe(true);
  });

  test('each end on a contact of their own method, linked to the contacts before it', async () => {
    const { journeys } = journeysJson(await playJourneys(world));
    for (const { method, contacts } of journeys) {
      expect(contacts.at(-1)?.initiationMethod).toBe(method);
      for (const [i, contact] of contacts.entries()) {
        expect(contact.previousContactId).toBe(contacts[i - 1]?.contactId ?? null);
        expect(contact.initialContactId).toBe(contacts[0]?.contactId);
      }
    }
  });

  test('are the same to the byte every time', async () => {
    const first = JSON.stringify(journeysJson(await playJourneys(world)));
    expect(JSON.stringify(journeysJson(await playJourneys(synthesise())))).toBe(first);
  });

  test('let a gold customer be announced by name, as the rules and the look-up say', async () => {
    const [inbound] = await playJourneys(world);
    const heard = inbound?.result.transcript
      .filter(({ kind, who }) => kind === 'hears' && who === 'ana')
      .map(({ text }) => text);
    expect(heard).toEqual(['“Sam Example, a gold customer, for Gold.”']);
  });

  test('fall back to the usual whispers when the rules function fails', async () => {
    const failing: World = {
      ...world,
      functions: world.functions.map((each) =>
        each.name === 'JourneyRules' ? { ...each, invoke: () => Promise.reject(new Error('down')) } : each,
      ),
    };
    expect(await deviating(failing)).toEqual([]);
    const [inbound] = await playJourneys(failing);
    expect(inbound?.contacts[0]?.flows.map(({ name }) => name)).toContain('Agent whisper');
  });

  test('show their flows in the closing table by type, listener and source', async () => {
    const text = printed(await playJourneys(world));
    expect(text).toMatch(/^OUTBOUND +1\. OUTBOUND_WHISPER "Outbound whisper" +customer +queue +yes$/m);
    expect(text).toMatch(/CUSTOMER_QUEUE "Default customer queue" +source agent +default$/m);
    expect(text).toMatch(/All 10 journeys run as the topic says\.$/);
  });
});

describe('Taking one stage out of the rulebook changes exactly the rows that run it', () => {
  test.each<[string, FlowType, string, readonly string[]]>([
    ['INBOUND', 'CONTACT_FLOW', 'VOICE', [...ALL_CALLS_OF_THE_MAIN_LINE, 'CALLBACK', 'QUEUE_TRANSFER', 'DISCONNECT']],
    ['INBOUND', 'AGENT_WHISPER', 'VOICE', [...ALL_CALLS_OF_THE_MAIN_LINE, 'DISCONNECT']],
    ['INBOUND', 'CUSTOMER_WHISPER', 'VOICE', [...ALL_CALLS_OF_THE_MAIN_LINE, 'DISCONNECT']],
    ['OUTBOUND', 'OUTBOUND_WHISPER', 'VOICE', ['OUTBOUND']],
    ['TRANSFER', 'AGENT_TRANSFER', 'VOICE', ['TRANSFER (agent)']],
    ['TRANSFER', 'QUEUE_TRANSFER', 'VOICE', ['TRANSFER (queue)']],
    ['TRANSFER', 'CUSTOMER_HOLD', 'VOICE', ['TRANSFER (agent)', 'TRANSFER (queue)']],
    ['TRANSFER', 'CUSTOMER_WHISPER', 'VOICE', ['TRANSFER (agent)', 'TRANSFER (queue)']],
    ['CALLBACK', 'AGENT_WHISPER', 'VOICE', ['CALLBACK']],
    ['CALLBACK', 'OUTBOUND_WHISPER', 'VOICE', ['CALLBACK']],
    ['API', 'CUSTOMER_QUEUE', 'VOICE', ['API (voice)']],
    ['API', 'CUSTOMER_WHISPER', 'CHAT', ['API (chat)']],
    ['API', 'AGENT_WHISPER', 'TASK', ['API (task)']],
    ['QUEUE_TRANSFER', 'CUSTOMER_QUEUE', 'VOICE', ['QUEUE_TRANSFER']],
    ['DISCONNECT', 'CONTACT_FLOW', 'VOICE', ['DISCONNECT']],
  ])('%s without its %s stage (%s)', async (method, flowType, channel, rows) => {
    expect(await deviating(world, { journeys: withoutStage(method, flowType, channel) })).toEqual(rows);
  });
});

describe('Taking one override out of the example changes exactly the rows that hear it', () => {
  test('the queue flow of the main line', async () => {
    const rows = await deviating(withoutHook('Main line', 'CustomerQueue'));
    expect(rows).toEqual([...ALL_CALLS_OF_THE_MAIN_LINE, 'CALLBACK', 'QUEUE_TRANSFER', 'DISCONNECT']);
  });

  test('the customer whisper of the main line', async () => {
    const rows = await deviating(withoutHook('Main line', 'CustomerWhisper'));
    expect(rows).toEqual([...ALL_CALLS_OF_THE_MAIN_LINE, 'QUEUE_TRANSFER', 'DISCONNECT']);
  });

  test('the customer hold flow of the main line', async () => {
    expect(await deviating(withoutHook('Main line', 'CustomerHold'))).toEqual(['TRANSFER (agent)', 'TRANSFER (queue)']);
  });

  test('the disconnect flow that the queue flow sets', async () => {
    expect(await deviating(withoutHook('Waiting', 'CustomerRemaining'))).toEqual(['DISCONNECT']);
  });

  test('the whispers of the chat flow, which has no defaults', async () => {
    expect(await deviating(withoutHook('Chat', 'AgentWhisper'))).toEqual(['API (chat)']);
  });

  test('the hooks with which calls about appointments begin', async () => {
    for (const hook of ['CustomerQueue', 'AgentWhisper', 'CustomerWhisper'] as const)
      expect(await deviating(withoutHook('Appointment', hook))).toEqual(['API (voice)']);
  });

  test('the silence of the agent who asks a colleague', async () => {
    expect(await deviating(withoutHook('Agent transfer', 'CustomerWhisper'))).toEqual(['TRANSFER (agent)']);
    expect(await deviating(withoutHook('Queue transfer', 'CustomerWhisper'))).toEqual(['TRANSFER (queue)']);
  });

  test('the whisper that the agent transfer flow sets', async () => {
    expect(await deviating(withoutHook('Agent transfer', 'AgentWhisper'))).toEqual(['TRANSFER (agent)']);
  });

  test('the outbound whisper flow of the billing queue', async () => {
    const queues = world.queues.map((queue) => ({ ...queue, outboundWhisperFlow: undefined }));
    expect(await deviating({ ...world, queues })).toEqual(['OUTBOUND', 'CALLBACK']);
  });

  test('the transfer flow of a quick connect', async () => {
    expect(await deviating(withoutQuickConnectFlow('Ben'))).toEqual(['TRANSFER (agent)']);
    expect(await deviating(withoutQuickConnectFlow('Outages desk'))).toEqual(['TRANSFER (queue)']);
  });
});
