import { flowOf, found, say } from '../small-flows';

const ofSize = (count: number) =>
  flowOf(...Array.from({ length: count - 1 }, (_, i) => ({ ...say('Hello.'), Identifier: `say ${i}` })));

test('A flow may have 250 actions', () => {
  expect(found('too-many-actions', ofSize(250))).toEqual([]);
});

test('A flow may not have 251', () => {
  expect(found('too-many-actions', ofSize(251))).toMatchObject([
    { severity: 'error', path: 'Actions', what: expect.stringContaining('251') },
  ]);
});
