import type { JsonObject } from '../../../lib/language';
import { action, flowOf, found, TOKEN } from '../small-flows';

const having = (rule: string, type: string, parameters: JsonObject) => found(rule, flowOf(action(type, parameters)));

test('A contact has up to six tags, in the words of the service', () => {
  const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag${i}`, 'x']));
  expect(having('wrong-entry-count', 'TagContact', { Tags: tags(6) })).toEqual([]);
  expect(having('wrong-entry-count', 'TagContact', { Tags: tags(7) })).toMatchObject([
    { severity: 'error', problem: 'More than 6 tags in Parameters.Tags' },
  ]);
});

test('At least one tag is taken off', () => {
  expect(having('wrong-entry-count', 'UntagContact', { TagKeys: [] })).toMatchObject([
    { severity: 'error', problem: 'Invalid Action property value. Path: Actions[0].Parameters.TagKeys' },
  ]);
});

test('A synchronous function has eight seconds, an asynchronous one sixty', () => {
  const call = (seconds: string, type?: string) =>
    having('value-of-other-form', 'InvokeLambdaFunction', {
      LambdaFunctionARN: 'arn:f',
      InvocationTimeLimitSeconds: seconds,
      ...(type === undefined ? {} : { InvocationType: type }),
    });
  expect(call('8')).toEqual([]);
  expect(call('9')).toMatchObject([{ severity: 'warning' }]);
  expect(call('60', 'ASYNCHRONOUS')).toEqual([]);
  expect(call('61')).toEqual([]);
});

test('Only the buffer form writes "true" in lower case', () => {
  const input = { InputTimeLimitSeconds: '5', Text: 'Press.' };
  expect(having('value-of-other-form', 'GetParticipantInput', { ...input, StoreInput: 'true' })).toHaveLength(1);
  const buffer = { StoreInput: 'true', EnableDTMFBuffer: 'false' };
  expect(having('value-of-other-form', 'GetParticipantInput', buffer)).toEqual([]);
});

test('A stored phone number is not validated twice', () => {
  const both = { PhoneNumberValidation: { NumberFormat: 'E164' }, CustomValidation: { MaximumLength: '4' } };
  const input = { Text: 'Number?', StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: both };
  expect(having('parameter-of-other-form', 'GetParticipantInput', input)).toMatchObject([
    { path: 'Actions[0].Parameters.InputValidation.CustomValidation' },
  ]);
});

test('Markup is not billed', () => {
  const text = (plain: number, markup: number) => `<speak>${'x'.repeat(plain)}${'<p></p>'.repeat(markup)}</speak>`;
  const length = (SSML: string) =>
    having('text-too-long', 'MessageParticipant', { SSML }).map(({ severity }) => severity);
  expect(length(text(2_900, 300))).toEqual([]);
  expect(length(text(3_100, 0))).toEqual(['warning']);
  expect(length(text(3_100, 500))).toEqual(['error']);
});

test('A message in a loop holds one thing to hear', () => {
  const loop = (message: JsonObject) =>
    having('exclusive-parameters', 'MessageParticipantIteratively', { Messages: [message] });
  expect(loop({ Text: 'Please hold.' })).toEqual([]);
  expect(loop({})).toMatchObject([{ severity: 'warning', path: 'Actions[0].Parameters.Messages[0]' }]);
  expect(loop({ Text: 'Please hold.', PromptId: 'music' })).toHaveLength(1);
});

test.each(['1', '30'])('Prompts in a loop may be interrupted every %p seconds', (seconds) => {
  const parameters = { Messages: [{ Text: 'x' }], InterruptFrequencySeconds: seconds };
  expect(having('wrong-parameter-value', 'MessageParticipantIteratively', parameters)).toEqual([]);
});

test('Prompts in a loop may not be interrupted all the time', () => {
  const parameters = { Messages: [{ Text: 'x' }], InterruptFrequencySeconds: '0' };
  expect(having('wrong-parameter-value', 'MessageParticipantIteratively', parameters)).toMatchObject([
    { severity: 'error' },
  ]);
});

test('A key of an attribute may be one reference, or what the CDK fills in', () => {
  const set = (key: string) =>
    having('illegal-attribute-key', 'UpdateContactAttributes', { Attributes: { [key]: 'x' } });
  expect([...set('tier'), ...set('$.External.key'), ...set(TOKEN)]).toEqual([]);
  expect(set('a.b')).toMatchObject([{ severity: 'warning', path: 'Actions[0].Parameters.Attributes["a.b"]' }]);
  expect(set('tier_$.Attributes.count')).toHaveLength(1);
});
