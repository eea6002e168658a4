import { CONTACT_SCOPE, inScope, isLocal, isOfContact, Paths, scopeOf } from '../../../lib/analyse/facts/variables';

describe('Variables', () => {
  const paths = new Paths();
  const tier = paths.variable('Attributes.tier', CONTACT_SCOPE);
  const answer = paths.variable('External.tier', 2);

  test('are told apart by path and by the flow or module in which they hold', () => {
    expect(paths.variable('Attributes.tier', CONTACT_SCOPE)).toBe(tier);
    expect(paths.variable('External.tier', 1)).not.toBe(answer);
    expect([paths.pathOf(answer), scopeOf(answer), isOfContact(answer)]).toEqual(['External.tier', 2, false]);
    expect(isOfContact(tier)).toBe(true);
  });

  test('keep their path in another scope', () => {
    const moved = inScope(answer, 1);
    expect([paths.pathOf(moved), scopeOf(moved)]).toEqual(['External.tier', 1]);
  });

  test('are read the same in either notation', () => {
    expect(paths.keysOf("$.Attributes['tier']")).toEqual(paths.keysOf('$.Attributes.tier'));
    expect(paths.keysOf('Dear $.Attributes.name')).toBeNull();
  });
});

test('Answers and input die with the flow, attributes stay with the contact', () => {
  expect(['External.tier', 'FlowAttributes.step', 'StoredCustomerInput', 'Lex.SessionAttributes'].every(isLocal)).toBe(
    true,
  );
  expect(['Attributes.tier', 'Queue.Name', 'CustomerEndpoint.Address'].some(isLocal)).toBe(false);
});
