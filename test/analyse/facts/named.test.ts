import { Names, singles } from '../../../lib/analyse/facts/named';

const names = new Names<{ readonly arn: string }>();
const waiting = names.known({ arn: 'waiting' });
const music = names.known({ arn: 'music' });

test('Names are the same object where they name the same', () => {
  expect(names.known({ arn: 'waiting' })).toBe(waiting);
  expect(names.elsewhere('waiting')).not.toBe(waiting);
  expect(names.unknown('$.External.flow')).toBe(names.unknown('$.External.flow'));
});

test('Names that are told apart no longer stand for each of them, whichever came first', () => {
  const either = names.either(names.either(waiting, music), names.unset);
  expect(new Set(singles(either))).toEqual(new Set([waiting, music, names.unset]));
  expect(names.either(names.unset, names.either(music, waiting))).toBe(either);
  expect(names.either(either, waiting)).toBe(either);
});
