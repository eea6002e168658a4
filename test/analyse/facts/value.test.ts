import { type Unknown, Values } from '../../../lib/analyse/facts/value';

const equals = (operand: string, met: boolean) => ({ operator: 'Equals', operand, met }) as const;

const values = new Values();

const unknown = (domain: readonly string[] | null = null): Unknown => {
  const value = values.unknown({ origin: 'LookUp', reference: '$.External.tier', domain, tests: [] });
  if (value.kind !== 'unknown') throw new Error('It is known.');
  return value;
};

const learnt = (value: Unknown, ...tests: readonly ReturnType<typeof equals>[]) =>
  tests.reduce<ReturnType<Values['after']>>(
    (left, test) => (left?.kind === 'unknown' ? values.after(left, test) : left),
    value,
  );

describe('Values', () => {
  test('are the same object where they are equal', () => {
    expect(values.text('gold')).toBe(values.text('gold'));
    expect(unknown()).toBe(unknown());
    expect(unknown(['gold', 'silver'])).not.toBe(unknown());
    expect(values.text('gold')).not.toBe(values.text('silver'));
  });

  test('are known where only one is declared', () => {
    expect(values.unknown({ origin: null, reference: '$.External.tier', domain: ['gold'], tests: [] })).toBe(
      values.text('gold'),
    );
  });
});

describe('What a comparison tells of a value', () => {
  test('is the value itself, where it was found equal', () => {
    expect(learnt(unknown(), equals('gold', true))).toBe(values.text('gold'));
  });

  test('rules out what it was found not to be', () => {
    const other = learnt(unknown(), equals('gold', false));
    expect(other).toMatchObject({ kind: 'unknown', tests: [equals('gold', false)] });
    expect(learnt(unknown(), equals('gold', false), equals('gold', true))).toBeUndefined();
  });

  test('is the same whichever of two comparisons came first', () => {
    const one = learnt(unknown(), equals('gold', false), equals('silver', false));
    expect(one).toBe(learnt(unknown(), equals('silver', false), equals('gold', false)));
  });

  test('leaves those of the declared values that pass', () => {
    const tiers = unknown(['gold', 'silver', 'bronze']);
    expect(learnt(tiers, equals('gold', false))).toMatchObject({ domain: ['silver', 'bronze'] });
    expect(learnt(tiers, equals('gold', false), equals('silver', false))).toBe(values.text('bronze'));
    expect(learnt(tiers, equals('tin', true))).toBeUndefined();
  });
});
