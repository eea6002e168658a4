import { action, flowOf, found } from '../small-flows';

const having = (type: string, parameters: Record<string, string | object>) =>
  found('unknown-parameter', flowOf(action(type, parameters as never)));

test('Parameters of the table are known, at any depth', () => {
  expect(having('MessageParticipant', { Media: { Uri: 's3://x', SourceType: 'S3', MediaType: 'Audio' } })).toEqual([]);
});

test('A transfer to a queue takes no queue', () => {
  expect(having('TransferContactToQueue', { QueueId: 'x' })).toMatchObject([
    { severity: 'error', path: 'Actions[0].Parameters.QueueId', why: 'TransferContactToQueue takes no parameters.' },
  ]);
});

test('A misspelt parameter is an error', () => {
  expect(having('MessageParticipant', { text: 'Hello.' })).toMatchObject([{ severity: 'error', fix: 'Write "Text".' }]);
});

test('A name that is like none may be one that is not published', () => {
  expect(having('UpdateContactData', { TaskExpiry: '1' })).toMatchObject([{ severity: 'warning' }]);
  expect(having('CreateContact', { Anything: '1' })).toEqual([]);
});

test('Keys inside objects are looked at, keys of maps are not', () => {
  expect(having('MessageParticipant', { Media: { Url: 's3://x' } })).toMatchObject([
    { severity: 'warning', path: 'Actions[0].Parameters.Media.Url', fix: 'Write "Uri".' },
  ]);
  expect(having('UpdateContactAttributes', { Attributes: { anything: 'x' } })).toEqual([]);
});
