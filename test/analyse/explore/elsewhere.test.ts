import { Elsewhere } from '../../../lib/analyse/explore/elsewhere';
import { Values } from '../../../lib/analyse/facts/value';

const values = new Values();
const TIER = 'Attributes.tier';

describe('What other contacts of a chain write', () => {
  test('may stand where this one has something else', () => {
    const seen = new Elsewhere();
    seen.note(TIER, values.text('gold'));
    const now = new Elsewhere(seen);
    expect(now.orWritten(TIER, values.text('silver'), values)).toMatchObject({ domain: ['gold', 'silver'] });
    expect(now.orWritten(TIER, values.text('gold'), values)).toBe(values.text('gold'));
    expect(now.orWritten('Attributes.other', values.unset, values)).toBe(values.unset);
  });

  test('may be anything, once one of them writes anything', () => {
    const seen = new Elsewhere();
    seen.note(TIER, values.anything('$.External.tier'));
    seen.note(TIER, values.text('gold'));
    expect(new Elsewhere(seen).orWritten(TIER, values.text('gold'), values)).toMatchObject({ domain: null });
  });

  test('calls for another look until nothing new is written', () => {
    const first = new Elsewhere();
    first.note(TIER, values.text('gold'));
    expect(first.hasGrown).toBe(true);
    const second = new Elsewhere(first);
    second.note(TIER, values.text('gold'));
    expect(second.hasGrown).toBe(false);
    second.note(TIER, values.text('silver'));
    expect(second.hasGrown).toBe(true);
  });
});
