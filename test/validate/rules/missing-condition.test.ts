import { action, flowOf, found, TOKEN, when } from '../small-flows';

const hours = (...operands: readonly string[]) =>
  found('missing-condition', flowOf(action('CheckHoursOfOperation', {}, { Conditions: when('Equals', ...operands) })));

test('A check of hours branches on open and closed', () => {
  expect(hours('True', 'False')).toEqual([]);
  expect(hours(TOKEN)).toEqual([]);
});

test('Each result without a branch is an error', () => {
  expect(hours('True')).toMatchObject([
    { severity: 'error', path: 'Actions[0].Transitions.Conditions', what: expect.stringContaining('"False"') },
  ]);
});

test('A check of a metric needs a condition, whichever', () => {
  const metric = action('CheckMetricData', { MetricType: 'NumberOfContactsInQueue' });
  expect(found('missing-condition', flowOf(metric))).toMatchObject([
    { problem: 'Action is missing required property. Path: Transitions.Conditions' },
  ]);
  const Transitions = { ...metric.Transitions, Conditions: when('NumberGreaterThan', '5') };
  expect(found('missing-condition', flowOf({ ...metric, Transitions }))).toEqual([]);
});
