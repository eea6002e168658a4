import { flowOf, found, say, TOKEN } from '../small-flows';

const saying = (text: string) => found('unknown-reference-root', flowOf(say(text)));

test.each(['Hello $.Attributes.name.', '$.Queue.Name', "$['Attributes']['a b']", 'That is $.50.', `${TOKEN} $.Foo.x`])(
  '%s refers to nothing unknown',
  (text) => {
    expect(saying(text)).toEqual([]);
  },
);

test('A root that is near another is a slip', () => {
  expect(saying('Hello $.FlowAttribute.name.')).toMatchObject([
    { severity: 'warning', path: 'Actions[0].Parameters.Text', fix: 'Write "$.FlowAttributes".' },
  ]);
});

test('There is no $.System', () => {
  expect(saying('$.System.Queue')).toMatchObject([{ why: expect.stringContaining('at the root') }]);
});
