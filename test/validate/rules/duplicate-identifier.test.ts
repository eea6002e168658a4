import { flowOf, found, say } from '../small-flows';

test('Two actions may not have one identifier', () => {
  const document = flowOf(say('One.'), say('Two.'));
  expect(found('duplicate-identifier', document)).toMatchObject([
    { severity: 'error', action: 'it', path: 'Actions[1].Identifier', what: expect.stringContaining('Actions[0]') },
  ]);
});

test('Identifiers that differ in case are different', () => {
  const document = flowOf(say('One.'), { ...say('Two.'), Identifier: 'IT' });
  expect(found('duplicate-identifier', document)).toEqual([]);
});
