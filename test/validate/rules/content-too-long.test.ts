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
