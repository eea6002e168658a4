import type { WireCondition } from '../../../lib/language';
import { action, flowOf, found, menu, TOKEN, when } from '../small-flows';

const RULE = 'illegal-operand';

const compare = (Condition: object) =>
  found(
    RULE,
    flowOf(action('Compare', {}, { Conditions: [{ NextAction: 'end', Condition: Condition as WireCondition }] })),
  );

test('A menu branches on single keys', () => {
  expect(found(RULE, flowOf(menu('0', '9', '*', '#', TOKEN)))).toEqual([]);
});

test.each(['10', 'a', '', ' 1'])('A menu cannot branch on "%s"', (key) => {
  expect(found(RULE, flowOf(menu('1', key)))).toMatchObject([
    { severity: 'error', path: 'Actions[0].Transitions.Conditions[1].Condition.Operands' },
  ]);
});

test('A loop knows only continuing and being done', () => {
  const loop = (operand: string) => action('Loop', { LoopCount: '2' }, { Conditions: when('Equals', operand) });
  expect(found(RULE, flowOf(loop('DoneLooping')))).toEqual([]);
  expect(found(RULE, flowOf(loop('Donelooping')))).toMatchObject([{ fix: 'Write "DoneLooping".' }]);
});

test('A number is compared with a number', () => {
  expect(compare({ Operator: 'NumberLessThan', Operands: ['7.5'] })).toEqual([]);
  expect(compare({ Operator: 'NumberLessThan', Operands: ['$.Attributes.limit'] })).toEqual([]);
  expect(compare({ Operator: 'NumberLessThan', Operands: ['seven'] })).toMatchObject([{ severity: 'warning' }]);
});

test('The key is Operands, not Operand', () => {
  expect(compare({ Operator: 'Equals', Operand: '1' })).toMatchObject([
    { severity: 'error', what: expect.stringContaining('"Operand"') },
  ]);
});

test('An operator takes one operand', () => {
  expect(compare({ Operator: 'Equals', Operands: ['1', '2'] })).toMatchObject([{ severity: 'warning' }]);
});
