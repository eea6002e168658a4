import type { Transitions } from '../../../lib/language';
import { action, flowOf, found, TOKEN, when } from '../small-flows';

const leading = (transitions: Transitions) =>
  found('dangling-target', flowOf(action('Compare', { ComparisonValue: '$.Channel' }, transitions)));

test('Transitions lead to actions of the same flow', () => {
  expect(leading({ Conditions: when('Equals', 'VOICE') })).toEqual([]);
  expect(leading({ NextAction: TOKEN })).toEqual([]);
});

test('Every kind of transition is followed', () => {
  const to = (NextAction: string) => ({ NextAction, Condition: { Operator: 'Equals', Operands: ['1'] } });
  const issues = leading({
    NextAction: 'nowhere',
    Conditions: [to('end'), to('away')],
    Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'gone' }],
  });
  expect(issues.map(({ path }) => path)).toEqual([
    'Actions[0].Transitions.NextAction',
    'Actions[0].Transitions.Conditions[1].NextAction',
    'Actions[0].Transitions.Errors[0].NextAction',
  ]);
});

test('The nearest identifier is offered', () => {
  const Errors = [{ ErrorType: 'NoMatchingCondition', NextAction: 'eend' }];
  expect(leading({ NextAction: 'edn', Errors })).toMatchObject([
    { severity: 'error', fix: 'Write "end".' },
    { severity: 'error', fix: 'Write "end".' },
  ]);
});

test('An empty target is no target', () => {
  expect(leading({ NextAction: '' })).toHaveLength(1);
});

test('A transition without target is said to name none', () => {
  const Conditions = [{ Condition: { Operator: 'Equals', Operands: ['1'] } } as never];
  expect(leading({ Conditions })).toMatchObject([{ what: '"it" (Compare): Conditions[0] names no action.' }]);
});
