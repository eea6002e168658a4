import { JOURNEYS, type Journey } from '../../lib/journey';
import { type Move, type Scenario, type SimulateOptions, simulate, type World } from '../../lib/simulate';
import {
  callback,
  endFlow,
  flow,
  flowArn,
  hangUp,
  loopPrompts,
  moveToQueue,
  queueArn,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  transferToFlow,
  waitSeconds,
} from './script';
import { ANA, BEN, flowsFor, heardBy, linksOf, play, queue, runsOf, secondsUntil, smallCentre, texts } from './world';

const sales: Script = [say('Welcome.'), setQueue('Sales'), toQueue()];
const END: Move = { does: 'hangs up', who: 'customer' };

describe('An inbound call', () => {
  test('runs inbound flow, customer queue flow, agent whisper and customer whisper, then the two talk', async () => {
    const result = await play(sales, { agents: [ANA], moves: [END] });
    expect(result.stopped).toBeNull();
    expect(runsOf(result)).toEqual([
      'C1 CONTACT_FLOW "Entry" → CUSTOMER',
      'C1 CUSTOMER_QUEUE "Default customer queue" → CUSTOMER',
      'C1 AGENT_WHISPER "Default agent whisper" → AGENT',
      'C1 CUSTOMER_WHISPER "Default customer whisper" → CUSTOMER',
    ]);
    expect(texts(result)).toContain('Customer and ana talk');
    expect(result.contacts[0]).toMatchObject({ method: 'INBOUND', disconnectReason: 'CUSTOMER_DISCONNECT' });
  });

  test('leaves the customer in the queue while the agent hears the whisper', async () => {
    const whisper = flow('Long whisper', 'AGENT_WHISPER', [say('This caller has called three times today.')]);
    const result = await play(
      [setHook('AgentWhisper', 'Long whisper'), ...sales],
      { agents: [ANA], moves: [END] },
      {
        flows: [whisper],
      },
    );
    const [contact] = result.contacts;
    const run = (flowType: string) => contact?.runs.find((each) => each.flowType === flowType);
    expect(run('CUSTOMER_QUEUE')?.end).toBe(run('AGENT_WHISPER')?.end);
    expect(run('AGENT_WHISPER')?.end).toBeGreaterThan(run('AGENT_WHISPER')?.start as number);
    expect(contact?.dequeued).toBe(run('CUSTOMER_WHISPER')?.start);
  });

  test('that is not queued runs the inbound flow only', async () => {
    const result = await play([say('We moved.'), hangUp()], { agents: [ANA] });
    expect(runsOf(result)).toEqual(['C1 CONTACT_FLOW "Entry" → CUSTOMER']);
    expect(result.contacts[0]?.disconnectReason).toBe('CONTACT_FLOW_DISCONNECT');
  });

  test('waits until an agent is available', async () => {
    const result = await play(sales, { agents: [{ name: 'ana', availableAfterSeconds: 300 }], moves: [END] });
    expect(secondsUntil(result, 'accepts the contact')).toBe(303);
  });

  test('is offered to nobody whose routing profile lacks the queue', async () => {
    const result = await play(sales, { agents: [BEN] });
    expect(texts(result)).not.toContain('accepts the contact');
    expect(result.contacts[0]?.state).toBe('queued');
  });

  test('with method WEBRTC_API runs the same', async () => {
    const entry = flow('Entry', 'CONTACT_FLOW', sales);
    const played = (method: 'INBOUND' | 'WEBRTC_API') =>
      simulate({ ...smallCentre(), flows: [entry] }, { start: { method, flow: 'Entry' }, agents: [ANA], moves: [END] });
    expect(runsOf(await played('WEBRTC_API'))).toEqual(runsOf(await played('INBOUND')));
  });

  test('whose flow sets every hook hears no default flow', async () => {
    const own = [
      flow('My queue', 'CUSTOMER_QUEUE', [loopPrompts('Soon.')]),
      flow('My agent whisper', 'AGENT_WHISPER', [say('Gold.')]),
      flow('My customer whisper', 'CUSTOMER_WHISPER', [say('Connected.')]),
    ];
    const hooks = [
      setHook('CustomerQueue', 'My queue'),
      setHook('AgentWhisper', 'My agent whisper'),
      setHook('CustomerWhisper', 'My customer whisper'),
    ];
    const result = await play([...hooks, ...sales], { agents: [ANA], moves: [END] }, { flows: own });
    expect(result.contacts[0]?.runs.map(({ name, source }) => `${name} (${source})`)).toEqual([
      'Entry (entry point)',
      'My queue (hook)',
      'My agent whisper (hook)',
      'My customer whisper (hook)',
    ]);
  });

  test('keeps its hooks when one flow transfers to another', async () => {
    const flows = [flow('Second', 'CONTACT_FLOW', sales), flow('My agent whisper', 'AGENT_WHISPER', [say('Gold.')])];
    const result = await play(
      [setHook('AgentWhisper', 'My agent whisper'), transferToFlow('Second')],
      {
        agents: [ANA],
        moves: [END],
      },
      { flows },
    );
    expect(heardBy(result, 'ana')).toEqual(['“Gold.”']);
  });
});

describe('A customer who hangs up', () => {
  test('in the middle of a prompt ends the contact there', async () => {
    const result = await play([say('A'.repeat(600)), say('Never heard.'), hangUp()], {
      customer: { hangsUpAfterSeconds: 10 },
    });
    expect(heardBy(result, 'Customer')).toHaveLength(1);
    expect(result.contacts[0]).toMatchObject({
      disconnectReason: 'CUSTOMER_DISCONNECT',
      disconnected: result.start + 10_000,
    });
    expect(result.timeLimitReached).toBe(false);
  });

  test('in the queue is offered to no agent any more', async () => {
    const result = await play(sales, {
      agents: [{ name: 'ana', availableAfterSeconds: 60 }],
      customer: { hangsUpAfterSeconds: 30 },
    });
    expect(texts(result)).not.toContain('accepts the contact');
    expect(result.contacts[0]?.runs.every(({ end }) => end !== null)).toBe(true);
    expect(result.contacts[0]?.dequeued).toBe(result.start + 30_000);
  });

  test('while it rings at the agent leaves the agent free', async () => {
    const result = await play(sales, {
      agents: [{ name: 'ana', acceptsAfterSeconds: 10 }],
      customer: { hangsUpAfterSeconds: 5 },
    });
    expect(texts(result)).not.toContain('accepts the contact');
    expect(result.contacts[0]?.disconnectReason).toBe('CUSTOMER_DISCONNECT');
  });

  test('during the agent whisper is never connected', async () => {
    const whisper = flow('Long whisper', 'AGENT_WHISPER', [say('A'.repeat(600))]);
    const result = await play(
      [setHook('AgentWhisper', 'Long whisper'), ...sales],
      {
        agents: [ANA],
        customer: { hangsUpAfterSeconds: 20 },
      },
      { flows: [whisper] },
    );
    expect(result.contacts[0]?.connectedToAgent).toBeNull();
    expect(flowsFor(result.contacts[0], 'CUSTOMER')).not.toContain('CUSTOMER_WHISPER');
  });

  test('on hold during a consultation ends the call and its hold music', async () => {
    const result = await play(sales, {
      agents: [ANA],
      moves: [{ does: 'transfers', to: 'Ben' }],
      customer: { hangsUpAfterSeconds: 120 },
    });
    expect(result.contacts[0]).toMatchObject({ disconnectReason: 'CUSTOMER_DISCONNECT' });
    const hold = result.contacts[0]?.runs.find(({ flowType }) => flowType === 'CUSTOMER_HOLD');
    expect(hold?.end).toBe(result.start + 120_000);
  });
});

describe('An outbound call', () => {
  const outbound = (script: Script | null, more: Partial<Scenario> = {}, options: SimulateOptions = {}) => {
    const flows = script === null ? [] : [flow('Greeting', 'OUTBOUND_WHISPER', script)];
    const queues = [queue('Sales', script === null ? {} : { outboundWhisperFlow: flowArn('Greeting') })];
    const start = { method: 'OUTBOUND', agent: 'ana', queue: 'Sales' } as const;
    return simulate({ ...smallCentre(), flows, queues }, { start, agents: [ANA], moves: [END], ...more }, options);
  };

  test('runs the default outbound flow when its queue names none, then the two talk', async () => {
    const result = await outbound(null);
    expect(runsOf(result)).toEqual(['C1 OUTBOUND_WHISPER "Default outbound" → CUSTOMER']);
    expect(heardBy(result, 'Customer')).toEqual(['“This call is not recorded.”']);
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('runs the outbound whisper of its queue', async () => {
    const result = await outbound([say('Hello.'), endFlow()]);
    expect(result.contacts[0]?.runs[0]).toMatchObject({ name: 'Greeting', source: 'queue' });
  });

  test('runs what stands before the first prompt before it calls, and the rest once the customer answered', async () => {
    const result = await outbound([setAttributes({ tried: 'yes' }), setHook('AgentWhisper', 'Gone', [say('Hello.')])]);
    const order = texts(result).filter((text) => /branch|calls|answers|Hello/.test(text));
    expect(order).toEqual([
      expect.stringMatching(/^UpdateContactEventHooks takes its NoMatchingError branch/),
      'calls +15555550100',
      'answers the call',
      '“Hello.”',
    ]);
  });

  test('without any prompt calls when the whisper has ended', async () => {
    const result = await outbound([setAttributes({ tried: 'yes' }), endFlow()]);
    expect(heardBy(result, 'Customer')).toEqual([]);
    expect(secondsUntil(result, 'answers the call')).toBe(5);
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('that Call phone number starts plays what follows to the customer', async () => {
    const result = await outbound([step('CompleteOutboundCall'), say('Hello.')]);
    expect(secondsUntil(result, 'Hello')).toBe(5);
  });

  test('that nobody answers ends, unheard, and leaves the agent free', async () => {
    const result = await outbound([say('Hello.')], { customer: { answersCalls: false } });
    expect(heardBy(result, 'Customer')).toEqual([]);
    expect(result.contacts[0]?.connectedToSystem).toBeNull();
    expect(texts(result)).not.toContain('Customer and ana talk');
  });

  test('runs no queue flow, no agent whisper and no customer whisper', async () => {
    expect(runsOf(await outbound([say('Hello.')]))).toHaveLength(1);
  });
});

const consult = (to: string, rest: readonly Move[], more: Partial<World> = {}, script: Script = sales) =>
  play(script, { agents: [ANA, BEN], moves: [{ does: 'transfers', to }, ...rest] }, more);

describe.each([
  ['agent', 'Ben', 'AGENT_TRANSFER "Default agent transfer"'],
  ['queue', 'Support', 'QUEUE_TRANSFER "Default queue transfer"'],
] as const)('A call transferred to another %s', (kind, quickConnect, transferFlow) => {
  test('runs the transfer flow for the source agent, the whispers for both agents, the hold flow for the customer', async () => {
    const result = await consult(quickConnect, []);
    expect(result.stopped).toBeNull();
    expect(runsOf(result).slice(4)).toEqual([
      'C1 CUSTOMER_HOLD "Default customer hold" → CUSTOMER',
      `C2 ${transferFlow} → SOURCE_AGENT`,
      'C2 CUSTOMER_QUEUE "Default customer queue" → SOURCE_AGENT',
      'C2 AGENT_WHISPER "Default agent whisper" → DESTINATION_AGENT',
      'C2 CUSTOMER_WHISPER "Default customer whisper" → SOURCE_AGENT',
    ]);
    expect(texts(result)).toContain('ana and ben talk');
    expect(result.contacts[1]).toMatchObject({ method: 'TRANSFER', variant: kind });
  });

  test('runs all the flows of an inbound call before', async () => {
    const result = await consult(quickConnect, []);
    expect(
      runsOf(result)
        .slice(0, 4)
        .map((run) => run.split(' ')[1]),
    ).toEqual(['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_WHISPER']);
  });

  test('makes a contact of its own in the chain of the first', async () => {
    expect(linksOf(await consult(quickConnect, []))).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 TRANSFER initial C1 previous C1 next -',
    ]);
  });

  test('lets the hold flow last from the transfer to the choice', async () => {
    const result = await consult(quickConnect, [{ does: 'chooses', choice: 'JOIN' }]);
    const hold = result.contacts[0]?.runs.find(({ flowType }) => flowType === 'CUSTOMER_HOLD');
    expect(hold?.start).toBe(result.start + secondsUntil(result, /^transfers with/) * 1000);
    expect(hold?.end).toBe(result.start + secondsUntil(result, 'chooses Join') * 1000);
    expect(hold?.end).toBeGreaterThan(result.contacts[1]?.connectedToAgent as number);
  });

  test('Join: all three talk and nobody hears a hold flow', async () => {
    const result = await consult(quickConnect, [{ does: 'chooses', choice: 'JOIN' }]);
    expect(texts(result)).toContain('ana, ben, Customer talk');
    expect(onHold(result)).toEqual([]);
  });

  test('Hold all: the source agent is alone, customer and destination agent each hear their hold flow', async () => {
    const result = await consult(quickConnect, [{ does: 'chooses', choice: 'HOLD_ALL' }]);
    expect(texts(result)).toContain('ana is alone on the line');
    expect(onHold(result)).toEqual(['CUSTOMER hears CUSTOMER_HOLD', 'DESTINATION_AGENT hears AGENT_HOLD']);
  });

  test('Hold: source agent and customer talk, the destination agent hears the agent hold flow', async () => {
    const result = await consult(quickConnect, [{ does: 'chooses', choice: 'HOLD_DESTINATION_AGENT' }]);
    expect(texts(result)).toContain('ana, Customer talk');
    expect(onHold(result)).toEqual(['DESTINATION_AGENT hears AGENT_HOLD']);
  });

  test('Swap: customer and destination agent change places', async () => {
    const result = await consult(quickConnect, [{ does: 'chooses', choice: 'SWAP' }]);
    expect(texts(result)).toContain('ana, Customer talk');
    expect(onHold(result)).toEqual(['DESTINATION_AGENT hears AGENT_HOLD']);
  });

  test('End call: the source agent leaves, the two others talk, and the first contact ends', async () => {
    const result = await consult(quickConnect, [{ does: 'chooses', choice: 'END_CALL' }]);
    expect(texts(result)).toContain('ben, Customer talk');
    expect(result.contacts.map(({ state }) => state)).toEqual(['ended', 'connected']);
    expect([...(result.contacts[1]?.parties.keys() ?? [])].sort()).toEqual(['CUSTOMER', 'DESTINATION_AGENT']);
    expect(onHold(result)).toEqual([]);
  });

  test('Hold all, then Join: the hold flows stop', async () => {
    const result = await consult(quickConnect, [
      { does: 'chooses', choice: 'HOLD_ALL' },
      { does: 'chooses', choice: 'JOIN' },
    ]);
    expect(onHold(result)).toEqual([]);
  });
});

/** Whoever hears a hold flow when the run ends. */
const onHold = (result: Awaited<ReturnType<typeof play>>): readonly string[] =>
  result.contacts
    .flatMap(({ executions }) => [...executions].map(({ run }) => run))
    .filter(({ flowType }) => flowType.endsWith('_HOLD'))
    .map(({ heardBy: party, flowType }) => `${party} hears ${flowType}`);

describe('A transferred call', () => {
  test('runs the transfer flow that the quick connect names, and in it $.Agent is the destination agent', async () => {
    const script = [
      say('To $.Agent.FirstName.'),
      step('UpdateContactTargetQueue', { AgentId: '$.Agent.ARN' }),
      toQueue(),
    ];
    const [ben, ...others] = smallCentre().quickConnects;
    const result = await consult('Ben', [], {
      flows: [flow('To an agent', 'AGENT_TRANSFER', script)],
      quickConnects: [{ ...(ben as NonNullable<typeof ben>), flow: flowArn('To an agent') }, ...others],
    });
    expect(heardBy(result, 'ana')).toContain('“To Ben.”');
    expect(texts(result)).toContain('ana and ben talk');
  });

  test('plays whispers that the transfer flow sets', async () => {
    const script = [setHook('AgentWhisper', 'Warm'), setQueue('Support'), toQueue()];
    const [, support] = smallCentre().quickConnects;
    const result = await consult('Support', [], {
      flows: [flow('To support', 'QUEUE_TRANSFER', script), flow('Warm', 'AGENT_WHISPER', [say('A warm transfer.')])],
      quickConnects: [{ ...(support as NonNullable<typeof support>), flow: flowArn('To support') }],
    });
    expect(heardBy(result, 'ben')).toEqual(['“A warm transfer.”']);
  });

  test('plays the hold flow that the first contact set', async () => {
    const jazz = flow('Jazz', 'CUSTOMER_HOLD', [loopPrompts('Jazz.')]);
    const result = await consult('Ben', [], { flows: [jazz] }, [setHook('CustomerHold', 'Jazz'), ...sales]);
    expect(heardBy(result, 'Customer')).toContain('“Jazz.”');
  });

  test('gives the customer back when the queue is closed', async () => {
    const queues = [queue('Sales'), queue('Support', { hours: 'closed' })];
    const result = await consult('Support', [{ does: 'hangs up', who: 'agent' }], { queues });
    expect(heardBy(result, 'ana')).toContain('“This queue is closed at present.”');
    expect(onHold(result)).toEqual([]);
    expect(result.contacts[1]?.state).toBe('ended');
    expect(result.contacts[0]?.disconnectReason).toBe('AGENT_DISCONNECT');
  });

  test('can be transferred once more, and the chain grows', async () => {
    const result = await consult('Ben', [
      { does: 'chooses', choice: 'END_CALL' },
      { does: 'transfers', to: 'Supplier' },
    ]);
    expect(linksOf(result)).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 TRANSFER initial C1 previous C1 next C3',
      'C3 EXTERNAL_OUTBOUND initial C1 previous C2 next -',
    ]);
  });

  test('to a quick connect that is not there stops with its name', async () => {
    expect((await consult('Nobody', [])).stopped).toBe('There is no quick connect "Nobody" in this world.');
  });

  test('Swap twice: customer and destination agent are back where they were', async () => {
    const result = await consult('Ben', [
      { does: 'chooses', choice: 'SWAP' },
      { does: 'chooses', choice: 'SWAP' },
    ]);
    expect(onHold(result)).toEqual(['CUSTOMER hears CUSTOMER_HOLD']);
  });
});

describe('A consultation whose colleague hangs up', () => {
  test('gives the customer back to the source agent, who is no longer on hold', async () => {
    const result = await consult('Ben', [{ does: 'hangs up', who: 'agent' }]);
    expect(onHold(result)).toEqual([]);
    expect(result.contacts.map(({ state }) => state)).toEqual(['connected', 'ended']);
  });
});

describe('A phone number quick connect', () => {
  test('calls the third party; no flow runs but the hold flow of the customer', async () => {
    const result = await consult('Supplier', []);
    expect(result.contacts[1]).toMatchObject({ method: 'EXTERNAL_OUTBOUND', runs: [] });
    expect(runsOf(result).slice(4)).toEqual(['C1 CUSTOMER_HOLD "Default customer hold" → CUSTOMER']);
    expect(texts(result)).toContain('ana and +15555550177 talk');
  });

  test('gives the customer back when the third party does not answer', async () => {
    const result = await play(sales, {
      agents: [ANA],
      moves: [{ does: 'transfers', to: 'Supplier' }],
      customer: { thirdPartyAnswers: false },
    });
    expect(result.contacts[1]?.state).toBe('ended');
    expect(onHold(result)).toEqual([]);
  });

  test('leaves third party and customer on the line when the agent ends the call', async () => {
    const result = await consult('Supplier', [{ does: 'chooses', choice: 'END_CALL' }]);
    expect(texts(result)).toContain('+15555550177, Customer talk');
  });
});

describe('A callback', () => {
  const ask: Script = [setQueue('Sales'), callback(), say('We call you.'), hangUp()];

  test('waits its delay, is whispered to the agent, calls the customer, and whispers to the customer', async () => {
    const result = await play(ask, { agents: [ANA], moves: [END] });
    expect(runsOf(result)).toEqual([
      'C1 CONTACT_FLOW "Entry" → CUSTOMER',
      'C2 AGENT_WHISPER "Default agent whisper" → AGENT',
      'C2 OUTBOUND_WHISPER "Default outbound" → CUSTOMER',
    ]);
    const seconds = ['waits in queue', 'accepts the contact', 'calls +1', 'answers the call', 'not recorded'];
    expect(seconds.map((text) => secondsUntil(result, text))).toEqual([10, 13, 14, 19, 19]);
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('is a contact in the chain of the one that asked for it, which ends by itself', async () => {
    const result = await play(ask, { agents: [ANA] });
    expect(linksOf(result)).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 CALLBACK initial C1 previous C1 next -',
    ]);
    expect(result.contacts[0]?.disconnectReason).toBe('CONTACT_FLOW_DISCONNECT');
    expect(result.contacts[1]?.initiated).toBeLessThan(result.contacts[0]?.disconnected as number);
  });

  test('runs no customer queue flow and no customer whisper', async () => {
    const types = runsOf(await play(ask, { agents: [ANA] })).join();
    expect(types).not.toContain('CUSTOMER_QUEUE');
    expect(types).not.toContain('CUSTOMER_WHISPER');
  });

  test('that nobody answers ends without anybody talking', async () => {
    const result = await play(ask, { agents: [ANA], customer: { answersCalls: false } });
    expect(texts(result)).not.toContain('Customer and ana talk');
    expect(result.contacts[1]).toMatchObject({ state: 'ended', connectedToSystem: null, connectedToAgent: null });
  });

  test('calls the number that was set for it', async () => {
    const result = await play([step('UpdateContactCallbackNumber', { CallbackNumber: '+15555550123' }), ...ask], {
      agents: [ANA],
    });
    expect(secondsUntil(result, 'calls +15555550123')).toBe(14);
  });

  test('survives that the caller hangs up', async () => {
    const result = await play(ask, { agents: [ANA], customer: { hangsUpAfterSeconds: 1 } });
    expect(texts(result)).toContain('answers the call');
    expect(result.contacts[1]?.disconnectReason).toBeNull();
  });

  test('runs the flow that was given for its creation before it is queued, and then without the delay', async () => {
    const creation = flow('Creation', 'CONTACT_FLOW', [setAttributes({ wanted: 'yes' }), setQueue('Sales'), toQueue()]);
    const result = await play(
      [setQueue('Sales'), callback({ ContactFlowId: flowArn('Creation') }), hangUp()],
      { agents: [ANA] },
      { flows: [creation] },
    );
    expect(runsOf(result)[1]).toBe('C2 CONTACT_FLOW "Creation" → nobody');
    expect(secondsUntil(result, 'waits in queue')).toBe(0);
  });

  test('plays no prompt of the creation flow to anybody: prompts leave by their error branch', async () => {
    const spoken = step(
      'MessageParticipant',
      { Text: 'Anybody?' },
      { errors: { NoMatchingError: [setQueue('Sales'), toQueue()] } },
    );
    const result = await play(
      [setQueue('Sales'), callback({ ContactFlowId: flowArn('Creation') }), hangUp()],
      { agents: [ANA] },
      { flows: [flow('Creation', 'CONTACT_FLOW', [spoken, hangUp()])] },
    );
    expect(texts(result)).not.toContain('“Anybody?”');
    expect(texts(result)).toContain('accepts the contact');
  });
});

describe('A contact that the API starts', () => {
  const entry = flow('Entry', 'CONTACT_FLOW', sales);
  const start = (channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL', more: Partial<World> = {}) =>
    simulate(
      { ...smallCentre(), flows: [entry], ...more },
      { start: { method: 'API', channel, flow: 'Entry' }, agents: [ANA], moves: [{ does: 'hangs up', who: 'agent' }] },
    );

  test('a call: the customer is called, hears the inbound flow, then all is as inbound', async () => {
    const result = await start('VOICE');
    expect(secondsUntil(result, 'answers the call')).toBe(5);
    expect(runsOf(result)).toEqual([
      'C1 CONTACT_FLOW "Entry" → CUSTOMER',
      'C1 CUSTOMER_QUEUE "Default customer queue" → CUSTOMER',
      'C1 AGENT_WHISPER "Default agent whisper" → AGENT',
      'C1 CUSTOMER_WHISPER "Default customer whisper" → CUSTOMER',
    ]);
  });

  test('a call that is not answered runs no flow at all', async () => {
    const result = await simulate(
      { ...smallCentre(), flows: [entry] },
      { start: { method: 'API', channel: 'VOICE', flow: 'Entry' }, customer: { answersCalls: false } },
    );
    expect(runsOf(result)).toEqual([]);
    expect(result.contacts[0]?.state).toBe('ended');
  });

  test('a chat runs no whispers unless a block sets them', async () => {
    expect(runsOf(await start('CHAT'))).toEqual([
      'C1 CONTACT_FLOW "Entry" → CUSTOMER',
      'C1 CUSTOMER_QUEUE "Default customer queue" → CUSTOMER',
    ]);
    const whisper = flow('Hello', 'AGENT_WHISPER', [say('A chat.')]);
    const set = await start('CHAT', {
      flows: [flow('Entry', 'CONTACT_FLOW', [setHook('AgentWhisper', 'Hello'), ...sales]), whisper],
    });
    expect(heardBy(set, 'ana')).toEqual(['“A chat.”']);
  });

  test('a task is heard by nobody and goes to an agent', async () => {
    const result = await start('TASK');
    expect(runsOf(result)).toEqual([
      'C1 CONTACT_FLOW "Entry" → nobody',
      'C1 CUSTOMER_QUEUE "Default customer queue" → nobody',
    ]);
    expect(texts(result)).toContain('ana has the contact');
  });

  test('with attributes gives them to the flow', async () => {
    const greet = flow('Entry', 'CONTACT_FLOW', [say('Hello $.Attributes.name.'), hangUp()]);
    const result = await simulate(
      { ...smallCentre(), flows: [greet] },
      { start: { method: 'API', channel: 'VOICE', flow: 'Entry', attributes: { name: 'Jo' } } },
    );
    expect(heardBy(result, 'Customer')).toEqual(['“Hello Jo.”']);
  });
});

describe('A queued customer who is moved to another queue', () => {
  const impatient = flow('Impatient', 'CUSTOMER_QUEUE', [waitSeconds(30, [moveToQueue('Support')])]);
  const script = [setHook('CustomerQueue', 'Impatient'), ...sales];
  const patient = flow('Patient', 'CUSTOMER_QUEUE', [loopPrompts('Soon.')]);

  test('goes on as a contact with method QUEUE_TRANSFER, hears a customer queue flow, then the whispers', async () => {
    const once = flow('Impatient', 'CUSTOMER_QUEUE', [
      waitSeconds(30, [setHook('CustomerQueue', 'Patient'), moveToQueue('Support')]),
    ]);
    const result = await play(script, { agents: [BEN], moves: [END] }, { flows: [once, patient] });
    expect(linksOf(result)).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 QUEUE_TRANSFER initial C1 previous C1 next -',
    ]);
    expect(runsOf(result).slice(2)).toEqual([
      'C2 CUSTOMER_QUEUE "Patient" → CUSTOMER',
      'C2 AGENT_WHISPER "Default agent whisper" → AGENT',
      'C2 CUSTOMER_WHISPER "Default customer whisper" → CUSTOMER',
    ]);
  });

  test('is moved eleven times at most: a chain holds twelve contacts', async () => {
    const result = await play(script, {}, { flows: [impatient] }, { limitSeconds: 1800 });
    expect(result.contacts).toHaveLength(12);
    expect(texts(result).join()).toContain('a chain holds 12 contacts');
  });

  test('stays where they are when the other queue is full', async () => {
    const queues = [queue('Sales'), queue('Support', { maxContacts: 0 })];
    const told = flow('Impatient', 'CUSTOMER_QUEUE', [
      waitSeconds(30, [moveToQueue('Support', [say('They are full.'), loopPrompts('Soon.')])]),
    ]);
    const result = await play(
      script,
      { agents: [{ name: 'ana', availableAfterSeconds: 60 }] },
      { queues, flows: [told] },
    );
    expect(heardBy(result, 'Customer')).toContain('“They are full.”');
    expect(result.contacts).toHaveLength(1);
    expect(texts(result)).toContain('Customer and ana talk');
  });
});

describe('A disconnect flow', () => {
  const survey = flow('Survey', 'CONTACT_FLOW', [say('How was it?'), hangUp()]);
  const script = [setHook('CustomerRemaining', 'Survey'), ...sales];

  test('runs for the customer when the agent hangs up, on a contact of its own', async () => {
    const result = await play(
      script,
      { agents: [ANA], moves: [{ does: 'hangs up', who: 'agent' }] },
      { flows: [survey] },
    );
    expect(linksOf(result)).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 DISCONNECT initial C1 previous C1 next -',
    ]);
    expect(runsOf(result).at(-1)).toBe('C2 CONTACT_FLOW "Survey" → CUSTOMER');
    expect(result.contacts[1]?.state).toBe('ended');
  });

  test('does not run when the customer hangs up', async () => {
    const result = await play(script, { agents: [ANA], moves: [END] }, { flows: [survey] });
    expect(result.contacts).toHaveLength(1);
    expect(heardBy(result, 'Customer')).not.toContain('“How was it?”');
  });

  test('that is not set leaves nothing to run', async () => {
    const result = await play(sales, { agents: [ANA], moves: [{ does: 'hangs up', who: 'agent' }] });
    expect(result.contacts).toHaveLength(1);
  });

  test('can put the customer into a queue again, and then the usual flows run', async () => {
    const again = flow('Survey', 'CONTACT_FLOW', [say('Anything else?'), setQueue('Support'), toQueue()]);
    const result = await play(
      script,
      {
        agents: [ANA, BEN],
        moves: [{ does: 'hangs up', who: 'agent' }, END],
      },
      { flows: [again] },
    );
    expect(runsOf(result).slice(4)).toEqual([
      'C2 CONTACT_FLOW "Survey" → CUSTOMER',
      'C2 CUSTOMER_QUEUE "Default customer queue" → CUSTOMER',
      'C2 AGENT_WHISPER "Default agent whisper" → AGENT',
      'C2 CUSTOMER_WHISPER "Default customer whisper" → CUSTOMER',
    ]);
    expect(texts(result)).toContain('Customer and ben talk');
  });

  test('that was set last is the one that runs', async () => {
    const other = flow('Goodbye', 'CONTACT_FLOW', [say('Goodbye.'), hangUp()]);
    const result = await play(
      [setHook('CustomerRemaining', 'Survey'), setHook('CustomerRemaining', 'Goodbye'), ...sales],
      { agents: [ANA], moves: [{ does: 'hangs up', who: 'agent' }] },
      { flows: [survey, other] },
    );
    expect(heardBy(result, 'Customer').at(-1)).toBe('“Goodbye.”');
  });
});

describe('A chain of contacts', () => {
  test('shares its attributes', async () => {
    const tell = flow('Tell', 'AGENT_WHISPER', [say('Case $.Attributes.case.')]);
    const transfer = flow('To support', 'QUEUE_TRANSFER', [
      setAttributes({ case: '$.Attributes.case, again' }),
      setHook('AgentWhisper', 'Tell'),
      setQueue('Support'),
      toQueue(),
    ]);
    const [, support] = smallCentre().quickConnects;
    const result = await consult(
      'Support',
      [],
      {
        flows: [tell, transfer],
        quickConnects: [{ ...(support as NonNullable<typeof support>), flow: flowArn('To support') }],
      },
      [setAttributes({ case: '42' }), ...sales],
    );
    expect(heardBy(result, 'ben')).toEqual(['“Case 42, again.”']);
    expect(result.contacts.map(({ attributes }) => attributes.get('case'))).toEqual(['42, again', '42, again']);
  });

  test('gives every contact its own id, and the first one as initial', async () => {
    const { contacts } = await consult('Ben', []);
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(2);
    for (const { id } of contacts)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('The same scenario with the same seed', () => {
  const run = async (seed: number) => {
    const result = await play(
      [
        step(
          'DistributeByPercentage',
          {},
          {
            when: [['NumberLessThan', '51', [say('Half.'), ...sales]]],
            errors: { NoMatchingCondition: sales },
          },
        ),
      ],
      {
        agents: [ANA, BEN],
        moves: [
          { does: 'transfers', to: 'Ben' },
          { does: 'chooses', choice: 'HOLD_ALL' },
        ],
      },
      {},
      { seed },
    );
    return JSON.stringify(result.transcript);
  };

  test('gives the same transcript to the letter', async () => {
    expect(await run(7)).toBe(await run(7));
  });

  test('does so whatever ran before, and beside others', async () => {
    const first = await run(7);
    const [three, seven] = await Promise.all([run(3), run(7)]);
    expect(seven).toBe(first);
    expect(await run(3)).toBe(three);
  });

  test('differs from other seeds', async () => {
    expect(await run(7)).not.toBe(await run(8));
  });
});

describe('The simulator plays the rulebook', () => {
  const without = (method: string, flowType: string): readonly Journey[] =>
    JOURNEYS.map((row) =>
      row.method === method ? { ...row, stages: row.stages.filter((stage) => stage.flowType !== flowType) } : row,
    );

  test.each(['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_WHISPER'])(
    'Without its %s stage an inbound call runs all its other flows and not this one',
    async (flowType) => {
      const flows = [flow('Entry 2', 'CONTACT_FLOW', sales)];
      const whole = await play(sales, { agents: [ANA] }, { flows });
      const cut = await play(sales, { agents: [ANA] }, { flows }, { journeys: without('INBOUND', flowType) });
      const wanted = flowType === 'CONTACT_FLOW' ? [] : runsOf(whole).filter((run) => !run.includes(` ${flowType} `));
      expect(runsOf(cut)).toEqual(wanted);
    },
  );

  test.each(['CUSTOMER_HOLD', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_WHISPER'])(
    'Without its %s stage a transfer runs all its other flows and not this one',
    async (flowType) => {
      const moves: readonly Move[] = [{ does: 'transfers', to: 'Ben' }];
      const whole = await play(sales, { agents: [ANA, BEN], moves });
      const cut = await play(sales, { agents: [ANA, BEN], moves }, {}, { journeys: without('TRANSFER', flowType) });
      const ofTransfer = (runs: readonly string[]) => runs.slice(4);
      expect(ofTransfer(runsOf(cut))).toEqual(
        ofTransfer(runsOf(whole)).filter((run) => !run.includes(` ${flowType} `)),
      );
    },
  );

  test.each(['AGENT_WHISPER', 'OUTBOUND_WHISPER'])(
    'Without its %s stage a callback runs the other one',
    async (flowType) => {
      const ask = [setQueue('Sales'), callback(), hangUp()];
      const whole = await play(ask, { agents: [ANA] });
      const cut = await play(ask, { agents: [ANA] }, {}, { journeys: without('CALLBACK', flowType) });
      expect(runsOf(cut)).toEqual(runsOf(whole).filter((run) => !run.includes(` ${flowType} `)));
      expect(texts(cut)).toContain('Customer and ana talk');
    },
  );
});

describe('A scenario that does not fit the world', () => {
  const start = { method: 'INBOUND', flow: 'Entry' } as const;

  test.each([
    ['a flow', { start }, 'There is no flow "Entry" in this world.'],
    ['an agent', { start, agents: [{ name: 'zoe' }] }, 'There is no agent "zoe" in this world.'],
    [
      'a queue',
      { start: { method: 'OUTBOUND', agent: 'ana', queue: 'Billing' }, agents: [ANA] },
      'There is no queue "Billing" in this world.',
    ],
    [
      'an agent at work',
      { start: { method: 'OUTBOUND', agent: 'ana', queue: queueArn('Sales') } },
      'Agent "ana" is not at work in this scenario.',
    ],
  ] as const)('lacks %s, and the run says so', async (_what, scenario, stopped) => {
    expect((await simulate(smallCentre(), scenario)).stopped).toBe(stopped);
  });

  test('names a hook flow that was deleted, and the run says which', async () => {
    const gone = [setHook('AgentWhisper', 'Gone'), ...sales];
    const result = await play(gone, { agents: [ANA] }, {}, { assumptions: { hookThatNamesNoFlow: 'accepts' } });
    expect(result.stopped).toContain(flowArn('Gone'));
  });
});
