import { InvalidContactFlowException } from '@aws-sdk/client-connect';
import { reasonOf } from '../../../lambda/connect-resources/failure';

test('A refused flow fails with the problems that the service lists', () => {
  const error = new InvalidContactFlowException({
    message: 'Invalid flow.',
    $metadata: {},
    problems: [
      { message: 'Invalid Action type. Type: Sing, Path: Actions[0].Type' },
      { message: 'Action is missing required property. Path: Actions[1].Transitions.NextAction' },
    ],
  });

  expect(reasonOf(error)).toBe(
    'InvalidContactFlowException: Invalid flow. Problems: Invalid Action type. Type: Sing, Path: Actions[0].Type; ' +
      'Action is missing required property. Path: Actions[1].Transitions.NextAction',
  );
});

test('A sentence of our own stands alone', () => {
  expect(reasonOf(new Error('The instance has no such flow.'))).toBe('The instance has no such flow.');
});

test('A reason leaves room for the rest of an answer, which may have 4096 bytes', () => {
  const problems = Array.from({ length: 300 }, (_, i) => ({ message: `Problem ${i} — „…“ ☎` }));
  const error = new InvalidContactFlowException({ message: 'Invalid flow.', $metadata: {}, problems });

  expect(Buffer.byteLength(reasonOf(error))).toBeLessThan(3_000);
});

test('What is no error has no reason', () => {
  expect(reasonOf(undefined)).toBe('');
});
