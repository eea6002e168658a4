import type { CentreFlow } from '../../../../lib/analyse';
import {
  callback,
  flow,
  flowArn,
  hangUp,
  moveToQueue,
  queueArn,
  type Script,
  setHook,
  setQueue,
  step,
  toQueue,
  waitSeconds,
} from '../../../simulate/script';
import { analysed, canRun, centreOf, main, whisper } from '../../small-centre';

const waiting = (script: Script): CentreFlow => flow('Waiting', 'CUSTOMER_QUEUE', script);
const A = whisper('A');
const B = whisper('B');

describe('Transfer to queue', () => {
  const noQueue = (script: Script) => canRun(centreOf([main(script)]), 'agent whisper flow');

  test('fails without a working queue', () => {
    expect(noQueue([toQueue()])).toEqual([]);
    expect(noQueue([setQueue('Sales'), toQueue()])).toEqual(['default "Default agent whisper"']);
  });

  test('may name the queue itself, also one that is only known at run time', () => {
    const named = (QueueId: string) => step('TransferContactToQueue', { QueueId });
    expect(noQueue([named(queueArn('Sales'))])).toHaveLength(1);
    expect(noQueue([named('$.CustomerEndpoint.Address')])).toHaveLength(1);
    expect(noQueue([named('$.Attributes.none')])).toEqual([]);
  });
});

test('Check hours fails for an agent, whose queue has none', () => {
  const agent = step('UpdateContactTargetQueue', { AgentId: 'agent/ana' });
  const hours = step(
    'CheckHoursOfOperation',
    {},
    {
      when: [['Equals', 'True', [setHook('AgentWhisper', 'A'), toQueue()]]],
      errors: { NoMatchingError: [setHook('AgentWhisper', 'B'), toQueue()] },
    },
  );
  expect(canRun(centreOf([main([agent, hours]), A, B]), 'agent whisper flow')).toEqual(['hook "B"']);
  expect(canRun(centreOf([main([setQueue('Sales'), hours]), A, B]), 'agent whisper flow')).toEqual([
    'hook "A"',
    'hook "B"',
  ]);
});

describe('Transfer to queue from a customer queue flow', () => {
  const centre = (interruption: Script) =>
    centreOf([
      main([setQueue('Sales'), setHook('CustomerQueue', 'Waiting'), setHook('AgentWhisper', 'A'), toQueue()]),
      waiting([waitSeconds(20, interruption)]),
      A,
      B,
    ]);

  test('starts a contact that takes the hooks along', () => {
    const moved = centre([setHook('AgentWhisper', 'B'), moveToQueue('Support')]);
    expect(canRun(moved, 'agent whisper flow', 'QUEUE_TRANSFER VOICE')).toEqual(['hook "B"']);
    expect(canRun(moved, 'agent whisper flow')).toContain('hook "A"');
  });

  test('that leaves them behind, where that is assumed', () => {
    const assumptions = { queueMoveInheritsHooks: 'no' } as const;
    const moved = centre([moveToQueue('Support')]);
    expect(canRun(moved, 'agent whisper flow', 'QUEUE_TRANSFER VOICE')).toEqual(['hook "A"']);
    expect(canRun(moved, 'agent whisper flow', 'QUEUE_TRANSFER VOICE', { assumptions })).toEqual([
      'default "Default agent whisper"',
    ]);
    expect(analysed(moved, { assumptions }).assumptions).toMatchObject(assumptions);
  });

  test('runs the flows once more, and on the moved contact again and again without an end', () => {
    expect(canRun(centre([moveToQueue('Support')]), 'customer queue flow', 'QUEUE_TRANSFER VOICE')).toEqual([
      'hook "Waiting"',
    ]);
  });

  test('fails in an inbound flow', () => {
    const moves = centreOf([
      main([setQueue('Sales'), moveToQueue('Support', [], [setHook('AgentWhisper', 'A'), toQueue()])]),
      A,
    ]);
    expect(canRun(moves, 'agent whisper flow')).toEqual(['hook "A"']);
    expect(canRun(moves, 'agent whisper flow', 'QUEUE_TRANSFER VOICE')).toEqual([]);
  });
});

describe('A callback', () => {
  const centre = (made: ReturnType<typeof callback>, ...others: readonly CentreFlow[]) =>
    centreOf([main([setQueue('Sales'), setHook('AgentWhisper', 'A'), made, hangUp()]), A, B, ...others]);

  test('takes the hooks along, and calls with an outbound whisper', () => {
    const calls = centre(callback());
    expect(canRun(calls, 'agent whisper flow', 'CALLBACK VOICE')).toEqual(['hook "A"']);
    expect(canRun(calls, 'outbound whisper flow', 'CALLBACK VOICE')).toEqual(['default "Default outbound"']);
  });

  test('runs its creation flow first, whose hooks count', () => {
    const creation = flow('Creation', 'CONTACT_FLOW', [setHook('AgentWhisper', 'B'), toQueue()]);
    const calls = centre(callback({ ContactFlowId: flowArn('Creation') }), creation);
    expect(canRun(calls, 'inbound flow', 'CALLBACK VOICE')).toEqual(['entry point "Creation"']);
    expect(canRun(calls, 'agent whisper flow', 'CALLBACK VOICE')).toEqual(['hook "B"']);
  });

  test('does not come to be without a queue', () => {
    const calls = centreOf([main([callback(), hangUp()])]);
    expect(canRun(calls, 'outbound whisper flow', 'CALLBACK VOICE')).toEqual([]);
  });

  test('leaves the hooks behind, where that is assumed', () => {
    const assumptions = { callbackInheritsHooks: 'no' } as const;
    expect(canRun(centre(callback()), 'agent whisper flow', 'CALLBACK VOICE', { assumptions })).toEqual([
      'default "Default agent whisper"',
    ]);
  });
});

test('A queue names the outbound whisper flow, where it is known', () => {
  const calling = flow('Calling', 'OUTBOUND_WHISPER', []);
  const queues = [{ arn: queueArn('Sales'), name: 'Sales', outboundWhisperFlow: calling.arn }];
  const known = centreOf([main([setQueue('Sales'), callback(), hangUp()]), calling], { queues });
  expect(canRun(known, 'outbound whisper flow', 'CALLBACK VOICE')).toEqual(['queue "Calling"']);
  const elsewhere = centreOf([main([setQueue('Elsewhere'), callback(), hangUp()])], { queues });
  expect(canRun(elsewhere, 'outbound whisper flow', 'CALLBACK VOICE')).toEqual([
    `queue a flow that ${queueArn('Elsewhere')} names at run time`,
  ]);
});
