import type { JsonObject } from '../../../lib/language';
import { action, flowOf, found } from '../small-flows';

const setting = (EventHooks: JsonObject) =>
  found('event-hooks-count', flowOf(action('UpdateContactEventHooks', { EventHooks })));

test('One action sets one hook', () => {
  expect(setting({ CustomerQueue: 'x' })).toEqual([]);
});

test.each([
  ['no event hook', {}],
  ['2 event hooks', { CustomerQueue: 'x', CustomerHold: 'y' }],
])('An action that sets %s surprises', (what, hooks) => {
  expect(setting(hooks)).toMatchObject([{ severity: 'warning', what: expect.stringContaining(what) }]);
});
