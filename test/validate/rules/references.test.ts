import type { WireAction } from '../../../lib/language';
import { action, END, flowOf, found, onErrors, say } from '../small-flows';

const set = (type: string, parameters: object, id = 'set'): WireAction => ({
  ...action(type, parameters as never, { NextAction: 'it', Errors: onErrors('NoMatchingError') }),
  Identifier: id,
});

test('The agent is known in whispers and holds, and not before', () => {
  const flow = flowOf(say('You speak with $.Agent.FirstName.'));
  for (const type of ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'QUEUE_TRANSFER'] as const) {
    expect(found('agent-out-of-reach', flow, { type })).toMatchObject([{ severity: 'warning' }]);
  }
  for (const type of ['AGENT_WHISPER', 'CUSTOMER_HOLD', 'AGENT_TRANSFER', 'MODULE', undefined] as const) {
    expect(found('agent-out-of-reach', flow, { type })).toEqual([]);
  }
});

test('A flow attribute lives in its flow alone', () => {
  const read = say('Try $.FlowAttributes.tries of $.FlowAttributes.tries');
  const flow = (key: string) =>
    flowOf(set('UpdateFlowAttributes', { FlowAttributes: { [key]: { Value: '1' } } }), read);
  expect(found('flow-attribute-never-set', flow('tries'))).toEqual([]);
  expect(found('flow-attribute-never-set', flow('count'))).toHaveLength(1);
  expect(found('flow-attribute-never-set', flow('$.External.key'))).toEqual([]);
});

test('A contact attribute may come from elsewhere', () => {
  const read = say('Hello $.Attributes.name');
  expect(found('contact-attribute-never-set', flowOf(read))).toMatchObject([{ severity: 'note' }]);
  expect(
    found('contact-attribute-never-set', flowOf(set('UpdateContactAttributes', { Attributes: { name: 'Sam' } }), read)),
  ).toEqual([]);
});

test('References inside of maps, lists and unknown parameters are references', () => {
  const roots = (parameters: object) =>
    found('unknown-reference-root', flowOf(action('InvokeLambdaFunction', parameters as never))).map(
      ({ path }) => path,
    );
  expect(roots({ LambdaInvocationAttributes: { a: '$.Sytem.b' } })).toEqual([
    'Actions[0].Parameters.LambdaInvocationAttributes.a',
  ]);
  expect(roots({ Unpublished: [{ b: '$.Sytem.c' }] })).toEqual(['Actions[0].Parameters.Unpublished[0].b']);
});

test('A disabled hook is refused, one that is set with the option has been taken', () => {
  const hooks = (parameters: object) =>
    found('refused-parameter', flowOf(set('UpdateContactEventHooks', parameters, 'it')));
  const configuration = { AgentWhisper: { DisableExecution: 'true' } };
  expect(hooks({ EventHooksConfiguration: configuration })).toMatchObject([
    { severity: 'error', problem: 'Action does not support conditions' },
  ]);
  expect(hooks({ EventHooks: { AgentWhisper: 'x' }, EventHooksConfiguration: configuration })).toMatchObject([
    { severity: 'warning' },
  ]);
});

test('A branch that ends without a word is a note where the flow speaks elsewhere', () => {
  const compare = action(
    'Compare',
    { ComparisonValue: '$.Channel' },
    {
      NextAction: 'more',
      Errors: onErrors('NoMatchingCondition'),
    },
  );
  const speaking = flowOf(compare, { ...say('Hello.'), Identifier: 'more' });
  expect(found('silent-end', speaking, { type: 'CONTACT_FLOW' })).toMatchObject([{ severity: 'note', action: END }]);
  expect(found('silent-end', speaking, { type: 'CONTACT_FLOW', channel: 'TASK' })).toEqual([]);
  expect(found('silent-end', flowOf(), { type: 'CONTACT_FLOW' })).toEqual([]);
});
