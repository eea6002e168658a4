import type { WireAction } from '../../../lib/language';
import { action, END, flowOf, found, onErrors } from '../small-flows';

const RULE = 'replaced-lambda-result';

const call = (id: string, name: string, next: string): WireAction => ({
  ...action(
    'InvokeLambdaFunction',
    { LambdaFunctionARN: `arn:${name}`, InvocationTimeLimitSeconds: '8' },
    { NextAction: next, Errors: onErrors('NoMatchingError') },
  ),
  Identifier: id,
});

const tell = (id: string, Text: string, next: string): WireAction => ({
  ...action('MessageParticipant', { Text }, { NextAction: next }),
  Identifier: id,
});

const twoCalls = (first: string, second: string, lastRead: string) =>
  flowOf(
    call('a', first, 'one'),
    tell('one', 'Hello $.External.name', 'b'),
    call('b', second, 'two'),
    tell('two', lastRead, END),
  );

test('A key of an answer that another function has replaced is a note', () => {
  expect(found(RULE, twoCalls('customer', 'orders', 'Goodbye $.External.name'))).toMatchObject([
    { severity: 'note', action: 'two', path: 'Actions[3].Parameters.Text' },
  ]);
});

test('The same function answers with the same keys', () => {
  expect(found(RULE, twoCalls('customer', 'customer', 'Goodbye $.External.name'))).toEqual([]);
});

test('Another function has keys of its own', () => {
  expect(found(RULE, twoCalls('customer', 'orders', 'Your order $.External.order'))).toEqual([]);
});

test('Nested answers are keys too', () => {
  const nested = flowOf(
    call('a', 'customer', 'one'),
    tell('one', '$.LambdaInvocation.ResultData.name', 'b'),
    call('b', 'orders', 'two'),
    tell('two', '$.LambdaInvocation.ResultData.name', END),
  );
  expect(found(RULE, nested)).toHaveLength(1);
});
