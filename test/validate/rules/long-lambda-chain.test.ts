import type { JsonObject, WireAction } from '../../../lib/language';
import { action, END, flowOf, found, onErrors, say } from '../small-flows';

const RULE = 'long-lambda-chain';

const call = (id: string, next: string, parameters: JsonObject = {}): WireAction => ({
  ...action(
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'arn:f', InvocationTimeLimitSeconds: '8', ...parameters },
    { NextAction: next, Errors: onErrors('NoMatchingError') },
  ),
  Identifier: id,
});

test('Two calls stay under the limit, the third goes over it', () => {
  expect(found(RULE, flowOf(call('a', 'b'), call('b', END)))).toEqual([]);
  expect(found(RULE, flowOf(call('a', 'b'), call('b', 'c'), call('c', END)))).toMatchObject([
    { severity: 'warning', action: 'c' },
  ]);
});

test('A chain is told once', () => {
  expect(found(RULE, flowOf(call('a', 'b'), call('b', 'c'), call('c', 'd'), call('d', END)))).toHaveLength(1);
});

test('A prompt between begins anew', () => {
  const prompt = { ...say('One moment.'), Transitions: { NextAction: 'c' } };
  expect(found(RULE, flowOf(call('a', 'b'), call('b', 'it'), prompt, call('c', END)))).toEqual([]);
});

test('Nobody waits for an asynchronous call', () => {
  const background = { InvocationType: 'ASYNCHRONOUS', InvocationTimeLimitSeconds: '60' };
  expect(found(RULE, flowOf(call('a', 'b', background), call('b', 'c', background), call('c', END)))).toEqual([]);
});

test('Calls in a circle add up', () => {
  expect(found(RULE, flowOf(call('a', 'a')))).toHaveLength(1);
});
