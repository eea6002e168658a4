import { flowOf, found, say, TOKEN } from '../small-flows';

const named = (Identifier: string) => found('illegal-identifier', flowOf({ ...say('Hello.'), Identifier }));

test.each(['Say hello', '歓迎', 'x'.repeat(50), '3f1c9e52-0d5b-4b7e-9a55-2f6f3f1c9e52', TOKEN])(
  '%s is an identifier',
  (id) => {
    expect(named(id)).toEqual([]);
  },
);

test.each([
  ['', 'empty'],
  ['x'.repeat(51), '51 characters'],
  ['a:b/c', 'contains : /'],
  ['toString', 'is reserved'],
])('An identifier "%s" is forbidden by the page of the language', (id, what) => {
  expect(named(id)).toMatchObject([{ severity: 'warning', what: expect.stringContaining(what) }]);
});

test('A reserved word inside an identifier is only noted, as the page may not mean it', () => {
  expect(named('my constructor')).toMatchObject([{ severity: 'note', evidence: 'assumed' }]);
});
