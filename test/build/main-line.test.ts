import { exitsOf } from '../../lib/language';
import { check } from '../../lib/validate';
import { centre, mainLine } from './small-centre';
import { exits } from './wire';

const flow = mainLine(centre);

/** The flow as one reads it: a line per action with its parameters, and a line per way out. */
const listing = () =>
  flow.document.Actions.map((action) => {
    const head = `${action.Identifier} [${action.Type}] ${JSON.stringify(action.Parameters)}`;
    return [head, ...exitsOf(action).map(({ label, target }) => `  ${label} -> ${target}`)].join('\n');
  }).join('\n');

test('The main line becomes a flow that reads like its script', () => {
  expect(listing()).toMatchSnapshot();
});

test('The designer is given a position, a name and what it shows for every action', () => {
  expect(flow.document.Metadata).toMatchSnapshot();
});

test('The checker finds no error in the main line', () => {
  expect(check(flow.document, { type: flow.type }).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('A flow remembers every handle that it was given', () => {
  const { lookUp, billing, vip, office, billingWhisper } = centre;
  expect(flow.uses).toEqual(new Set([lookUp, billingWhisper, office, billing, vip]));
});

test('A flow remembers where each of its actions was written', () => {
  expect(flow.sources.get('Play prompt We are closed')).toMatch(/small-centre\.ts:\d+:\d+$/);
  expect(flow.sources.size).toBe(flow.document.Actions.length);
  expect(new Set(flow.sources.values()).size).toBeGreaterThan(15);
});

test('A flow is built once', () => {
  expect(flow.document).toBe(flow.document);
});

test('The next action of a block of branches copies its fallback, as the console does', () => {
  const asks = exits(flow, 'Get customer input For billing press 1 for outages');
  expect(asks.next).toBe(asks.NoMatchingCondition);
  const hours = exits(flow, 'Check hours of operation Office');
  expect(hours.next).toBe(hours.NoMatchingError);
  const transfer = exits(flow, 'Transfer to queue Billing');
  expect(transfer.next).toBe(transfer.NoMatchingError);
});
