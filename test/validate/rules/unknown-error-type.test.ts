import { action, flowOf, found, onErrors, TOKEN } from '../small-flows';

const callback = (...errors: readonly string[]) =>
  found(
    'unknown-error-type',
    flowOf(
      action(
        'UpdateContactCallbackNumber',
        { CallbackNumber: '$.CustomerEndpoint.Address' },
        { Errors: onErrors(...errors) },
      ),
    ),
  );

test('Error types of the language are known', () => {
  expect(callback('InvalidCallbackNumber', 'CallbackNumberNotDialable', TOKEN)).toEqual([]);
});

test('Another word is an error, and the nearest type of the action is offered', () => {
  expect(callback('InvalidCallbackNumbr')).toMatchObject([
    { severity: 'error', path: 'Actions[0].Transitions.Errors[0].ErrorType', fix: 'Write "InvalidCallbackNumber".' },
  ]);
});

test('Where nothing is near, the error types of the action are listed', () => {
  expect(callback('Timeout')).toMatchObject([
    { fix: 'This action takes "InvalidCallbackNumber" and "CallbackNumberNotDialable".' },
  ]);
});
