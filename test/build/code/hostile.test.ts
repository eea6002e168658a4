import { differenceBetween, documentToCode } from '../../../lib/build/code';
import type { FlowDocument, WireAction } from '../../../lib/language';
import { documentOf, exportsOf } from './run-code';

const flowOf = (actions: readonly WireAction[]): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: actions[0]?.Identifier ?? 'nowhere',
  Actions: actions,
});

const say = (id: string, text: string, next: string): WireAction => ({
  Identifier: id,
  Type: 'MessageParticipant',
  Parameters: { Text: text },
  Transitions: { NextAction: next, Errors: [{ ErrorType: 'NoMatchingError', NextAction: next }] },
});

const compare = (id: string, first: string, second: string): WireAction => ({
  Identifier: id,
  Type: 'Compare',
  Parameters: { ComparisonValue: `$.Attributes.${id}` },
  Transitions: {
    NextAction: second,
    Conditions: [{ NextAction: first, Condition: { Operator: 'Equals', Operands: ['__proto__'] } }],
    Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: second }],
  },
});

const hangUp = (id: string): WireAction => ({ Identifier: id, Type: 'DisconnectParticipant', Transitions: {} });

const comesBack = (document: FlowDocument): void => {
  const { code } = documentToCode(document, { type: 'CONTACT_FLOW' });
  expect(differenceBetween(document, documentOf(code))).toBeUndefined();
};

const TEXTS = [
  '__proto__',
  'constructor',
  `'"\`\\`,
  '*/ process.exit(1) /*',
  ['$', '{process.exit(1)} `+process.exit(1)+`'].join(''),
  ['$.Attributes.a $', '{1} ` \\ $'].join(''),
  '\u2028\u2029\u0000\u202e\ufeff',
  '\ud800',
  '</script>',
  'a\r\nb',
  '🎺'.repeat(40),
];

test.each(TEXTS)('%j is text wherever it stands', (text) => {
  const odd: WireAction = {
    Identifier: `${text} odd`,
    Type: text,
    Parameters: JSON.parse(
      `{"__proto__": {"${'x'}": 1e400}, ${JSON.stringify(`k${text}`)}: [${JSON.stringify(text)}, null]}`,
    ),
    Transitions: { NextAction: 'end', Errors: [{ ErrorType: text, NextAction: text }] },
  };
  const document = flowOf([say(text, text, `${text} odd`), odd, hangUp('end')]);
  comesBack({ ...document, Metadata: { name: text, description: text } });
});

test.each(TEXTS)('%j cannot break out of a name', (name) => {
  const { code } = documentToCode(flowOf([hangUp('end')]), { type: 'CONTACT_FLOW', name, importFrom: name });
  expect(Object.keys(exportsOf(code))).toHaveLength(1);
});

const ids = (count: number): readonly string[] => [...Array(count).keys()].map((index) => `n${index}`);

const SHAPES: readonly (readonly [
  string,
  (id: (index: number) => string, index: number, count: number) => WireAction,
])[] = [
  ['a chain', (id, index, count) => (index === count - 1 ? hangUp(id(index)) : say(id(index), 'x', id(index + 1)))],
  ['one large circle', (id, index, count) => say(id(index), 'x', id((index + 1) % count))],
  [
    'a tree',
    (id, index, count) =>
      2 * index + 2 < count ? compare(id(index), id(2 * index + 1), id(2 * index + 2)) : hangUp(id(index)),
  ],
  [
    'a ladder',
    (id, index, count) => (index + 2 < count ? compare(id(index), id(index + 1), id(index + 2)) : hangUp(id(index))),
  ],
  ['a tangle', (id, index, count) => compare(id(index), id((index * 7 + 3) % count), id((index * 13 + 5) % count))],
];

test.each(SHAPES)('%s of 400 actions comes back', (_name, make) => {
  comesBack(flowOf(ids(400).map((_id, index) => make((at) => `n${at}`, index, 400))));
});

test('A flow of far more actions than Connect takes is refused in a sentence', () => {
  const make = SHAPES[3]?.[1];
  const document = flowOf(ids(6_000).map((id, index) => make?.((at) => `n${at}`, index, 6_000) ?? hangUp(id)));
  expect(() => documentToCode(document, { type: 'CONTACT_FLOW' })).toThrow(/has 6000 actions .* Connect takes 250/);
});

test('A document without actions leads nowhere', () => {
  comesBack(flowOf([]));
});
