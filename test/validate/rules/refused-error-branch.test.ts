import { action, flowOf, found, hangUp, onErrors } from '../small-flows';

const compare = (...errors: readonly string[]) =>
  found(
    'refused-error-branch',
    flowOf(action('Compare', { ComparisonValue: '$.Channel' }, { Errors: onErrors(...errors) })),
  );

test('A comparison has a branch for no match', () => {
  expect(compare('NoMatchingCondition')).toEqual([]);
});

test('A comparison may not have the catch-all', () => {
  expect(compare('NoMatchingCondition', 'NoMatchingError')).toMatchObject([
    {
      severity: 'error',
      path: 'Actions[0].Transitions.Errors[1].ErrorType',
      problem: 'Invalid Action error. Error: NoMatchingError, Path: Actions[0]',
      fix: expect.stringContaining('"NoMatchingCondition"'),
    },
  ]);
});

test('A branch that nobody has seen on an action is a warning', () => {
  expect(compare('QueueAtCapacity')).toMatchObject([{ severity: 'warning', evidence: 'assumed' }]);
});

test('Branches of an action that ends the flow are the finding of another rule', () => {
  const document = flowOf({ ...hangUp, Identifier: 'it', Transitions: { Errors: onErrors('NoMatchingError') } });
  expect(found('refused-error-branch', document)).toEqual([]);
});
