import { playScript } from '../records/run';
import { agentArn, flow, functionArn, hangUp, queueArn, say, setHook, setQueue, step, toQueue } from '../script';
import { ANA, flowsFor, heardBy, lambda, play, secondsUntil, smallCentre, texts } from '../world';
import { statesOf } from './states';

const sales = [say('Welcome.'), setQueue('Sales'), toQueue()];
const leaves = { does: 'hangs up', who: 'customer' } as const;
const eve = { arn: agentArn('eve'), name: 'eve', queues: [queueArn('Sales')] };
const twoForSales = { agents: [...smallCentre().agents, eve] };

/** Forty seconds long. */
const LONG = 'A'.repeat(600);
const longAgentWhisper = flow('To the agent', 'AGENT_WHISPER', [say(LONG)]);
const longCustomerWhisper = flow('To the customer', 'CUSTOMER_WHISPER', [say(LONG)]);

describe('An inbound call that is accepted', () => {
  const whispered = [setHook('AgentWhisper', 'To the agent'), setHook('CustomerWhisper', 'To the customer'), ...sales];
  const flows = [longAgentWhisper, longCustomerWhisper];

  test('Customer and agent talk only once both whispers have run to their ends', async () => {
    const result = await play(whispered, { agents: [ANA], moves: [leaves] }, { flows });
    const [call] = result.contacts;
    const run = (flowType: string) => call?.runs.find((each) => each.flowType === flowType);
    expect(run('CUSTOMER_WHISPER')?.start).toBe(run('AGENT_WHISPER')?.end);
    expect(call?.connectedToAgent).toBe(run('CUSTOMER_WHISPER')?.end);
    expect(secondsUntil(result, 'Customer and ana talk')).toBe(84);
  });

  test('The time in queue includes the agent whisper, and not the customer whisper', async () => {
    const { left } = await playScript(whispered, { agents: [ANA], moves: [leaves] }, { flows });
    expect(left.records[0]?.Queue).toMatchObject({
      EnqueueTimestamp: '2026-01-05T10:00:01Z',
      DequeueTimestamp: '2026-01-05T10:00:44Z',
      Duration: 43,
    });
  });

  test('The customer queue flow is cut off in the middle of a sentence', async () => {
    const talkative = flow('Talkative', 'CUSTOMER_QUEUE', [say(LONG), say('Never said.')]);
    const result = await play(
      [setHook('CustomerQueue', 'Talkative'), ...sales],
      { agents: [ANA], moves: [leaves] },
      { flows: [talkative] },
    );
    expect(heardBy(result, 'Customer')).not.toContain('“Never said.”');
    const queueFlow = result.contacts[0]?.runs.find(({ flowType }) => flowType === 'CUSTOMER_QUEUE');
    expect(queueFlow).toMatchObject({ start: result.start + 1_000, end: result.start + 5_000 });
  });
});

describe('An agent who hangs up while the agent whisper plays', () => {
  const script = [setHook('AgentWhisper', 'To the agent'), ...sales];
  const agents = [{ ...ANA, hangsUpInWhisperAfterSeconds: 10 }, { name: 'eve' }];

  test('leaves the customer in the queue, and another agent gets the call', async () => {
    const result = await play(script, { agents, moves: [leaves] }, { ...twoForSales, flows: [longAgentWhisper] });
    expect(secondsUntil(result, 'hangs up while the whisper plays')).toBe(14);
    expect(result.contacts[0]).toMatchObject({ agent: { name: 'eve' }, enqueued: result.start + 1_000 });
    expect(flowsFor(result.contacts[0], 'CUSTOMER')).toEqual(['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CUSTOMER_WHISPER']);
    expect(flowsFor(result.contacts[0], 'AGENT')).toEqual(['AGENT_WHISPER', 'AGENT_WHISPER']);
    expect(secondsUntil(result, 'Customer and eve talk')).toBe(60);
  });

  test('is told as an error in the agent event stream', async () => {
    const { left } = await playScript(
      script,
      { agents, moves: [leaves] },
      { ...twoForSales, flows: [longAgentWhisper] },
    );
    expect(statesOf(left.agentEvents, 'ana')).toEqual(['CONNECTING', 'ERROR', '-']);
    expect(left.records[0]).toMatchObject({ AgentConnectionAttempts: 2, Agent: { Username: 'eve' } });
  });

  test('does nothing where the whisper is over by then', async () => {
    const result = await play(sales, { agents: [{ ...ANA, hangsUpInWhisperAfterSeconds: 10 }], moves: [leaves] });
    expect(texts(result)).toContain('Customer and ana talk');
  });
});

describe('A customer who hangs up while the customer whisper plays', () => {
  test('ends the contact, which never reaches the agent', async () => {
    const { result, left } = await playScript(
      [setHook('CustomerWhisper', 'To the customer'), ...sales],
      { agents: [ANA], customer: { hangsUpAfterSeconds: 20 } },
      { flows: [longCustomerWhisper] },
    );
    expect(result.contacts).toHaveLength(1);
    expect(result.contacts[0]).toMatchObject({
      state: 'ended',
      connectedToAgent: null,
      dequeued: result.start + 5_000,
    });
    expect(left.records[0]).toMatchObject({ DisconnectReason: 'CUSTOMER_DISCONNECT', Agent: null });
    expect(result.contacts[0]?.runs.at(-1)).toMatchObject({
      flowType: 'CUSTOMER_WHISPER',
      end: result.start + 20_000,
    });
  });
});

describe('What a function is told of the first contact of a chain', () => {
  test('has the own id as initial and as previous contact: a previous contact alone is no sign of a transfer', async () => {
    const seen: unknown[] = [];
    const functions = [lambda('Look up', (event) => void seen.push(event))];
    const lookUp = step('InvokeLambdaFunction', {
      LambdaFunctionARN: functionArn('Look up'),
      InvocationTimeLimitSeconds: '3',
    });
    const result = await play([lookUp, hangUp()], {}, { functions });
    const id = result.contacts[0]?.id;
    expect(seen).toEqual([
      expect.objectContaining({
        Details: expect.objectContaining({
          ContactData: expect.objectContaining({
            InitiationMethod: 'INBOUND',
            ContactId: id,
            InitialContactId: id,
            PreviousContactId: id,
          }),
        }),
      }),
    ]);
  });
});
