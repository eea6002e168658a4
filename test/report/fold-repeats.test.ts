import { foldRepeats, type Line } from '../../lib/report/fold-repeats';

const lines = (text: string): readonly Line[] =>
  [...text].map((letter, i) => ({ time: `0:${String(i).padStart(2, '0')}`, text: letter }));
const texts = (folded: readonly Line[]): string => folded.map(({ text }) => text.trim()).join(' ');

describe('Rounds that repeat', () => {
  test('are told twice, then counted with the time of the last', () => {
    expect(texts(foldRepeats(lines('xabababababy')))).toBe('x a b a b (the 2 lines above, 3 more times, until 0:10) y');
  });

  test('of a single line are folded too', () => {
    expect(texts(foldRepeats(lines('aaaaab')))).toBe('a a (the line above, 3 more times, until 0:04) b');
  });

  test('that come three times only are left as they are', () => {
    expect(texts(foldRepeats(lines('ababab')))).toBe('a b a b a b');
  });

  test('are the same whatever their times', () => {
    const [first] = foldRepeats([{ time: '0:00', text: 'a' }]);
    expect(first).toEqual({ time: '0:00', text: 'a' });
  });
});
