import { action, flowOf, found, hangUp, onErrors, say } from '../small-flows';

test('An action leads on', () => {
  expect(found('missing-next-action', flowOf(say('Hello.'), hangUp))).toEqual([]);
});

test('An action without NextAction is refused', () => {
  const { NextAction: _, ...transitions } = say('Hello.').Transitions ?? {};
  expect(found('missing-next-action', flowOf({ ...say('Hello.'), Transitions: transitions }))).toMatchObject([
    { severity: 'error', problem: 'Action is missing required property. Path: Actions[0].Transitions.NextAction' },
  ]);
});

test('Where only branches leave, the target of the fallback is offered', () => {
  const compare = action('Compare', { ComparisonValue: '$.Channel' });
  const document = flowOf({ ...compare, Transitions: { Errors: onErrors('NoMatchingCondition') } });
  expect(found('missing-next-action', document)).toMatchObject([{ fix: expect.stringContaining('"end"') }]);
});

test('Loop prompts may end a flow', () => {
  const loop = { ...action('MessageParticipantIteratively', { Messages: [{ Text: 'Hold.' }] }), Transitions: {} };
  expect(found('missing-next-action', flowOf(loop))).toEqual([]);
});
