import { action, flowOf, found, onErrors, TOKEN } from '../small-flows';

const queueing = (...errors: readonly string[]) =>
  found('missing-error-branch', flowOf(action('TransferContactToQueue', {}, { Errors: onErrors(...errors) })));

test('A transfer to a queue says what happens when the queue is full and when it fails', () => {
  expect(queueing('QueueAtCapacity', 'NoMatchingError')).toEqual([]);
});

test('Each branch that is not there is an error', () => {
  expect(queueing('NoMatchingError')).toMatchObject([
    {
      severity: 'error',
      problem: 'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]',
      why: expect.stringContaining('the queue has reached its limit'),
    },
  ]);
  expect(queueing()).toHaveLength(2);
});

test('The form of the action decides', () => {
  const stored = { Text: 'Number?', StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: {} };
  const errors = { Errors: onErrors('NoMatchingError') };
  expect(found('missing-error-branch', flowOf(action('GetParticipantInput', stored, errors)))).toEqual([]);
  const asked = { ...stored, StoreInput: 'False' };
  expect(found('missing-error-branch', flowOf(action('GetParticipantInput', asked, errors)))).toHaveLength(2);
});

test('What one source says of an action is only a warning', () => {
  const document = flowOf(action('EvaluateDataTableValues', { DataTableId: 'x', Queries: [] }));
  expect(found('missing-error-branch', document)).toMatchObject([{ severity: 'warning', evidence: 'assumed' }]);
});

test('A branch whose type is filled in later may be any', () => {
  expect(queueing(TOKEN)).toEqual([]);
});
