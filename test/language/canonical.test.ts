import fc from 'fast-check';
import { canonical, diff, type FlowDocument, read, write } from '../../lib/language';

const compact = (document: FlowDocument): string => write(document, { indent: 'compact' });

const flow = (actions: readonly object[], more: object = {}): FlowDocument =>
  ({ Version: '2019-10-30', StartAction: 'a', ...more, Actions: actions }) as FlowDocument;

const ids = ({ Actions }: FlowDocument): readonly string[] => Actions.map(({ Identifier }) => Identifier);

const to = (...targets: readonly string[]) =>
  targets.map((NextAction) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [NextAction] } }));

describe('The canonical form of a flow', () => {
  test('has its keys in one order, unknown ones last', () => {
    const text = compact(
      canonical(
        flow(
          [
            {
              Note: 1,
              Transitions: { Later: 2, Errors: [{ ErrorType: 'E', NextAction: 'a' }], NextAction: 'a' },
              Type: 'T',
              Identifier: 'a',
            },
          ],
          { Extra: true, Metadata: { z: 1, a: 2 } },
        ),
      ),
    );
    expect(text).toBe(
      '{"Version":"2019-10-30","StartAction":"a","Metadata":{"z":1,"a":2},"Actions":[{"Identifier":"a","Type":"T",' +
        '"Parameters":{},"Transitions":{"NextAction":"a","Errors":[{"NextAction":"a","ErrorType":"E"}],"Later":2},"Note":1}],' +
        '"Extra":true}',
    );
  });

  test('has its actions in reading order: answers first, what goes wrong last, what nothing leads to at the end', () => {
    const document = flow([
      { Identifier: 'lost', Type: 'T' },
      { Identifier: 'sorry', Type: 'T' },
      { Identifier: 'two', Type: 'T' },
      { Identifier: 'after one', Type: 'T' },
      { Identifier: 'one', Type: 'T', Transitions: { NextAction: 'after one' } },
      {
        Identifier: 'a',
        Type: 'T',
        Transitions: {
          NextAction: 'sorry',
          Errors: [{ ErrorType: 'E', NextAction: 'sorry' }],
          Conditions: to('one', 'two'),
        },
      },
    ]);
    expect(ids(canonical(document))).toEqual(['a', 'one', 'after one', 'two', 'sorry', 'lost']);
  });

  test('has its errors sorted, its conditions as they are tried, and no empty lists', () => {
    const Errors = ['NoMatchingError', 'InputTimeLimitExceeded'].map((ErrorType) => ({ ErrorType, NextAction: 'a' }));
    const [first] = canonical(flow([{ Identifier: 'a', Type: 'T', Transitions: { Errors, Conditions: [] } }])).Actions;
    expect(first?.Transitions?.Errors?.map(({ ErrorType }) => ErrorType)).toEqual([
      'InputTimeLimitExceeded',
      'NoMatchingError',
    ]);
    expect(first?.Transitions).not.toHaveProperty('Conditions');
  });

  test('keeps what the designer keeps, in the order of the actions', () => {
    const ActionMetadata = { 10: { position: 1 }, gone: 2, a: { position: 3 } };
    const document = canonical(
      flow(
        [
          { Identifier: '10', Type: 'T' },
          { Identifier: 'a', Type: 'T' },
        ],
        { Metadata: { ActionMetadata } },
      ),
    );
    expect(compact(document)).toContain('"ActionMetadata":{"a":{"position":3},"10":{"position":1},"gone":2}');
    expect(document.Metadata).toEqual({ ActionMetadata });
  });

  test('keeps numbers, keys and escapes as they were spelt', () => {
    const text =
      '{"Version":"\\u0031","StartAction":"a","Actions":[{"n":12345678901234567890,"Parameters":{"x":1.0,"b":1,"1":2},' +
      '"Identifier":"a","Type":"T","Transitions":{"2":1e3}}]}';
    expect(compact(canonical(read(text)))).toBe(
      '{"Version":"\\u0031","StartAction":"a","Actions":[{"Identifier":"a","Type":"T","Parameters":{"x":1.0,"b":1,"1":2},' +
        '"Transitions":{"2":1e3},"n":12345678901234567890}]}',
    );
  });

  test('keeps keys that objects have by nature', () => {
    const text =
      '{"Version":"1","StartAction":"__proto__","__proto__":{"a":1},"Actions":[{"Identifier":"__proto__","Type":"constructor",' +
      '"Parameters":{"__proto__":2},"Transitions":{"__proto__":{"b":1}},"toString":3}]}';
    const again = read(compact(canonical(read(text))));
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(text));
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test('leaves the document as it was', () => {
    const document = Object.freeze(flow([{ Identifier: 'a', Type: 'T' }]));
    canonical(document);
    expect(document).toEqual(flow([{ Identifier: 'a', Type: 'T' }]));
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor');

const anyAction = fc.record(
  {
    Identifier: id,
    Type: fc.constantFrom('Compare', 'Wait', '__proto__'),
    Parameters: fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
    Transitions: fc.record(
      {
        NextAction: id,
        Errors: fc.array(fc.record({ ErrorType: id, NextAction: id }), { maxLength: 3 }),
        Conditions: fc.array(
          fc.record({
            NextAction: id,
            Condition: fc.record({ Operator: id, Operands: fc.array(id, { maxLength: 2 }) }),
          }),
          { maxLength: 3 },
        ),
        Else: fc.nat(3),
      },
      { requiredKeys: [] },
    ),
    Extra: fc.nat(3),
  },
  { requiredKeys: ['Identifier', 'Type'] },
);

const anyFlow = fc
  .record({ start: id, actions: fc.array(anyAction, { maxLength: 8 }) })
  .map(({ start, actions }) => flow(actions, { StartAction: start }));

describe('Any document', () => {
  test('is in canonical form once it was brought into it', () => {
    fc.assert(
      fc.property(anyFlow, (document) => {
        const once = compact(canonical(document));
        expect(compact(canonical(canonical(document)))).toBe(once);
        expect(compact(canonical(read(once)))).toBe(once);
      }),
    );
  });

  test('says the same in canonical form', () => {
    fc.assert(
      fc.property(anyFlow, (document) => {
        expect(diff(document, canonical(document), { layout: true }).different).toBe(false);
      }),
    );
  });
});
