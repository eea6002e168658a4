import { flowOf, found, hangUp, onErrors } from '../small-flows';

test('An action that ends the flow has no transitions', () => {
  expect(found('forbidden-transitions', flowOf({ ...hangUp, Identifier: 'it' }))).toEqual([]);
});

test('An action that ends the flow may not lead on', () => {
  const Transitions = { NextAction: 'end', Errors: onErrors('NoMatchingError') };
  expect(found('forbidden-transitions', flowOf({ ...hangUp, Identifier: 'it', Transitions }))).toMatchObject([
    {
      severity: 'error',
      problem: 'Action does not support transitions. Path: Actions[0]',
      what: expect.stringContaining('a NextAction and error branches'),
    },
  ]);
});
