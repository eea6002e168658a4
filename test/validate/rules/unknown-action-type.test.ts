import { action, flowOf, found, TOKEN } from '../small-flows';

const ofType = (type: string) => found('unknown-action-type', flowOf(action(type)));

test('A type of the table is known', () => {
  expect(ofType('MessageParticipant')).toEqual([]);
  expect(ofType(TOKEN)).toEqual([]);
});

test('The name of a designer block leads to the types that it writes', () => {
  expect(ofType('GetUserInput')).toMatchObject([
    {
      severity: 'error',
      evidence: 'observed',
      path: 'Actions[0].Type',
      problem: 'Invalid Action type. Type: GetUserInput, Path: Actions[0].Type',
      fix: 'Write "GetParticipantInput" or "ConnectParticipantWithLexBot".',
    },
  ]);
});

test('A misspelt type leads to the nearest one', () => {
  expect(ofType('invokelambdafunctions')).toMatchObject([{ fix: 'Write "InvokeLambdaFunction".' }]);
});

test('A name like that of a property of every object is no type', () => {
  expect(ofType('constructor')).toHaveLength(1);
});
