import { flowOf, found, say, TOKEN } from '../small-flows';

const lost = { ...say('Nobody hears this.'), Identifier: 'lost' };

test('Every action of a flow is on some way through it', () => {
  expect(found('unreachable-action', flowOf(say('Hello.')))).toEqual([]);
});

test('An action that no way comes to is a warning', () => {
  expect(found('unreachable-action', flowOf(say('Hello.'), lost))).toMatchObject([
    { severity: 'warning', action: 'lost', path: 'Actions[1]' },
  ]);
});

test('A target that is filled in later may be any action', () => {
  const open = { ...say('Hello.'), Transitions: { NextAction: TOKEN } };
  expect(found('unreachable-action', flowOf(open, lost))).toEqual([]);
});

test('A flow without start is the finding of another rule', () => {
  expect(found('unreachable-action', { ...flowOf(lost), StartAction: 'none' })).toEqual([]);
});
