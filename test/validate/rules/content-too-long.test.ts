import { write } from '../../../lib/language';
import { flowOf, found, say } from '../small-flows';

const empty = write(flowOf(say('')), { indent: 'compact' }).length;
const ofLength = (characters: number) => flowOf(say('x'.repeat(characters - empty)));

test('Content may have 256,000 characters', () => {
  expect(found('content-too-long', ofLength(256_000))).toEqual([]);
});

test('One more is refused by the API', () => {
  expect(found('content-too-long', ofLength(256_001))).toMatchObject([{ severity: 'error' }]);
});

test('Quotes and control characters count as long as they are written', () => {
  const escaped = write(flowOf(say('"')), { indent: 'compact' }).length - empty;
  const half = '"'.repeat(Math.floor((256_000 - empty) / escaped));
  expect(found('content-too-long', flowOf(say(half)))).toEqual([]);
  expect(found('content-too-long', flowOf(say(`${half}""`)))).toMatchObject([{ severity: 'error' }]);
});
