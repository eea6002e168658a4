import type { JsonObject } from '../../../lib/language';
import { action, flowOf, found } from '../small-flows';

const having = (type: string, parameters: JsonObject) => found('missing-parameter', flowOf(action(type, parameters)));

const paths = (type: string, parameters: JsonObject) => having(type, parameters).map(({ path }) => path);

test('A comparison needs its value', () => {
  expect(having('Compare', { ComparisonValue: '$.Channel' })).toEqual([]);
  expect(having('Compare', {})).toMatchObject([
    {
      severity: 'error',
      path: 'Actions[0].Parameters.ComparisonValue',
      problem: 'Action is missing required property. Path: Actions[0].Parameters.ComparisonValue',
    },
  ]);
});

test('Menus and stored input say which they are; the touch-tone buffer does not', () => {
  expect(paths('GetParticipantInput', { InputTimeLimitSeconds: '5' })).toEqual(['Actions[0].Parameters.StoreInput']);
  expect(paths('GetParticipantInput', { StoreInput: 'True', InputTimeLimitSeconds: '5' })).toEqual([
    'Actions[0].Parameters.InputValidation',
  ]);
  expect(paths('GetParticipantInput', { EnableDTMFBuffer: 'true' })).toEqual([]);
});

test('One of several parameters has to stand', () => {
  expect(having('UpdateContactTargetQueue', { AgentId: 'x' })).toEqual([]);
  expect(having('UpdateContactTargetQueue', {})).toMatchObject([
    { path: 'Actions[0].Parameters', fix: 'Add "QueueId" or "AgentId".' },
  ]);
});

test('Keys of nested objects are needed where the object stands', () => {
  expect(paths('ShowView', { InvocationTimeLimitSeconds: '60', ViewResource: {} })).toEqual([
    'Actions[0].Parameters.ViewResource.Id',
  ]);
});
