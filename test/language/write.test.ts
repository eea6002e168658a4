import fc from 'fast-check';
import { type FlowDocument, read, write } from '../../lib/language';

const flowText = (inside: string): string => `{"Version":"2019-10-30","StartAction":"a","Actions":[],${inside}}`;

const compact = (document: FlowDocument): string => write(document, { indent: 'compact' });

/** Strings with their escapes spelt in any of the ways that JSON allows. */
const stringText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => JSON.stringify(text).slice(1, -1)),
      fc.constantFrom('\\/', '\\u0041', '\\u000a', '\\ud83d\\ude00', '\\ud800', '\\b', '/', 'é', '😀', '\u2028'),
    ),
  )
  .map((parts) => `"${parts.join('')}"`);

const numberText = fc.oneof(
  fc.constantFrom('1.0', '1e3', '1E+3', '-0', '0.10', '12345678901234567890', '1e400', '-1.5e-7', '0'),
  fc.integer().map(String),
);

const keyText = fc.oneof(
  stringText,
  fc.nat(20).map((key) => `"${key}"`),
  fc.constantFrom('"__proto__"', '"constructor"', '"toString"', '"\\u0031"'),
);

const { valueText } = fc.letrec<{ valueText: string }>((tie) => ({
  valueText: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('true', 'false', 'null'),
    numberText,
    stringText,
    fc.array(tie('valueText'), { maxLength: 4 }).map((values) => `[${values.join(',')}]`),
    objectTextOf(tie('valueText')),
  ),
}));

function objectTextOf(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(keyText, value), { maxLength: 5, selector: ([key]) => JSON.parse(key) })
    .map((entries) => `{${entries.map(([key, text]) => `${key}:${text}`).join(',')}}`);
}

/** Documents of any content, in the shape of a flow. */
const documentText = objectTextOf(valueText).map((parameters) =>
  flowText(`"Metadata":${parameters}`).replace(
    '"Actions":[]',
    () => `"Actions":[{"Parameters":${parameters},"1":2,"0":1,"Type":"Anything","Identifier":"a"}]`,
  ),
);

describe('Writing a flow', () => {
  test('Any document is written as it was read', () => {
    fc.assert(fc.property(documentText, (text) => expect(compact(read(text))).toBe(text)));
  });

  test('Any document reads as JSON.parse reads it', () => {
    fc.assert(fc.property(documentText, (text) => expect(read(text)).toEqual(JSON.parse(text))));
  });

  test('A document written for people is the same document', () => {
    fc.assert(fc.property(documentText, (text) => expect(compact(read(write(read(text))))).toBe(text)));
  });

  test('Whitespace is what is left out of Content', () => {
    const spaced = ' {\r\n\t"Version" : "1" , "StartAction" : "a b" , "Actions" : [ ] , "n" : [ 1.0 , { } ] } ';
    expect(compact(read(spaced))).toBe('{"Version":"1","StartAction":"a b","Actions":[],"n":[1.0,{}]}');
  });

  test('A document that was not read is written as JSON.stringify writes it', () => {
    const document: FlowDocument = {
      Version: '1',
      StartAction: 'a',
      Actions: [],
      Metadata: { a: [1, {}, []], b: '\n' },
    };
    expect(write(document)).toBe(JSON.stringify(document, null, 2));
    expect(compact({ ...document, Settings: undefined })).toBe(JSON.stringify(document));
  });

  test('Keys that look like numbers keep their place', () => {
    const text = flowText('"Metadata":{"b":1,"10":2,"9":3}');
    expect(compact(read(text))).toBe(text);
  });

  test('A changed value is written anew and its neighbours keep their spelling', () => {
    const document = read(flowText('"Metadata":{"x":1.0,"y":2.0}'));
    Object.assign(document.Metadata ?? {}, { x: 3 });
    expect(compact(document)).toBe(flowText('"Metadata":{"x":3,"y":2.0}'));
  });

  test('A new key comes last, and a removed one is gone', () => {
    const document = read(flowText('"Metadata":{"b":1,"10":2}'));
    Object.assign(document.Metadata ?? {}, { 5: 'new' });
    Reflect.deleteProperty(document.Metadata ?? {}, 'b');
    expect(compact(document)).toBe(flowText('"Metadata":{"10":2,"5":"new"}'));
  });

  test('A copy made by spreading is plain data', () => {
    const document = read(flowText('"Metadata":{"x":1.0}'));
    expect(compact({ ...document, Metadata: { ...document.Metadata, y: 2 } })).toBe(
      flowText('"Metadata":{"x":1,"y":2}'),
    );
  });
});
