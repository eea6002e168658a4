import { check, RULES } from '../../lib/validate';

describe.each(RULES.map((rule) => [rule.name, rule] as const))('The examples of %s', (name, { examples }) => {
  const { failing, passing, context } = examples;
  const rulesIn = (document: typeof failing) => check(document, context).map(({ rule }) => rule);

  test('The failing one shows the rule', () => {
    expect(rulesIn(failing)).toContain(name);
  });

  test('The passing one does not, and is free of errors', () => {
    expect(rulesIn(passing)).not.toContain(name);
    expect(check(passing, context).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('A rule is as grave as the gravest finding in its failing example allows', () => {
  const GRAVITY = ['note', 'warning', 'error'];
  for (const { name, severity, examples } of RULES) {
    for (const issue of check(examples.failing, examples.context).filter(({ rule }) => rule === name)) {
      expect(GRAVITY.indexOf(issue.severity)).toBeLessThanOrEqual(GRAVITY.indexOf(severity));
    }
  }
});
