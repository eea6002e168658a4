import { atLeast, attribute, decide, getMetrics, is, metrics, playPrompt, startsWith } from '../../lib/build';
import { AFTER, complaints, left, moduleOf } from './module-of';
import { exits } from './wire';

const step = decide(
  [
    [attribute('tier'), is('gold', left), startsWith('s', [])],
    [metrics.queueSize, atLeast(20, [playPrompt('Busy.')])],
    [attribute('age'), atLeast(18, [])],
  ],
  [playPrompt('Usual.')],
);

test('Conditions over several values are asked in turn, each value once', () => {
  const flow = moduleOf(step);
  expect(exits(flow, 'Check Attributes tier')).toEqual({
    gold: 'Play prompt Left',
    'TextStartsWith s': AFTER,
    NoMatchingCondition: 'Check Metrics Queue Size',
    next: 'Check Metrics Queue Size',
  });
  expect(exits(flow, 'Check Metrics Queue Size')).toMatchObject({
    'NumberGreaterOrEqualTo 20': 'Play prompt Busy',
    NoMatchingCondition: 'Check Attributes age',
  });
  expect(exits(flow, 'Check Attributes age')).toMatchObject({ NoMatchingCondition: 'Play prompt Usual' });
});

test('Whatever was decided goes on with the next step', () => {
  const flow = moduleOf(step);
  for (const words of ['Left', 'Busy', 'Usual']) expect(exits(flow, `Play prompt ${words}`).next).toBe(AFTER);
});

test('The checker has nothing against a decision', () => {
  expect(complaints(step, getMetrics())).toEqual([]);
});

test('The line of a decision is that of the call, for each of its questions', () => {
  const sources = [...moduleOf(step).sources].filter(([id]) => id.startsWith('Check'));
  expect(new Set(sources.map(([, source]) => source)).size).toBe(1);
  expect(sources[0]?.[1]).toMatch(/decide\.test\.ts:\d+:\d+$/);
});

test('A decision without a question is refused', () => {
  expect(() => decide([], [])).toThrow('decide is given no question.');
});
