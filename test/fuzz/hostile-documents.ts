import fc from 'fast-check';
import { ACTION_TYPES, COMPARISON_OPERATORS, ERROR_TYPES } from '../../lib/language';

const EVIL_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  '1',
  '0',
  '\ud800',
  '\u2028',
  'a'.repeat(300),
];

const key = fc.oneof(fc.constantFrom(...EVIL_KEYS), fc.string({ maxLength: 12 }));

const reference = fc.oneof(
  fc.constantFrom('$.Attributes.__proto__', '$.', '$', "$.['", '$.External', '$.Attributes.constructor', '$.a.b.c.d'),
  fc.string({ maxLength: 10 }).map((text) => `$.${text}`),
);

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  reference,
  fc.constantFrom(...EVIL_KEYS),
);

const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

const type = fc.oneof(fc.constantFrom(...ACTION_TYPES), text);
const identifier = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'e', ...EVIL_KEYS), text);
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: json as fc.Arbitrary<T> });

const condition = fc.record(
  {
    NextAction: sometimes(identifier),
    Condition: sometimes(
      fc.record({
        Operator: fc.oneof(fc.constantFrom(...COMPARISON_OPERATORS), text),
        Operands: fc.array(sometimes(text), { maxLength: 3 }),
      }),
    ),
  },
  { requiredKeys: [] },
);

const errorBranch = fc.record(
  {
    ErrorType: sometimes(fc.oneof(fc.constantFrom(...Object.keys(ERROR_TYPES)), text)),
    NextAction: sometimes(identifier),
  },
  { requiredKeys: [] },
);

const transitions = fc.record(
  {
    NextAction: sometimes(identifier),
    Errors: sometimes(fc.array(errorBranch, { maxLength: 3 })),
    Conditions: sometimes(fc.array(condition, { maxLength: 3 })),
  },
  { requiredKeys: [] },
);

const PARAMETERS = [
  'Text',
  'PromptId',
  'EventHooks',
  'Attributes',
  'FlowAttributes',
  'StoreInput',
  'QueueId',
  'LoopCount',
  'Messages',
  'ComparisonValue',
  'ContactFlowId',
];

const parameters = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...PARAMETERS), key), json), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));

const action = fc.record(
  {
    Identifier: sometimes(identifier),
    Type: sometimes(type),
    Parameters: sometimes(parameters),
    Transitions: sometimes(transitions),
  },
  { requiredKeys: ['Identifier', 'Type'] },
);

const flow = fc.record(
  {
    Version: sometimes(fc.constant('2019-10-30')),
    StartAction: sometimes(identifier),
    Metadata: sometimes(fc.constant({})),
    Settings: json,
    Actions: sometimes(fc.array(sometimes(action), { maxLength: 8 })),
  },
  { requiredKeys: ['Version', 'StartAction', 'Actions'] },
);

const broken = (whole: string, at: number): string => whole.slice(0, Math.floor(whole.length * at));

/** Texts of hostile documents: mostly shaped like flows with anything anywhere, some any JSON, some cut off. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: flow.map((document) => JSON.stringify(document)) },
  { weight: 1, arbitrary: json.map((value) => JSON.stringify(value) ?? '') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(flow, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([document, at]) => broken(JSON.stringify(document), at)),
  },
);

const envelope = (actions: string): string => `{"Version":"2019-10-30","StartAction":"a","Actions":[${actions}]}`;
const plain = (id: string, next: string): string =>
  `{"Identifier":${JSON.stringify(id)},"Type":"MessageParticipant","Parameters":{"Text":"x"},"Transitions":{"NextAction":${JSON.stringify(next)},"Errors":[]}}`;

/** Large and odd ones that no generator comes up with. */
export const HAND_MADE: Readonly<Record<string, () => string>> = {
  'nesting a hundred thousand deep': () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'parameters nested two hundred deep': () =>
    envelope(
      `{"Identifier":"a","Type":"ShowView","Parameters":{"ViewData":${'{"a":'.repeat(200)}1${'}'.repeat(200)}},"Transitions":{}}`,
    ),
  'nearly five thousand actions in a circle': () =>
    envelope(
      Array.from({ length: 4_900 }, (_, i) => plain(i === 0 ? 'a' : `a${i}`, i === 4_899 ? 'a' : `a${i + 1}`)).join(
        ',',
      ),
    ),
  'nearly five thousand actions with one identifier': () =>
    envelope(Array.from({ length: 4_900 }, () => plain('a', 'a')).join(',')),
  'a text of five megabytes': () => envelope(plain('a', 'a').replace('"x"', JSON.stringify('x$.'.repeat(1_700_000)))),
  'an identifier of a megabyte': () => envelope(plain('a'.repeat(1_000_000), 'a')),
  'a hundred thousand error branches': () =>
    envelope(
      plain('a', 'a').replace(
        '"Errors":[]',
        `"Errors":[${Array(100_000).fill('{"ErrorType":"NoMatchingErro","NextAction":"b"}').join(',')}]`,
      ),
    ),
  'a hundred thousand parameters': () =>
    envelope(
      plain('a', 'a').replace(
        '"Text":"x"',
        Array.from({ length: 100_000 }, (_, i) => `"p${i}":"$.Attributes.k${i}"`).join(','),
      ),
    ),
  'identifiers of the object prototype': () => envelope(EVIL_KEYS.map((id) => plain(id, '__proto__')).join(',')),
  'lone surrogates': () => envelope(plain('\ud800', '\udfff')),
};
