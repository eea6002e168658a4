import fc from 'fast-check';
import { nearest } from '../../lib/language/nearest';

test.each([
  ['NumericLessThan', 'NumberLessThan'],
  ['equals', 'Equals'],
  ['Euqals', 'Equals'],
  ['TextContain', 'TextContains'],
  ['Exists', undefined],
])('For %s one offers %s', (word, meant) => {
  expect(nearest(word, ['Equals', 'TextContains', 'NumberLessThan', 'NumberGreaterThan'])).toBe(meant);
});

test('Of two near words the nearer one is offered', () => {
  expect(nearest('QueueIdx', ['QueuesId', 'QueueId'])).toBe('QueueId');
});

test('Very long words are only compared for equality', () => {
  const long = 'x'.repeat(100_000);
  expect(nearest(`${long}y`, [long])).toBeUndefined();
  expect(nearest(long.toUpperCase(), [long])).toBe(long);
});

test('A word with one letter too many is found', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,20}$/), (word) => {
      expect(nearest(`${word}z`, ['UNLIKE-ANY-OTHER-WORD-AT-ALL', word])).toBe(word);
    }),
  );
});
