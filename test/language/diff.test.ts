import fc from 'fast-check';
import { diff, type FlowDocument, read, type WireAction, write } from '../../lib/language';

type Exits = Readonly<Record<string, string>>;

/** `next` is NextAction, a capital letter starts an error type, anything else is an operand. */
const transitions = (exits: Exits) => {
  const entries = Object.entries(exits).filter(([name]) => name !== 'next');
  const isError = (name: string) => /^[A-Z]/.test(name);
  return {
    ...(exits.next === undefined ? {} : { NextAction: exits.next }),
    Conditions: entries
      .filter(([name]) => !isError(name))
      .map(([name, NextAction]) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [name] } })),
    Errors: entries.filter(([name]) => isError(name)).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
  };
};

const action = (Identifier: string, Type: string, Parameters: object = {}, exits: Exits = {}): WireAction =>
  ({ Identifier, Type, Parameters, Transitions: transitions(exits) }) as WireAction;

const flow = (...Actions: readonly WireAction[]): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: Actions[0]?.Identifier ?? '',
  Actions,
});

const say = (id: string, Text: string, next: string) => action(id, 'MessageParticipant', { Text }, { next });
const end = (id: string) => action(id, 'DisconnectParticipant');
const menu = (id: string, exits: Exits, Text = 'Press a key.') => action(id, 'GetParticipantInput', { Text }, exits);

const MAIN = flow(
  menu('Main menu', { 1: 'Sales', 2: 'Billing', NoMatchingError: 'Bye' }),
  say('Sales', 'Sales.', 'Bye'),
  say('Billing', 'Billing.', 'Bye'),
  end('Bye'),
);

const replaced = (document: FlowDocument, ...actions: readonly WireAction[]): FlowDocument => {
  const byId = new Map(actions.map((each) => [each.Identifier, each]));
  return { ...document, Actions: document.Actions.map((each) => byId.get(each.Identifier) ?? each) };
};

/** The flow with identifiers changed wherever they stand. */
const renamed = (document: FlowDocument, rename: (id: string) => string): FlowDocument => {
  const go = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((entry) => go(entry));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, go(entry, name)]));
    return ['Identifier', 'NextAction', 'StartAction'].includes(key) ? rename(String(value)) : value;
  };
  return go(document) as FlowDocument;
};

describe('Two flows that say the same do not differ', () => {
  test.each<[string, FlowDocument]>([
    ['another order of actions', { ...MAIN, Actions: MAIN.Actions.toReversed() }],
    ['no empty lists', replaced(MAIN, { Identifier: 'Bye', Type: 'DisconnectParticipant' })],
    ['another layout', { ...MAIN, Metadata: { ActionMetadata: { Bye: { position: { x: 1, y: 2 } } } } }],
    ['empty settings', { ...MAIN, Settings: {} }],
    [
      'conditions that exclude each other in another order',
      replaced(MAIN, {
        ...(MAIN.Actions[0] as WireAction),
        Transitions: {
          ...MAIN.Actions[0]?.Transitions,
          Conditions: MAIN.Actions[0]?.Transitions?.Conditions?.toReversed(),
        },
      }),
    ],
  ])('with %s', (_, after) => {
    expect(diff(MAIN, after)).toEqual({
      different: false,
      settings: [],
      other: [],
      added: [],
      removed: [],
      renamed: [],
      changed: [],
      layout: [],
    });
  });
});

describe('What differs is told by what it is', () => {
  test('a parameter, by its path', () => {
    const after = replaced(MAIN, say('Sales', 'Sales, hello.', 'Bye'));
    expect(diff(MAIN, after)).toMatchObject({
      different: true,
      added: [],
      removed: [],
      changed: [
        { action: { identifier: 'Sales' }, parameters: [{ path: 'Text', before: 'Sales.', after: 'Sales, hello.' }] },
      ],
    });
  });

  test('parameters within parameters', () => {
    const before = flow(action('a', 'X', { Map: { 'a b': '1', gone: '2' }, List: [{ Text: 'x' }], n: 5 }));
    const after = flow(action('a', 'X', { Map: { 'a b': '2' }, List: [{ Text: 'x' }, { Text: 'y' }], n: '5' }));
    expect(diff(before, after).changed[0]?.parameters).toEqual([
      { path: 'Map["a b"]', before: '1', after: '2' },
      { path: 'Map.gone', before: '2', after: undefined },
      { path: 'List[1]', before: undefined, after: { Text: 'y' } },
      { path: 'n', before: 5, after: '5' },
    ]);
  });

  test('branches that lead elsewhere, are new, or are gone', () => {
    const after = replaced(MAIN, menu('Main menu', { 2: 'Sales', 3: 'Billing', NoMatchingError: 'Bye' }));
    const target = (identifier: string) => ({ identifier, name: identifier, exists: true });
    expect(diff(MAIN, after).changed[0]?.branches).toEqual([
      { kind: 'condition', branch: '2', before: target('Billing'), after: target('Sales') },
      { kind: 'condition', branch: '3', after: target('Billing') },
      { kind: 'condition', branch: '1', before: target('Sales') },
    ]);
  });

  test('a branch to an action that is not there', () => {
    const [change] = diff(MAIN, replaced(MAIN, say('Sales', 'Sales.', 'Nowhere'))).changed;
    expect(change?.branches).toMatchObject([{ branch: 'next', after: { name: 'Nowhere', exists: false } }]);
  });

  test('new and removed actions', () => {
    const [first, , ...others] = MAIN.Actions;
    const after = flow(first as WireAction, ...others, action('Queue', 'TransferContactToQueue', {}, { next: 'Bye' }));
    expect(diff(MAIN, after)).toMatchObject({
      added: [{ action: { name: 'Queue' }, branches: [{ branch: 'next', after: { name: 'Bye' } }] }],
      removed: [{ identifier: 'Sales', type: 'MessageParticipant', name: 'Sales' }],
    });
  });

  test('the start, the version, settings and unknown keys', () => {
    const after = { ...MAIN, StartAction: 'Sales', Version: '2', Settings: { InputParameters: [1] }, Extra: 1 };
    expect(diff(MAIN, after)).toMatchObject({
      version: { before: '2019-10-30', after: '2' },
      start: { before: { name: 'Main menu' }, after: { name: 'Sales' } },
      settings: [{ path: 'InputParameters', after: [1] }],
      other: [{ path: 'Extra', after: 1 }],
      changed: [],
    });
  });

  test('an action that became another type', () => {
    const after = replaced(MAIN, action('Bye', 'EndFlowExecution'));
    expect(diff(MAIN, after)).toMatchObject({
      changed: [{ action: { name: 'Bye' }, type: { before: 'DisconnectParticipant', after: 'EndFlowExecution' } }],
      added: [],
      removed: [],
    });
  });

  test('the order of conditions of which several can hold', () => {
    const when = (operands: readonly string[]): FlowDocument =>
      flow({
        Identifier: 'a',
        Type: 'Compare',
        Transitions: {
          Conditions: operands.map((text) => ({
            NextAction: 'a',
            Condition: { Operator: 'TextContains', Operands: [text] },
          })),
        },
      });
    expect(diff(when(['x', 'y']), when(['y', 'x'])).changed[0]?.order).toEqual({
      before: ['contains x', 'contains y'],
      after: ['contains y', 'contains x'],
    });
  });

  test('unknown keys of actions, transitions and branches', () => {
    const odd = (value: number): FlowDocument =>
      flow({
        Identifier: 'a',
        Type: 'T',
        Odd: value,
        Transitions: { Odd: value, Errors: [{ ErrorType: 'E', NextAction: 'a', Odd: value }] },
      } as unknown as WireAction);
    expect(diff(odd(1), odd(2)).changed[0]?.other.map(({ path }) => path)).toEqual([
      'Odd',
      'Transitions.Odd',
      '["error E"].Odd',
    ]);
  });

  test('the layout, when asked for', () => {
    const at = (x: number, id = 'Bye') => ({ ...MAIN, Metadata: { ActionMetadata: { [id]: { position: { x } } } } });
    expect(diff(at(1), at(2)).different).toBe(false);
    expect(diff(at(1), at(2), { layout: true }).layout).toEqual([
      { path: 'ActionMetadata.Bye.position.x', before: 1, after: 2 },
    ]);
  });
});

describe('An action that got another identifier is the same action', () => {
  const rename = (id: string) => (id === 'Sales' ? 'Sell' : id);

  test('and references to it do not count', () => {
    expect(diff(MAIN, renamed(MAIN, rename))).toMatchObject({
      renamed: [{ before: { identifier: 'Sales' }, after: { identifier: 'Sell' } }],
      added: [],
      removed: [],
      changed: [],
    });
  });

  test('even where all of them did', () => {
    const found = diff(
      MAIN,
      renamed(MAIN, (id) => `${id} 2`),
      { layout: true },
    );
    expect(found.renamed).toHaveLength(4);
    expect(found).toMatchObject({ added: [], removed: [], changed: [], layout: [] });
    expect(found.start).toBeUndefined();
  });

  test('even where its text changed too, as long as the same branch leads to it', () => {
    const after = renamed(replaced(MAIN, say('Sales', 'Something else.', 'Bye')), rename);
    expect(diff(MAIN, after)).toMatchObject({
      renamed: [{ before: { name: 'Sales' }, after: { name: 'Sell' } }],
      changed: [{ renamedFrom: { name: 'Sales' }, parameters: [{ path: 'Text' }] }],
      added: [],
      removed: [],
    });
  });

  test('equal actions are told apart by their neighbours', () => {
    const before = flow(
      menu('m', { 1: 'x', 2: 'y' }),
      say('x', 'Hello.', 'a'),
      say('y', 'Hello.', 'b'),
      action('a', 'A'),
      action('b', 'B'),
    );
    const names: Readonly<Record<string, string>> = { x: 'y2', y: 'x2' };
    const after = renamed({ ...before, Actions: before.Actions.toReversed() }, (id) => names[id] ?? id);
    expect(diff(before, { ...after, StartAction: 'm' })).toMatchObject({
      changed: [],
      renamed: [
        { before: { identifier: 'x' }, after: { identifier: 'y2' } },
        { before: { identifier: 'y' }, after: { identifier: 'x2' } },
      ],
    });
  });

  test('the layout follows it', () => {
    const at = (id: string, x: number) => ({ ...MAIN, Metadata: { ActionMetadata: { [id]: { x } } } });
    const found = diff(at('Sales', 1), { ...renamed(at('Sell', 2), rename) }, { layout: true });
    expect(found.layout).toEqual([{ path: 'ActionMetadata.Sell.x', before: 1, after: 2 }]);
  });
});

describe('Actions have names for people', () => {
  const id = '9bf359a2-72d5-4d9c-a26b-c58e97e1620d';

  test.each<[string, WireAction]>([
    ['Our opening hours are nine to five.', say(id, '<speak>Our opening hours\n are nine to five.</speak>', 'x')],
    ['This text is far too long to be shown a…', say(id, 'This text is far too long to be shown as a name.', 'x')],
    ['look-up', action(id, 'Invoke', { LambdaFunctionARN: 'arn:aws:lambda:eu-west-1:111122223333:function:look-up' })],
    ['tier, language', action(id, 'UpdateContactAttributes', { Attributes: { tier: '1', language: '2' } })],
    ['DisconnectParticipant 9bf359a2', end(id)],
    ['Bye', end('Bye')],
  ])('%s', (name, each) => {
    expect(diff(flow(), flow(each)).added[0]?.action.name).toBe(name);
  });
});

describe('Hostile documents', () => {
  test('Identifiers and keys that objects have by nature are ordinary ones', () => {
    const text = (value: number) =>
      `{"Version":"1","StartAction":"__proto__","Actions":[{"Identifier":"__proto__","Type":"constructor","Parameters":` +
      `{"__proto__":{"polluted":${value}},"toString":1},"Transitions":{"NextAction":"hasOwnProperty"}}]}`;
    expect(diff(read(text(1)), read(text(2))).changed[0]?.parameters).toEqual([
      { path: '__proto__.polluted', before: 1, after: 2 },
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('Metadata and settings may be anything', () => {
    for (const value of [null, 'text', 5, [], true]) {
      const odd = { ...MAIN, Metadata: value, Settings: value } as unknown as FlowDocument;
      expect(() => diff(MAIN, odd, { layout: true })).not.toThrow();
      expect(() => diff(odd, MAIN, { layout: true })).not.toThrow();
    }
  });

  test('Values that are nested too deep are refused by an error that says so', () => {
    let deep: object = {};
    for (let i = 0; i < 5000; i += 1) deep = { deep };
    expect(() => diff(flow(action('a', 'T', deep)), flow(action('a', 'T')))).toThrow(/nested more than 1024 deep/);
  });

  test('Thousands of equal actions under other identifiers are paired as they are read', () => {
    const chain = (prefix: string) =>
      flow(...Array.from({ length: 5_000 }, (_, i) => say(`${prefix}${i}`, 'The same.', `${prefix}${i + 1}`)));
    const found = diff(chain('a'), chain('b'));
    expect(found.renamed).toHaveLength(5_000);
  });

  test('An action with very many branches is compared', () => {
    const Errors = Array.from({ length: 150_000 }, (_, i) => ({ ErrorType: `E${i}`, NextAction: 'a' }));
    const huge = flow({ Identifier: 'a', Type: 'T', Transitions: { Errors } });
    expect(diff(huge, huge).different).toBe(false);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const anyFlow = fc
  .uniqueArray(
    fc.record({
      Identifier: id,
      Type: fc.constantFrom('Compare', 'Wait'),
      Parameters: fc.record({ Text: fc.constantFrom('x', 'y') }),
      Transitions: fc.record({ NextAction: id, Errors: fc.array(fc.record({ ErrorType: id, NextAction: id })) }),
    }),
    { selector: ({ Identifier }) => Identifier, maxLength: 5 },
  )
  .map((actions): FlowDocument => ({ Version: '1', StartAction: 'a', Actions: actions }));

describe('Any two flows', () => {
  test('A flow does not differ from itself', () => {
    fc.assert(fc.property(anyFlow, (document) => expect(diff(document, document).different).toBe(false)));
  });

  test('What no difference is found in says the same whatever way round it is compared', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (before, after) => {
        expect(diff(after, before).different).toBe(diff(before, after).different);
      }),
    );
  });

  test('Every action is kept, added or removed, once', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (before, after) => {
        const { added, removed } = diff(before, after);
        expect(before.Actions.length - removed.length).toBe(after.Actions.length - added.length);
      }),
    );
  });

  test('The result is data, and the same every time', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (before, after) => {
        const again = diff(read(write(before)), read(write(after)));
        expect(JSON.stringify(again)).toBe(JSON.stringify(diff(before, after)));
      }),
    );
  });
});
