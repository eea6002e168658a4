import type { WireAction } from '../../../lib/language';
import { action, END, flowOf, found, onErrors } from '../small-flows';

const RULE = 'late-event-hook';

const hook = (name: string, next = END): WireAction => ({
  ...action(
    'UpdateContactEventHooks',
    { EventHooks: { [name]: 'flow' } },
    { NextAction: next, Errors: onErrors('NoMatchingError') },
  ),
  Identifier: 'hook',
});
const transfer = (failed: string): WireAction => ({
  ...action(
    'TransferContactToQueue',
    {},
    {
      NextAction: failed,
      Errors: ['QueueAtCapacity', 'NoMatchingError'].map((ErrorType) => ({ ErrorType, NextAction: failed })),
    },
  ),
  Identifier: 'queue',
});

test('A whisper that is set after the only transfer never runs', () => {
  expect(found(RULE, flowOf(transfer('hook'), hook('AgentWhisper')))).toMatchObject([
    { severity: 'warning', action: 'hook' },
  ]);
});

test('A whisper that is set before a second transfer counts', () => {
  const again = { ...transfer(END), Identifier: 'again' };
  expect(found(RULE, flowOf(transfer('hook'), hook('AgentWhisper', 'again'), again))).toEqual([]);
});

test('The flow for the end of the contact may be set at any time', () => {
  expect(found(RULE, flowOf(transfer('hook'), hook('CustomerRemaining')))).toEqual([]);
});

test('A flow that runs after the hooked one is too late to set it', () => {
  expect(found(RULE, flowOf(hook('AgentWhisper')), { type: 'CUSTOMER_WHISPER' })).toMatchObject([
    { severity: 'warning' },
  ]);
  expect(found(RULE, flowOf(hook('AgentWhisper')), { type: 'CUSTOMER_QUEUE' })).toEqual([]);
  expect(found(RULE, flowOf(hook('CustomerQueue')), { type: 'CUSTOMER_QUEUE' })).toMatchObject([{ severity: 'note' }]);
});
