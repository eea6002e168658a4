import { flowOf, found, say, TOKEN } from '../small-flows';

const startingAt = (StartAction: string) => found('missing-start-action', { ...flowOf(say('Hello.')), StartAction });

test('A flow starts at one of its actions', () => {
  expect(startingAt('it')).toEqual([]);
  expect(startingAt(TOKEN)).toEqual([]);
});

test('A start that no action has is an error, and the nearest identifier is offered', () => {
  expect(startingAt('End')).toMatchObject([{ severity: 'error', path: 'StartAction', fix: 'Write "end".' }]);
});

test('A flow without actions has no start', () => {
  const document = { Version: '2019-10-30', StartAction: 'a', Actions: [] };
  expect(found('missing-start-action', document)).toHaveLength(1);
});
