import fc from 'fast-check';
import { ACTION_TYPES, type FlowDocument, read } from '../../lib/language';
import { check } from '../../lib/validate';
import { action, flowOf, menu, say } from './small-flows';

test('A sound flow has no issues', () => {
  expect(check(flowOf(menu('1', '2')), { type: 'CONTACT_FLOW', channel: 'VOICE' })).toEqual([]);
});

test('An issue says which flow and action, where to read, and how sure it is', () => {
  const [issue] = check(flowOf(action('Compare', { ComparisonValue: 'gold' })), { name: 'Main line' });
  expect(issue).toMatchObject({
    flow: 'Main line',
    action: 'it',
    more: expect.stringContaining('flow-control-actions-compare'),
    evidence: expect.stringMatching(/observed|documented|assumed/),
  });
});

test('Issues stand in the order of the actions, those of the whole flow first', () => {
  const second = { ...action('Compare'), Identifier: 'second' };
  const document = { ...flowOf(action('PlayPrompt'), second), StartAction: 'none' };
  const places = check(document).map(({ path }) => path.split('.')[0]);
  expect(places).toEqual(['StartAction', 'Actions[0]', 'Actions[1]', 'Actions[1]']);
});

test('Control characters of a document never reach the sentences', () => {
  const [issue] = check(flowOf({ ...say('Hello.'), Transitions: { NextAction: '\u001b[31mred\n' } }));
  expect(issue?.what).toContain('"\\u001b[31mred\\n"');
});

const json = fc
  .jsonValue({ maxDepth: 3 })
  // The action table turns values to text, which such a key would break.
  .filter((value) => !JSON.stringify(value).includes('"toString"')) as fc.Arbitrary<never>;
const text = fc.string();
const entry = fc.record({ ErrorType: text, NextAction: text }, { requiredKeys: [] });
const condition = fc.record({ Operator: text, Operands: fc.array(json) }, { requiredKeys: [] });
const anyAction = fc.record(
  {
    Identifier: fc.string(),
    Type: fc.oneof(fc.constantFrom(...ACTION_TYPES), fc.string()),
    Parameters: fc.dictionary(
      fc.constantFrom('Text', 'LoopCount', 'QueueId', 'EventHooks', 'Media', '__proto__'),
      json,
    ),
    Transitions: fc.record(
      {
        NextAction: text,
        Errors: fc.array(entry),
        Conditions: fc.array(fc.record({ NextAction: text, Condition: condition }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['Identifier', 'Type'] },
);

test('Whatever can be read can be checked', () => {
  const documents = fc.record({ Version: fc.string(), StartAction: fc.string(), Actions: fc.array(anyAction) });
  fc.assert(
    fc.property(documents, (value) => {
      const document: FlowDocument = read(JSON.stringify(value));
      const issues = check(document, { type: 'CONTACT_FLOW', channel: 'CHAT' });
      expect(issues.flatMap(({ what, why, fix }) => [what, why, fix]).join()).not.toMatch(/undefined|\[object/);
    }),
  );
});
