import { FactBook, type Facts, indexOfHook } from '../../../lib/analyse/facts/facts';
import { JOURNEY_HOOKS } from '../../../lib/journey';
import { whisper } from '../small-centre';

const book = new FactBook();
const announcement = book.flows.known(whisper('Announcement'));
const other = book.flows.known(whisper('Other'));
const agentWhisper = indexOfHook('AgentWhisper') ?? -1;
const hooked = book.withHook(book.fresh(), agentWhisper, announcement);

const hookOf = (facts: Facts) => facts.hooks[agentWhisper];

describe('Facts', () => {
  test('are the same object where they are equal, by whatever way', () => {
    const sales = book.queues.elsewhere('Sales');
    const one = book.withQueue(hooked, sales);
    expect(book.withHook(book.withQueue(book.fresh(), sales), agentWhisper, announcement)).toBe(one);
    expect(book.withHook(hooked, agentWhisper, announcement)).toBe(hooked);
    expect(book.withHook(hooked, agentWhisper, other)).not.toBe(hooked);
  });

  test('do not depend on the order in which variables were set', () => {
    const [gold, silver] = [book.values.text('gold'), book.values.text('silver')];
    const one = book.withVariable(book.withVariable(book.fresh(), 8, gold), 16, silver);
    expect(book.withVariable(book.withVariable(book.fresh(), 16, silver), 8, gold)).toBe(one);
    expect(book.get(one, 16)).toBe(silver);
    expect(book.get(one, 24)).toBeUndefined();
  });

  test('know whether a variable lives no longer than a flow', () => {
    const gold = book.values.text('gold');
    expect(book.withVariable(book.fresh(), 8, gold).hasLocals).toBe(false);
    expect(book.withVariable(book.fresh(), 9, gold).hasLocals).toBe(true);
  });

  test('forget hooks, some or all', () => {
    expect(hookOf(book.withoutHooks(hooked))).toBe(book.flows.unset);
    expect(hookOf(book.keepingHooks(hooked, ['AgentWhisper']))).toBe(announcement);
    expect(hookOf(book.keepingHooks(hooked, ['CustomerHold']))).toBe(book.flows.unset);
  });

  test('know the hooks of journeys, and no others', () => {
    expect(JOURNEY_HOOKS.map(indexOfHook)).toEqual(JOURNEY_HOOKS.map((_, i) => i));
    expect(indexOfHook('DefaultAgentUI')).toBeUndefined();
  });
});

describe('Facts of two ways taken together', () => {
  const gold = book.withVariable(hooked, 8, book.values.text('gold'));
  const silver = book.withVariable(
    book.withHook(book.fresh({ shared: true }), agentWhisper, other),
    8,
    book.values.text('silver'),
  );
  const joined = book.join(gold, silver);

  test('name either flow, and know what a value may be', () => {
    expect(hookOf(joined)).toBe(book.flows.either(announcement, other));
    expect(book.get(joined, 8)).toMatchObject({ kind: 'unknown', domain: ['gold', 'silver'] });
    expect(book.get(book.join(gold, book.fresh()), 8)).toMatchObject({ kind: 'unknown', domain: null });
    expect(joined.shared).toBe(true);
  });

  test('hold what holds on both', () => {
    expect(book.join(gold, gold)).toBe(gold);
    const same = book.join(gold, book.withVariable(book.fresh(), 8, book.values.text('gold')));
    expect(book.get(same, 8)).toBe(book.values.text('gold'));
  });

  test('take no value for a copy of another that was joined before', () => {
    const copied = book.withVariable(joined, 16, book.get(joined, 8) ?? book.values.unset);
    const again = book.join(copied, book.withVariable(copied, 8, book.values.text('bronze')));
    expect(book.get(again, 8)).toMatchObject({ domain: ['bronze', 'gold', 'silver'] });
    expect(book.get(again, 16)).toMatchObject({ origin: null, domain: ['gold', 'silver'] });
  });

  test('gain nothing by being joined again', () => {
    expect(book.join(joined, silver)).toBe(joined);
    expect(book.join(joined, gold)).toBe(joined);
  });
});
