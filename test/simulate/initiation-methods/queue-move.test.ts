import { check } from '../../../lib/validate';
import { playScript } from '../records/run';
import {
  document,
  flow,
  loopPrompts,
  moveToQueue,
  type Script,
  say,
  setHook,
  setQueue,
  toQueue,
  waitSeconds,
} from '../script';
import { ANA, BEN, flowsFor, heardBy, play, runsOf, texts } from '../world';

const script = [setHook('CustomerQueue', 'Impatient'), setQueue('Sales'), toQueue()];
const leaves = { does: 'hangs up', who: 'customer' } as const;
const impatient = (then: Script) => flow('Impatient', 'CUSTOMER_QUEUE', [waitSeconds(30, then)]);
const patient = flow('Patient', 'CUSTOMER_QUEUE', [loopPrompts('Soon.')]);
/** Moved once, after 30 seconds, to the queue that Ben serves. */
const moved = { flows: [impatient([setHook('CustomerQueue', 'Patient'), moveToQueue('Support')]), patient] };

describe('A move from queue to queue', () => {
  test('is initiated when it begins, and the first contact ends then', async () => {
    const { left } = await playScript(script, { agents: [BEN], moves: [leaves] }, moved);
    const [first, second] = left.records;
    expect(first).toMatchObject({
      DisconnectTimestamp: '2026-01-05T10:00:30Z',
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      Queue: { Name: 'Sales', Duration: 30 },
      Agent: null,
    });
    expect(second).toMatchObject({
      InitiationMethod: 'QUEUE_TRANSFER',
      InitiationTimestamp: '2026-01-05T10:00:30Z',
      Queue: { Name: 'Support', EnqueueTimestamp: '2026-01-05T10:00:30Z', Duration: 4 },
      SystemEndpoint: null,
    });
  });

  test('leaves the customer in the current queue where there is no such queue, and the flow goes on by its error branch', async () => {
    const result = await play(
      script,
      { agents: [{ ...ANA, availableAfterSeconds: 60 }], moves: [leaves] },
      { flows: [impatient([moveToQueue('Billing', [], [say('We could not move you.'), loopPrompts('Soon.')])])] },
    );
    expect(heardBy(result, 'Customer')).toContain('“We could not move you.”');
    expect(result.contacts).toHaveLength(1);
    expect(result.contacts[0]).toMatchObject({ enqueued: result.start, queue: { name: 'Sales' } });
    expect(texts(result)).toContain('Customer and ana talk');
  });

  test('runs the customer queue flow and the whispers of the contact before, which are three assumptions', async () => {
    const result = await play(script, { agents: [BEN], moves: [leaves] }, moved);
    expect(flowsFor(result.contacts[1], 'CUSTOMER')).toEqual(['CUSTOMER_QUEUE', 'CUSTOMER_WHISPER']);
    expect(runsOf(result)).toContain('C2 CUSTOMER_QUEUE "Patient" → CUSTOMER');
    expect(result.assumptions).toMatchObject({
      queueMoveRestartsQueueFlow: 'yes',
      queueMoveInheritsHooks: 'yes',
      whispersAfterQueueMove: 'yes',
    });
  });

  test('plays the default customer queue flow where hooks are assumed to be lost', async () => {
    const result = await play(script, { agents: [BEN], moves: [leaves] }, moved, {
      assumptions: { queueMoveInheritsHooks: 'no' },
    });
    expect(runsOf(result)).toContain('C2 CUSTOMER_QUEUE "Default customer queue" → CUSTOMER');
  });

  test('wants Loop prompts before it, and the checker says so', () => {
    const rules = (flowScript: Script) =>
      check(document(flowScript, 'CUSTOMER_QUEUE'), { type: 'CUSTOMER_QUEUE' }).map(({ rule }) => rule);
    expect(rules([moveToQueue('Support')])).toContain('dequeue-without-loop-prompts');
    expect(rules([waitSeconds(30, [moveToQueue('Support')])])).not.toContain('dequeue-without-loop-prompts');
  });
});
