import { asServiceProblems, check } from '../../lib/validate';
import { action, flowOf, say } from './small-flows';

test('Errors are told in the words of the service', () => {
  const bare = { Identifier: 'it', Type: 'TransferContactToQueue', Parameters: {}, Transitions: {} };
  expect(asServiceProblems(check(flowOf(bare)))).toEqual([
    'Action is missing required property. Path: Actions[0].Transitions.NextAction',
    'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]',
    'Action is missing required error. Error: NoMatchingError, Path: Actions[0]',
  ]);
});

test('Warnings are none of its business, and unpublished wordings are not made up', () => {
  const dangling = { ...say('Hello.'), Transitions: { NextAction: 'nowhere' } };
  const issues = check(flowOf(dangling, { ...action('UpdateContactData', { TaskExpiry: '1' }), Identifier: 'second' }));
  expect(issues.map(({ rule }) => rule)).toContain('dangling-target');
  expect(issues.map(({ rule }) => rule)).toContain('unknown-parameter');
  expect(asServiceProblems(issues).join()).not.toMatch(/nowhere|TaskExpiry/);
});

test('The list ends where that of the service ends', () => {
  const actions = Array.from({ length: 60 }, (_, i) => ({ ...action('X'.repeat(300)), Identifier: `${i}` }));
  const problems = asServiceProblems(check(flowOf(...actions)));
  expect(problems).toHaveLength(50);
  expect(problems[0]).toHaveLength(256);
});
