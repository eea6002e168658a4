import { action, flowOf, found, menu, say, when } from '../small-flows';

const RULE = 'refused-condition';

test('A menu branches on keys', () => {
  expect(found(RULE, flowOf(menu('1')))).toEqual([]);
});

test('A prompt has nothing to compare', () => {
  const Transitions = { NextAction: 'end', Conditions: when('Equals', '1') };
  expect(found(RULE, flowOf({ ...say('Hello.'), Transitions }))).toMatchObject([
    { severity: 'error', problem: 'Action does not support conditions' },
  ]);
});

test('An empty list of conditions is as good as none', () => {
  expect(found(RULE, flowOf({ ...say('Hello.'), Transitions: { NextAction: 'end', Conditions: [] } }))).toEqual([]);
});

test('Stored input does not branch on keys', () => {
  const stored = action('GetParticipantInput', { StoreInput: 'True' }, { Conditions: when('Equals', '1') });
  expect(found(RULE, flowOf(stored))).toHaveLength(1);
});
