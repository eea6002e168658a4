import { diff, type FlowDocument, type WireAction } from '../../lib/language';
import { diffText } from '../../lib/report/diff-text';

const branch = (operand: string, NextAction: string) => ({
  NextAction,
  Condition: { Operator: 'Equals', Operands: [operand] },
});

const menu = (text: string, second: string, more: readonly string[] = []): WireAction => ({
  Identifier: 'Main menu',
  Type: 'GetParticipantInput',
  Parameters: { Text: text },
  Transitions: {
    NextAction: 'Bye',
    Conditions: [branch('2', second), ...more.map((operand) => branch(operand, 'Bye'))],
    Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'Bye' }],
  },
});

const say = (Identifier: string, Text: string): WireAction => ({
  Identifier,
  Type: 'MessageParticipant',
  Parameters: { Text },
  Transitions: { NextAction: 'Bye' },
});

const bye: WireAction = { Identifier: 'Bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

const flow = (...actions: readonly WireAction[]): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: 'Main menu',
  Actions: [...actions, bye],
});

const text = (before: FlowDocument, after: FlowDocument, layout = false): string =>
  diffText(diff(before, after, { layout }));

describe('What differs between two flows, for people', () => {
  test('A line for each action, its changes below it', () => {
    const before = flow(menu('Press 2.', 'Sales', ['3']), say('Sales', 'Sales.'), say('Old name', 'The same.'));
    const after = flow(
      menu('Press 2 now.', 'Billing', ['4']),
      say('Billing', 'Billing.'),
      say('New name', 'The same.'),
    );
    const kept = { ...before, Actions: [...before.Actions, say('Billing', 'Billing.')] };
    expect(text(kept, { ...after, StartAction: 'Billing', Settings: { Mode: 'x' } })).toBe(
      [
        '~ Start → "Billing" (was "Main menu")',
        '~ Settings',
        '    + Mode: "x"',
        '~ "Main menu" (GetParticipantInput)',
        '    Text: "Press 2." → "Press 2 now."',
        '    branch 2 → "Billing" (was "Sales")',
        '    + branch 4 → "Bye"',
        '    - branch 3 → "Bye"',
        '~ "New name" (MessageParticipant), renamed from "Old name"',
        '- "Sales" (MessageParticipant)',
        '',
        'Actions: 1 changed, 1 renamed, 1 removed.',
      ].join('\n'),
    );
  });

  test('A new action is told in full', () => {
    expect(text(flow(menu('Hi.', 'Bye')), flow(menu('Hi.', 'Bye'), say('Billing', 'Billing.')))).toBe(
      ['+ "Billing" (MessageParticipant)', '    Text: "Billing."', '    next → "Bye"', '', 'Actions: 1 added.'].join(
        '\n',
      ),
    );
  });

  test('No difference', () => {
    expect(text(flow(), flow())).toBe('No difference.');
  });

  test('The layout, where it was compared', () => {
    const at = (x: number): FlowDocument => ({ ...flow(), Metadata: { entryPointPosition: { x } } });
    expect(text(at(1), at(2), true)).toBe('~ Layout\n    entryPointPosition.x: 1 → 2\n\nNo action differs.');
  });

  test('A renamed action that changed otherwise too stands there once', () => {
    const shown = text(
      flow(menu('Hi.', 'Sales'), say('Sales', 'One.')),
      flow(menu('Hi.', 'Sell'), say('Sell', 'Two.')),
    );
    expect(shown).toBe(
      [
        '~ "Sell" (MessageParticipant), renamed from "Sales"',
        '    Text: "One." → "Two."',
        '',
        'Actions: 1 changed, 1 renamed.',
      ].join('\n'),
    );
  });

  test('Long texts are shown around the place where they differ', () => {
    const long = (word: string): FlowDocument => flow(menu(`${'a '.repeat(500)}${word}${' b'.repeat(500)}`, 'Bye'));
    const [, line = ''] = text(long('one'), long('two')).split('\n');
    expect(line).toMatch(/^ {4}Text: ….*a one b.*… → ….*a two b.*…$/);
    expect(line.length).toBeLessThan(600);
  });

  test('Actions that have a UUID are told by what they say, with enough of it to find them', () => {
    const id = '9bf359a2-72d5-4d9c-a26b-c58e97e1620d';
    const shown = text(flow(menu('Hi.', 'Bye')), flow(menu('Hi.', id), say(id, 'Good afternoon.')));
    expect(shown).toContain('branch 2 → "Good afternoon." (9bf359a2) (was "Bye")');
    expect(shown).toContain('+ "Good afternoon." (MessageParticipant, 9bf359a2)');
  });

  test('A target that is not there is said to be missing', () => {
    expect(text(flow(menu('Hi.', 'Bye')), flow(menu('Hi.', 'None')))).toContain('"None" (not in the flow)');
  });
});
