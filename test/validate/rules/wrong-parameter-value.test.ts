import type { JsonObject } from '../../../lib/language';
import { action, flowOf, found, TOKEN } from '../small-flows';

const having = (type: string, parameters: JsonObject) =>
  found('wrong-parameter-value', flowOf(action(type, parameters)));

const logging = (FlowLoggingBehavior: never) => having('UpdateFlowLoggingBehavior', { FlowLoggingBehavior });

test('A choice is one of its words', () => {
  expect(logging('Enabled' as never)).toEqual([]);
  expect(logging('enabled' as never)).toMatchObject([
    {
      severity: 'error',
      problem: 'Invalid Action property value. Path: Actions[0].Parameters.FlowLoggingBehavior',
      fix: 'Write "Enabled".',
    },
  ]);
});

test('A choice that may come from the contact is not checked by the service', () => {
  const voice = { TextToSpeechVoice: 'Joanna', TextToSpeechEngine: 'neural' };
  expect(having('UpdateContactTextToSpeechVoice', voice)).toMatchObject([
    { severity: 'warning', fix: 'Write "Neural".' },
  ]);
});

test.each(['7', 7, '$.Attributes.tries'])('A loop may count to %p', (LoopCount) => {
  expect(having('Loop', { LoopCount })).toEqual([]);
});

test.each(['101', -1, '1.5', 'many', '', null, ['7'], {}])('A loop may not count to %p', (LoopCount) => {
  expect(having('Loop', { LoopCount })).toMatchObject([{ severity: 'error', path: 'Actions[0].Parameters.LoopCount' }]);
});

test('A JSON boolean in place of text is answered with a misleading message', () => {
  expect(having('GetParticipantInput', { DTMFConfiguration: { DisableCancelKey: true } })).toMatchObject([
    { severity: 'error', problem: 'Invalid Action type. Type: GetParticipantInput, Path: Actions[0].Type' },
  ]);
});

test('A comparison looks up its value', () => {
  expect(having('Compare', { ComparisonValue: "$['Attributes']['a b']" })).toEqual([]);
  expect(having('Compare', { ComparisonValue: 'gold' })).toMatchObject([{ severity: 'error' }]);
});

test('What is fixed when the flow is saved takes no reference', () => {
  expect(having('ShowView', { InvocationTimeLimitSeconds: '$.Attributes.limit' })).toMatchObject([
    { severity: 'warning' },
  ]);
});

test('A queue is wholly fixed or wholly looked up', () => {
  expect(having('UpdateContactTargetQueue', { QueueId: '$.Attributes.queue' })).toEqual([]);
  expect(
    having('UpdateContactTargetQueue', { QueueId: 'arn:aws:connect:us-east-1:1:queue/$.Attributes.queue' }),
  ).toMatchObject([{ severity: 'warning', path: 'Actions[0].Parameters.QueueId' }]);
  expect(having('MessageParticipant', { Text: 'Hello $.Attributes.name.' })).toEqual([]);
});

test('Flow attributes are wrapped, contact attributes are not', () => {
  expect(having('UpdateFlowAttributes', { FlowAttributes: { tries: { Value: '1' } } })).toEqual([]);
  expect(having('UpdateFlowAttributes', { FlowAttributes: { tries: '1' } })).toMatchObject([
    { severity: 'error', path: 'Actions[0].Parameters.FlowAttributes.tries' },
  ]);
  expect(having('UpdateFlowAttributes', { FlowAttributes: { tries: {} } })).toMatchObject([
    { severity: 'error', path: 'Actions[0].Parameters.FlowAttributes.tries.Value' },
  ]);
  expect(having('UpdateContactAttributes', { Attributes: { 'a b': { Value: '1' } } })).toMatchObject([
    { path: 'Actions[0].Parameters.Attributes["a b"]' },
  ]);
});

test('Lists are looked through', () => {
  const recording = (RecordedParticipants: JsonObject[string]) =>
    having('UpdateContactRecordingBehavior', { RecordingBehavior: { RecordedParticipants } });
  expect(recording(['Agent', TOKEN])).toEqual([]);
  expect(recording(['Agent', 'customer'])).toMatchObject([
    { path: 'Actions[0].Parameters.RecordingBehavior.RecordedParticipants[1]', fix: 'Write "Customer".' },
  ]);
  expect(recording('Agent')).toMatchObject([{ why: expect.stringContaining('a list') }]);
});

test.each([
  ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: TOKEN }],
  ['Loop', { LoopCount: TOKEN }],
  ['Compare', { ComparisonValue: TOKEN }],
  ['UpdateContactTargetQueue', { QueueId: `arn:aws:connect:${TOKEN}:queue/x` }],
  ['UntagContact', { TagKeys: `#{Token[TOKEN.3]}` }],
])('What the CDK fills in later is right in %s', (type, parameters) => {
  expect(having(type, parameters)).toEqual([]);
});
