import { callback, flow, hangUp, say, setAttributes, setQueue, step, toQueue } from '../script';
import { ANA, heardBy, linksOf, play, runsOf, secondsUntil, texts } from '../world';

const DAY = 24 * 3600;

describe('A callback that nobody answers', () => {
  const asked = [setQueue('Sales'), callback({ MaximumConnectionAttempts: '3', RetryDelaySeconds: '60' }), hangUp()];

  test('is tried again after the delay, and the agent is free meanwhile', async () => {
    const result = await play(asked, { agents: [ANA], customer: { missesCalls: 1 } });
    expect(secondsUntil(result, /^is not answered/)).toBe(19);
    expect(texts(result).filter((text) => text === 'waits in queue "Sales"')).toHaveLength(2);
    expect(result.contacts[1]?.offers.map(({ outcome }) => outcome)).toEqual(['failed', 'accepted']);
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('is given up after the attempts that were asked for', async () => {
    const result = await play(asked, { agents: [ANA], customer: { answersCalls: false } });
    expect(texts(result).filter((text) => text.startsWith('calls '))).toHaveLength(3);
    expect(result.contacts[1]).toMatchObject({ state: 'ended', disconnectReason: 'CUSTOMER_NEVER_ARRIVED' });
    expect(result.timeLimitReached).toBe(false);
  });

  test('An agent who misses the offer is no failed attempt', async () => {
    const result = await play(
      asked,
      { agents: [{ ...ANA, acceptsAfterSeconds: 60 }], customer: { missesCalls: 1 } },
      {},
      { limitSeconds: 120 },
    );
    expect(texts(result).filter((text) => text.startsWith('calls '))).toHaveLength(0);
    expect(result.contacts[1]?.retries?.left).toBe(2);
  });

  test('A callback that no agent takes expires after seven days', async () => {
    const waits = await play(asked, {}, {}, { limitSeconds: 7 * DAY - 60 });
    expect(waits.contacts[1]?.state).toBe('queued');
    expect(waits.timeLimitReached).toBe(false);
    const result = await play(asked, {}, {}, { limitSeconds: 7 * DAY + 60 });
    expect(result.contacts[1]).toMatchObject({ state: 'ended', disconnectReason: 'EXPIRED' });
  });
});

describe('A customer-first callback', () => {
  const asked = [setAttributes({ topic: 'bill' }), setQueue('Sales'), callback(), hangUp()];
  const outbound = flow('Outbound callback', 'CONTACT_FLOW', [
    step(
      'CheckOutboundCallStatus',
      {},
      {
        when: [
          ['Equals', 'CallAnswered', [say('Hello, you asked us about $.Attributes.topic.'), toQueue()]],
          ['Equals', 'VoicemailBeep', [say('We will try again.'), hangUp()]],
          ['Equals', 'NotDetected', [callback(), hangUp()]],
        ],
      },
    ),
  ]);
  const world = { customerFirstCallbackFlow: outbound.arn, flows: [outbound] };
  const leaves = [{ does: 'hangs up', who: 'customer' }] as const;

  test('is three contacts: the call, the callback in the queue, and the call back', async () => {
    const result = await play(asked, { agents: [ANA], moves: leaves }, world);
    expect(linksOf(result)).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 CALLBACK_CUSTOMER_FIRST_QUEUED initial C1 previous C1 next C3',
      'C3 CALLBACK_CUSTOMER_FIRST_DIALED initial C1 previous C2 next -',
    ]);
  });

  test('calls the customer before an agent is offered the call', async () => {
    const result = await play(asked, { agents: [ANA], moves: leaves }, world);
    expect(secondsUntil(result, 'answers the call')).toBeLessThan(secondsUntil(result, 'accepts the contact'));
    expect(heardBy(result, 'Customer')).toContain('“Hello, you asked us about bill.”');
    expect(runsOf(result)).toContain('C3 AGENT_WHISPER "Default agent whisper" → AGENT');
  });

  test('waits for its turn until an agent is free', async () => {
    const result = await play(asked, { agents: [{ ...ANA, availableAfterSeconds: 300 }], moves: leaves }, world);
    expect(secondsUntil(result, /^calls /)).toBe(300);
  });

  test('leaves a message where a machine answers', async () => {
    const result = await play(asked, { agents: [ANA] }, { ...world, callProgress: 'VoicemailBeep' });
    expect(heardBy(result, 'Customer')).toContain('“We will try again.”');
    expect(texts(result)).not.toContain('accepts the contact');
  });

  test('ends where nobody answers, unless its flow is taken to run then', async () => {
    const customer = { answersCalls: false };
    const ends = await play(asked, { agents: [ANA], customer }, world);
    expect(ends.contacts[2]).toMatchObject({ runs: [], disconnectReason: 'CUSTOMER_NEVER_ARRIVED' });
    expect(ends.assumptions).toMatchObject({ outboundCallbackFlowOnNoAnswer: 'no' });
    const again = await play(asked, { agents: [ANA], customer: { missesCalls: 1 }, moves: leaves }, world, {
      assumptions: { outboundCallbackFlowOnNoAnswer: 'yes' },
    });
    expect(again.contacts.map(({ method }) => method).slice(3)).toEqual([
      'CALLBACK_CUSTOMER_FIRST_QUEUED',
      'CALLBACK_CUSTOMER_FIRST_DIALED',
    ]);
    expect(texts(again)).toContain('Customer and ana talk');
  });
});
