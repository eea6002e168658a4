import type { WireAction } from '../../../lib/language';
import { action, END, flowOf, found, onErrors, say, TOKEN, when } from '../small-flows';

const RULE = 'result-before-action';

const call = (id: string, next: string, failed = END): WireAction => ({
  ...action(
    'InvokeLambdaFunction',
    { LambdaFunctionARN: `arn:${id}`, InvocationTimeLimitSeconds: '8' },
    { NextAction: next, Errors: [{ ErrorType: 'NoMatchingError', NextAction: failed }] },
  ),
  Identifier: id,
});

const compare = (id: string, ComparisonValue: string, next = END): WireAction => ({
  ...action(
    'Compare',
    { ComparisonValue },
    { NextAction: next, Errors: onErrors('NoMatchingCondition'), Conditions: when('Equals', 'gold') },
  ),
  Identifier: id,
});

test('An answer is there once its function has answered on every way', () => {
  expect(found(RULE, flowOf(call('call', 'tier'), compare('tier', '$.External.tier')))).toEqual([]);
});

test('A read before the call is a warning, in flows that follow others a note', () => {
  const early = flowOf(compare('tier', '$.External.tier', 'call'), call('call', END));
  expect(found(RULE, early, { type: 'CONTACT_FLOW' })).toMatchObject([{ severity: 'warning', action: 'tier' }]);
  expect(found(RULE, early, { type: 'AGENT_WHISPER' })).toMatchObject([{ severity: 'note' }]);
});

test('A failed call leaves no answer', () => {
  expect(found(RULE, flowOf(call('call', 'tier', 'tier'), compare('tier', '$.External.tier')))).toMatchObject([
    { severity: 'note', action: 'tier' },
  ]);
});

test('What nothing fills may come from a flow before, but never enters a module', () => {
  const read = flowOf(compare('tier', '$.Lex.IntentName'));
  expect(found(RULE, read)).toMatchObject([{ severity: 'note' }]);
  expect(found(RULE, read, { type: 'MODULE' })).toMatchObject([{ severity: 'warning' }]);
  expect(found(RULE, flowOf(compare('tier', '$.Modules.Input.tier')), { type: 'MODULE' })).toEqual([]);
});

test('A menu stores no input, the store form does', () => {
  const ask = (parameters: object, errors: readonly string[]): WireAction => ({
    ...action(
      'GetParticipantInput',
      { Text: 'Press.', InputTimeLimitSeconds: '5', ...parameters },
      { NextAction: 'tier', Errors: onErrors(...errors) },
    ),
    Identifier: 'ask',
  });
  const read = compare('tier', '$.StoredCustomerInput');
  const menu = ask({ StoreInput: 'False' }, ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded']);
  const store = ask({ StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '4' } } }, [
    'NoMatchingError',
  ]);
  expect(found(RULE, flowOf(menu, read))).toHaveLength(1);
  expect(found(RULE, flowOf(store, read))).toEqual([]);
});

test('Of an action of an unknown type nothing is known, so that it may have left anything', () => {
  expect(
    found(
      RULE,
      flowOf({ ...action('InvokeThirdPartyAction', {}, { NextAction: 'tier' }) }, compare('tier', '$.External.tier')),
    ),
  ).toEqual([]);
});

test('What the platform fills is always there', () => {
  expect(found(RULE, flowOf(say('$.CustomerEndpoint.Address $.Queue.Name $.Attributes.name $.Tags.a')))).toEqual([]);
});

test('A target that is filled in later may lead anywhere', () => {
  expect(found(RULE, flowOf({ ...say('$.External.name'), Transitions: { NextAction: TOKEN } }))).toEqual([]);
});
