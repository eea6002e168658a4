import type { Move } from '../../lib/simulate';
import {
  agentArn,
  callback,
  flow,
  flowArn,
  functionArn,
  hangUp,
  loopPrompts,
  moveToQueue,
  type Script,
  say,
  setHook,
  setQueue,
  step,
  toQueue,
  waitSeconds,
} from './script';
import { ANA, BEN, lambda, linksOf, play, queue, secondsUntil, smallCentre, texts } from './world';

const sales: Script = [setQueue('Sales'), toQueue()];

describe('Flows that start contacts which lead to them again', () => {
  const again: Script = [step('CreateTask', { Name: 'Once more', ContactFlowId: flowArn('Errand') }), hangUp()];

  test('end the run with a sentence, and not with the memory', async () => {
    const result = await play(again, {}, { flows: [flow('Errand', 'CONTACT_FLOW', again)] });
    expect(result.stopped).toMatch(/^More than 1000 contacts came of one\. Its flows start contacts/);
    expect(result.contacts.length).toBeLessThan(1010);
  });
});

describe('What goes wrong on a contact', () => {
  test('An agent who does not accept within 20 s misses the contact, and another one gets it', async () => {
    const queues = [queue('Sales')];
    const agents = smallCentre().agents.map((agent) => ({ ...agent, queues: 'every queue' as const }));
    const result = await play(
      sales,
      {
        agents: [
          { name: 'ana', acceptsAfterSeconds: 60 },
          { name: 'ben', availableAfterSeconds: 5 },
        ],
      },
      { queues, agents },
    );
    expect(secondsUntil(result, 'accepts the contact')).toBe(23);
    expect(texts(result)).toContain('Customer and ben talk');
  });

  const long = (type: 'AGENT_WHISPER' | 'CUSTOMER_WHISPER', seconds: number) =>
    flow('Long', type, [say('A'.repeat(15 * seconds))]);

  test('An agent whisper that lasts longer than two minutes drops the agent, and the customer waits on', async () => {
    const flows = [long('AGENT_WHISPER', 121)];
    const result = await play([setHook('AgentWhisper', 'Long'), ...sales], { agents: [ANA] }, { flows });
    expect(secondsUntil(result, 'the whisper took more than two minutes')).toBe(123);
    expect(result.contacts[0]).toMatchObject({ state: 'queued', connectedToAgent: null });
  });

  test('A customer whisper that lasts longer than two minutes ends the contact', async () => {
    const flows = [long('CUSTOMER_WHISPER', 121)];
    const result = await play([setHook('CustomerWhisper', 'Long'), ...sales], { agents: [ANA] }, { flows });
    expect(texts(result)).not.toContain('Customer and ana talk');
    expect(result.contacts[0]?.state).toBe('ended');
  });

  test('A whisper of just under two minutes is played to its end', async () => {
    const flows = [long('AGENT_WHISPER', 119)];
    const result = await play([setHook('AgentWhisper', 'Long'), ...sales], { agents: [ANA] }, { flows });
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('A chat cannot be transferred to a phone number, and the run says so', async () => {
    const moves: readonly Move[] = [{ does: 'transfers', to: 'Supplier' }];
    const result = await play(sales, { channel: 'CHAT', agents: [ANA], moves });
    expect(result.stopped).toContain('Supplier');
  });

  test('A flow block that calls a third party makes a contact with method EXTERNAL_OUTBOUND', async () => {
    const transfer = step('TransferParticipantToThirdParty', {
      ThirdPartyPhoneNumber: '+15555550177',
      ThirdPartyConnectionTimeLimitSeconds: '30',
      ContinueFlowExecution: 'False',
    });
    expect(linksOf(await play([transfer]))).toHaveLength(2);
  });

  test('A queue flow that moves the contact while the agent hears the whisper leaves the agent free', async () => {
    const queueFlow = flow('Impatient', 'CUSTOMER_QUEUE', [
      waitSeconds(10, [setHook('CustomerQueue', 'Patient'), moveToQueue('Support')]),
    ]);
    const patient = flow('Patient', 'CUSTOMER_QUEUE', [loopPrompts('Soon.')]);
    const whisper = flow('Long', 'AGENT_WHISPER', [say('A'.repeat(15 * 20))]);
    const both = smallCentre().agents.map((agent) => ({ ...agent, queues: 'every queue' as const }));
    const script = [setHook('CustomerQueue', 'Impatient'), setHook('AgentWhisper', 'Long'), ...sales];
    const result = await play(
      script,
      { agents: [ANA] },
      { flows: [queueFlow, patient, whisper], agents: both },
      { limitSeconds: 900 },
    );
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('An agent whose caller hung up while it rang is not offered a second contact at the same time', async () => {
    const queueFlow = flow('Callback', 'CUSTOMER_QUEUE', [
      callback({ InitialCallDelaySeconds: '1' }),
      callback({ InitialCallDelaySeconds: '1' }),
      loopPrompts('Music.'),
    ]);
    const result = await play(
      [setHook('CustomerQueue', 'Callback'), ...sales],
      { agents: [{ name: 'ana', acceptsAfterSeconds: 10 }], customer: { hangsUpAfterSeconds: 5 } },
      { flows: [queueFlow] },
      { limitSeconds: 120 },
    );
    expect(result.transcript.filter(({ text }) => text === 'accepts the contact')).toHaveLength(1);
  });

  test('Transfer to agent disconnects the contact when that agent is busy', async () => {
    const transfer = flow('Straight', 'AGENT_TRANSFER', [step('TransferContactToAgent')]);
    const [ben, ...others] = smallCentre().quickConnects;
    const quickConnects = [
      { ...(ben as NonNullable<typeof ben>), flow: transfer.arn, target: agentArn('ana') },
      ...others,
    ];
    const moves: readonly Move[] = [{ does: 'transfers', to: 'Ben' }];
    const result = await play(sales, { agents: [ANA, BEN], moves }, { flows: [transfer], quickConnects });
    expect(result.contacts[1]?.state).toBe('ended');
  });

  test('An asynchronous Lambda call goes on at once and leaves an invocation id', async () => {
    const call = step('InvokeLambdaFunction', {
      LambdaFunctionARN: functionArn('Slow'),
      InvocationTimeLimitSeconds: '8',
      InvocationType: 'ASYNCHRONOUS',
    });
    const functions = [lambda('Slow', () => ({ tier: 'gold' }), 5_000)];
    const script = [call, say('[$.LambdaInvocation.InvocationId][$.External.tier]'), hangUp()];
    const result = await play(script, {}, { functions });
    expect(secondsUntil(result, /^“\[.+\]\[\]”$/)).toBeLessThan(1);
  });

  test('Lambda blocks in a row have 20 s together', async () => {
    const call = step(
      'InvokeLambdaFunction',
      { LambdaFunctionARN: functionArn('Slow'), InvocationTimeLimitSeconds: '8' },
      { errors: { NoMatchingError: [say('Failed.'), hangUp()] } },
    );
    const functions = [lambda('Slow', () => ({}), 7_000)];
    expect(texts(await play([call, call, call, hangUp()], {}, { functions }))).toContain('“Failed.”');
  });

  test('A contact whose routing age was raised is ahead of one that waits longer', async () => {
    const adjust = step('UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '600' });
    const ask = [setQueue('Sales'), callback({ InitialCallDelaySeconds: '1' }), say('A'.repeat(75))];
    const agents = [{ name: 'ana', availableAfterSeconds: 60 }];
    const first = async (script: Script) => {
      const { transcript, contacts } = await play(script, { agents });
      const accepted = transcript.find(({ text }) => text === 'accepts the contact');
      return contacts.find(({ id }) => id === accepted?.contactId)?.method;
    };
    expect(await first([...ask, toQueue()])).toBe('CALLBACK');
    expect(await first([...ask, adjust, toQueue()])).toBe('INBOUND');
  });
});
