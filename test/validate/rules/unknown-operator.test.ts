import { action, flowOf, found, TOKEN, when } from '../small-flows';

const comparing = (operator: string, type = 'Compare') =>
  found('unknown-operator', flowOf(action(type, {}, { Conditions: when(operator, '1') })));

test('Published operators are known', () => {
  expect(comparing('TextStartsWith')).toEqual([]);
  expect(comparing(TOKEN)).toEqual([]);
});

test('A misspelt operator is an error', () => {
  expect(comparing('NumericLessThan')).toMatchObject([{ severity: 'error', fix: 'Write "NumberLessThan".' }]);
});

test('An operator that is like none may be one that is not published', () => {
  expect(comparing('Exists')).toMatchObject([{ severity: 'warning' }]);
});

test('An operator that the page of the action does not name is a warning', () => {
  expect(comparing('TextContains', 'Loop')).toMatchObject([{ severity: 'warning', fix: 'Write "Equals".' }]);
});

test('A condition without Operator is an error', () => {
  const Conditions = [{ NextAction: 'end', Condition: { Operands: ['1'] } as never }];
  expect(found('unknown-operator', flowOf(action('Compare', {}, { Conditions })))).toMatchObject([
    { severity: 'error', what: expect.stringContaining('without Operator') },
  ]);
});
