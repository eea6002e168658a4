import fc from 'fast-check';
import { passes, type Test, valueThatPasses } from '../../../lib/analyse/facts/test';
import type { ComparisonOperator } from '../../../lib/language';

const told = (operator: ComparisonOperator, operand: string, met = true): Test => ({ operator, operand, met });

describe('A value that passes what comparisons told of it', () => {
  test('is the one that it was found equal to', () => {
    expect(valueThatPasses([told('Equals', 'gold')])).toBe('gold');
  });

  test('is something else where it was found equal to none', () => {
    const tests = [told('Equals', 'gold', false), told('Equals', 'silver', false)];
    expect(tests.every((each) => passes(valueThatPasses(tests) ?? 'gold', each))).toBe(true);
  });

  test('begins, holds and ends as it has to', () => {
    const tests = [told('TextStartsWith', '+49'), told('TextContains', '30'), told('TextEndsWith', '7')];
    expect(valueThatPasses(tests)).toBe('+49307');
  });

  test('lies between the numbers that it was compared with', () => {
    const value = valueThatPasses([told('NumberGreaterThan', '3'), told('NumberLessThan', '4')]);
    expect(Number(value)).toBeGreaterThan(3);
    expect(Number(value)).toBeLessThan(4);
  });

  test('does not come to mind where there is none', () => {
    expect(valueThatPasses([told('NumberGreaterThan', '4'), told('NumberLessThan', '3')])).toBeUndefined();
  });

  test('passes them all, whenever one comes to mind', () => {
    const operators = ['Equals', 'TextStartsWith', 'TextContains', 'TextEndsWith', 'NumberLessThan'] as const;
    const tests = fc.array(
      fc.record({
        operator: fc.constantFrom<ComparisonOperator>(...operators),
        operand: fc.constantFrom('1', '2', '10', 'gold', 'go', ''),
        met: fc.boolean(),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(tests, (all) => {
        const value = valueThatPasses(all);
        if (value !== undefined) expect(all.filter((each) => !passes(value, each))).toEqual([]);
      }),
    );
  });
});
