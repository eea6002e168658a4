import fc from 'fast-check';
import { ACTION_TYPES, type FlowDocument } from '../../lib/language';
import { check } from '../../lib/validate';
import { action, flowOf, say } from './small-flows';

const WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** Reached only by work that is out of proportion. */
const LIMIT = 60_000;

const finishes = (document: FlowDocument, type: 'CONTACT_FLOW' | 'AGENT_WHISPER' = 'CONTACT_FLOW') =>
  expect(check(document, { type, channel: 'VOICE' }).length).toBeGreaterThan(0);

const many = 5_000;
const chainOf = (make: (id: string, next: string) => ReturnType<typeof action>) =>
  flowOf(...Array.from({ length: many }, (_, i) => make(`${i}`, i + 1 < many ? `${i + 1}` : '0')));

test.each(WORDS)('%s is an identifier like any other', (word) => {
  const issues = check(flowOf({ ...say('Hello.'), Identifier: word, Transitions: { NextAction: word } }));
  expect(issues.map(({ rule }) => rule)).toContain('illegal-identifier');
  expect(issues.map(({ rule }) => rule)).not.toContain('dangling-target');
});

test.each(WORDS)('%s is a parameter, an error, an operand, a hook and an attribute like any other', (word) => {
  const parameters = JSON.parse(
    `{ "${word}": 1, "EventHooks": { "${word}": "x" }, "Attributes": { "${word}": "$.${word}" } }`,
  );
  const odd = action('UpdateContactEventHooks', parameters, {
    Errors: [{ ErrorType: word, NextAction: word }],
    Conditions: [{ NextAction: word, Condition: { Operator: word, Operands: [word] } }],
  });
  expect(check(flowOf(odd)).map(({ rule }) => rule)).toContain('unknown-event-hook');
});

test(
  'Five thousand actions in one circle are checked in time',
  () => {
    finishes(
      chainOf((id, NextAction) => ({
        ...action('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }),
        Identifier: id,
        Transitions: { NextAction },
      })),
    );
  },
  LIMIT,
);

test(
  'Five thousand Lambda functions, waits, hooks and whispers are checked in time',
  () => {
    const errors = [{ ErrorType: 'NoMatchingError', NextAction: '7' }];
    const rows = [
      ['InvokeLambdaFunction', { InvocationTimeLimitSeconds: '8', LambdaInvocationAttributes: { a: '$.External.b' } }],
      ['Wait', { TimeLimitSeconds: '$.External.c' }],
      ['UpdateContactEventHooks', { EventHooks: { AgentWhisper: '$.Attributes.d' } }],
      ['MessageParticipant', { Text: 'Hello $.Lex.IntentName' }],
      ['TransferContactToQueue', {}],
    ] as const;
    const mixed = chainOf((id, NextAction) => {
      const [type, parameters] = rows[Number(id) % rows.length] ?? rows[0];
      return { ...action(type, parameters, { NextAction, Errors: errors }), Identifier: id };
    });
    finishes(mixed);
    finishes(mixed, 'AGENT_WHISPER');
  },
  LIMIT,
);

test(
  'Five thousand continuations of waits, dangling targets and duplicates are checked in time',
  () => {
    const waits = chainOf((id, NextAction) => ({
      ...action(
        'Wait',
        { TimeLimitSeconds: '5' },
        {
          NextAction: 'nowhere',
          Conditions: [{ NextAction, Condition: { Operator: 'Equals', Operands: ['Continue'] } }],
        },
      ),
      Identifier: Number(id) % 2 === 0 ? id : 'same',
    }));
    finishes(waits);
  },
  LIMIT,
);

const anything = fc.anything({ maxDepth: 3, withNullPrototype: true, withObjectString: true }) as fc.Arbitrary<never>;
const anyAction = fc.record(
  {
    Identifier: anything,
    Type: fc.oneof(fc.constantFrom(...ACTION_TYPES), anything),
    Parameters: fc.oneof(
      fc.dictionary(
        fc.constantFrom('Text', 'SSML', 'Messages', 'Tags', 'TagKeys', 'EventHooks', 'Attributes'),
        anything,
      ),
      anything,
    ),
    Transitions: fc.oneof(
      fc.record({ NextAction: anything, Errors: anything, Conditions: fc.array(anything) }),
      anything,
    ),
  },
  { requiredKeys: [] },
);

test('Values of any kind anywhere do no harm', () => {
  const documents = fc.record({
    Version: anything,
    StartAction: anything,
    Metadata: anything,
    Settings: anything,
    Actions: fc.oneof(fc.array(fc.oneof(anyAction, anything)), anything),
  });
  fc.assert(
    fc.property(
      documents,
      fc.constantFrom('CONTACT_FLOW', 'MODULE', 'AGENT_WHISPER', 'CUSTOMER_QUEUE'),
      (document, type) => {
        check(document as unknown as FlowDocument, { type, channel: 'CHAT' });
      },
    ),
    { numRuns: 1_000 },
  );
});
