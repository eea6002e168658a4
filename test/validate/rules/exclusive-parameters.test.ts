import type { JsonObject } from '../../../lib/language';
import { action, flowOf, found } from '../small-flows';

const having = (type: string, parameters: JsonObject) =>
  found('exclusive-parameters', flowOf(action(type, parameters)));

test('A prompt is text or a recording', () => {
  expect(having('MessageParticipant', { Text: 'Hello.' })).toEqual([]);
  expect(having('MessageParticipant', { Text: 'Hello.', PromptId: 'x' })).toMatchObject([
    { severity: 'error', what: expect.stringContaining('"PromptId" and "Text"') },
  ]);
});

test('What only a page forbids is a warning', () => {
  expect(having('GetMetricData', { QueueId: 'x', AgentId: 'y' })).toMatchObject([{ severity: 'warning' }]);
});
