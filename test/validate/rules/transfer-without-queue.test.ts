import type { WireAction } from '../../../lib/language';
import { action, END, flowOf, found, onErrors, when } from '../small-flows';

const RULE = 'transfer-without-queue';

const setQueue = (failed: string): WireAction => ({
  ...action(
    'UpdateContactTargetQueue',
    { QueueId: 'billing' },
    { NextAction: 'queue', Errors: [{ ErrorType: 'NoMatchingError', NextAction: failed }] },
  ),
  Identifier: 'set',
});
const transfer: WireAction = {
  ...action('TransferContactToQueue', {}, { Errors: onErrors('QueueAtCapacity', 'NoMatchingError') }),
  Identifier: 'queue',
};
const either: WireAction = {
  ...action(
    'Compare',
    { ComparisonValue: '$.Attributes.tier' },
    {
      NextAction: 'set',
      Conditions: when('Equals', 'gold')?.map((branch) => ({ ...branch, NextAction: 'queue' })),
      Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'set' }],
    },
  ),
  Identifier: 'either',
};

test('A queue that is set on every way is there', () => {
  expect(found(RULE, flowOf(setQueue(END), transfer), { type: 'CONTACT_FLOW' })).toEqual([]);
});

test('A way past the queue is a warning', () => {
  expect(found(RULE, flowOf(either, setQueue(END), transfer), { type: 'CONTACT_FLOW' })).toMatchObject([
    { severity: 'warning', action: 'queue' },
  ]);
});

test('A quick connect or a caller may have set the queue before', () => {
  for (const type of ['QUEUE_TRANSFER', 'AGENT_TRANSFER', 'MODULE'] as const) {
    expect(found(RULE, flowOf(transfer), { type })).toMatchObject([{ severity: 'note' }]);
  }
});

test('Where setting the queue failed, real flows go on all the same', () => {
  expect(found(RULE, flowOf(setQueue('queue'), transfer), { type: 'CONTACT_FLOW' })).toMatchObject([
    { severity: 'note' },
  ]);
});

test('A module may set the queue', () => {
  const module = {
    ...action('InvokeFlowModule', { FlowModuleId: 'm' }, { NextAction: 'queue', Errors: onErrors('NoMatchingError') }),
  };
  expect(found(RULE, flowOf(module, transfer), { type: 'CONTACT_FLOW' })).toEqual([]);
});
