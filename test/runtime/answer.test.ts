import { LIMITS } from '../../lib/language';
import { answer, NONE } from '../../lib/runtime';

describe('An answer to a flow', () => {
  test('is text throughout', () => {
    expect(answer({ name: 'Ana', age: 42, vip: true })).toEqual({ name: 'Ana', age: '42', vip: 'true' });
  });

  test('never lacks a key and is never empty text', () => {
    expect(answer({ a: undefined, b: null, c: '' })).toEqual({ a: NONE, b: NONE, c: NONE });
  });

  test('keeps zero and false, which are values', () => {
    expect(answer({ count: 0, open: false })).toEqual({ count: '0', open: 'false' });
  });

  test.each(['first name', 'é', '', 'a.b', 'a-b'])('has no key like "%s", which a flow cannot read', (key) => {
    expect(() => answer({ [key]: 'x' })).toThrow(`The answer's key ${JSON.stringify(key)}`);
  });

  test('has no nested values', () => {
    const nested = { list: [] } as unknown as Record<string, string>;
    expect(() => answer(nested)).toThrow("The answer's list is a value of type object");
    expect(() => answer({ ratio: Number.NaN })).toThrow("The answer's ratio is NaN");
  });

  test('stays under 32 KB of UTF-8, counted in bytes', () => {
    const frame = JSON.stringify({ text: '' }).length;
    const room = LIMITS.lambdaAnswerBytes - frame - 1;
    expect(answer({ text: 'x'.repeat(room) }).text).toHaveLength(room);
    expect(() => answer({ text: 'x'.repeat(room + 1) })).toThrow('The answer has 32768 bytes');
    expect(() => answer({ text: 'ü'.repeat(room / 2 + 1) })).toThrow(RangeError);
  });
});
