import type { Transitions, WireAction } from '../../../lib/language';
import { action, END, flowOf, found, say } from '../small-flows';

const RULE = 'endless-circle';

const set = (id: string, transitions: Transitions): WireAction => ({
  ...action('UpdateContactAttributes', { Attributes: { a: '1' } }, transitions),
  Identifier: id,
});
const both = (next: string): Transitions => ({
  NextAction: next,
  Errors: [{ ErrorType: 'NoMatchingError', NextAction: next }],
});

test('A circle that no way leaves is an error', () => {
  expect(found(RULE, flowOf(set('a', both('b')), set('b', both('a'))))).toMatchObject([
    { severity: 'error', action: 'a', what: expect.stringContaining('"b" (UpdateContactAttributes)') },
  ]);
});

test('A circle that only a fault keeps going is a warning', () => {
  expect(found(RULE, flowOf(set('a', { ...both('a'), NextAction: END })))).toMatchObject([{ severity: 'warning' }]);
});

test('A circle with a prompt, an input or a wait rests', () => {
  const prompt = { ...say('Please hold.'), Transitions: both('it') };
  expect(found(RULE, flowOf(prompt))).toEqual([]);
});

test('A circle that counts its rounds ends', () => {
  const loop: WireAction = {
    ...action(
      'Loop',
      { LoopCount: '3' },
      {
        NextAction: END,
        Conditions: [
          { NextAction: 'a', Condition: { Operator: 'Equals', Operands: ['ContinueLooping'] } },
          { NextAction: END, Condition: { Operator: 'Equals', Operands: ['DoneLooping'] } },
        ],
      },
    ),
    Identifier: 'loop',
  };
  expect(found(RULE, flowOf(loop, set('a', both('loop'))))).toEqual([]);
});

test('A circle of which a target dangles is not surely endless', () => {
  const circle = found(RULE, flowOf(set('a', { ...both('a'), NextAction: 'nowhere' })));
  expect(circle).toMatchObject([{ severity: 'warning' }]);
});
