import Ajv from 'ajv';
import { type CheckConfig, configSchema, type Issue, RULE_NAMES, readConfig, withConfig } from '../../lib/validate';

const problemsOf = (value: unknown): readonly string[] => {
  const reading = readConfig(value);
  return reading.ok ? [] : reading.problems;
};

const issue = (more: Partial<Issue> = {}): Issue => ({
  rule: 'unreachable-action',
  severity: 'warning',
  flow: 'Main line',
  action: 'Rest',
  path: 'Actions[3]',
  what: 'What.',
  why: 'Why.',
  fix: 'Fix.',
  evidence: 'observed',
  ...more,
});

const GOOD: CheckConfig = {
  rules: { 'unreachable-action': 'note', 'module-recursion': 'off' },
  allow: [{ rule: 'literal-arn', flow: 'Main line', action: 'Set queue', reason: 'There is one instance only.' }],
  instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001',
  account: '111122223333',
};

const BAD: readonly (readonly [string, unknown, RegExp])[] = [
  ['that is no object', [], /has to be an object/],
  ['with a setting that does not exist', { rule: {} }, /no setting "rule"\. Did you mean "rules"\?/],
  ['with a misspelt rule', { rules: { 'mising-error-branch': 'off' } }, /Did you mean "missing-error-branch"\?/],
  ['with a rule like no other', { rules: { zzzzzzzzzzzz: 'off' } }, /"connect-flows explain --list" names them all/],
  [
    'with an unknown severity',
    { rules: { 'missing-error-branch': 'warn' } },
    /"warn" is no setting\. Write "off", "error"/,
  ],
  ['with rules that are a list', { rules: ['missing-error-branch'] }, /rules: this has to be an object/],
  ['with an allowance without a reason', { allow: [{ rule: 'literal-arn' }] }, /allow\[0\]\.reason: say why/],
  ['with a blank reason', { allow: [{ rule: 'literal-arn', reason: ' ' }] }, /allow\[0\]\.reason: say why/],
  [
    'with an allowance without a rule',
    { allow: [{ reason: 'Because.' }] },
    /allow\[0\]\.rule: this has to be the name/,
  ],
  [
    'with an allowance of an unknown rule',
    { allow: [{ rule: 'litral-arn', reason: 'So.' }] },
    /allow\[0\]\.rule: .*"literal-arn"\?/,
  ],
  [
    'with an allowance for a number',
    { allow: [{ rule: 'literal-arn', flow: 1, reason: 'So.' }] },
    /allow\[0\]\.flow: .*text/,
  ],
  [
    'with an unknown key in an allowance',
    { allow: [{ rule: 'literal-arn', because: 'x', reason: 'So.' }] },
    /no setting "because"/,
  ],
  [
    'with one allowance that is no list',
    { allow: { rule: 'literal-arn', reason: 'So.' } },
    /allow: this has to be a list/,
  ],
  ['with something that is no instance', { instanceArn: 'my-instance' }, /"my-instance" is not the ARN of an instance/],
  ['with an account that is a number', { account: 111122223333 }, /account: 111122223333 is no account/],
];

describe('A configuration', () => {
  const valid = new Ajv().compile(configSchema());

  test('that is sound is read as it is', () => {
    expect(readConfig(GOOD)).toEqual({ ok: true, config: GOOD });
    expect(valid(GOOD)).toBe(true);
  });

  test('may be empty, and name its schema', () => {
    expect(problemsOf({ $schema: './connect-flows.config.schema.json' })).toEqual([]);
  });

  test.each(BAD)('%s is refused by the checker and by its schema', (_, value, sentence) => {
    expect(problemsOf(value)).toEqual([expect.stringMatching(sentence)]);
    expect(valid(value)).toBe(false);
  });

  test('with several faults is told all of them', () => {
    expect(problemsOf({ rules: { x: 1 }, allow: [{}], account: '1' })).toHaveLength(5);
  });

  test('knows every rule by one name', () => {
    expect(new Set(RULE_NAMES).size).toBe(RULE_NAMES.length);
  });
});

describe('Issues under a configuration', () => {
  const standing = (config: CheckConfig, ...issues: readonly Issue[]) => withConfig(issues, config).issues;

  test('take the severity that it gives their rule', () => {
    expect(standing({ rules: { 'unreachable-action': 'error' } }, issue())).toEqual([issue({ severity: 'error' })]);
  });

  test('go with their rule', () => {
    expect(standing({ rules: { 'unreachable-action': 'off' } }, issue(), issue({ rule: 'literal-arn' }))).toHaveLength(
      1,
    );
  });

  test.each([
    ['the whole rule', {}, 0],
    ['one flow by its name', { flow: 'Main line' }, 1],
    ['one flow by its file', { flow: 'night.json' }, 1],
    ['one action', { action: 'Rest' }, 1],
    ['an action of another flow', { flow: 'Main line', action: 'Other' }, 2],
  ])('are allowed for %s', (_, place, left) => {
    const allow = [{ rule: 'unreachable-action', reason: 'Kept.', ...place }];
    const issues = [issue(), { ...issue({ flow: 'Night', action: 'Other' }), file: 'night.json' }];
    expect(standing({ allow }, ...issues)).toHaveLength(left);
  });

  test('tell which allowance nothing was found for', () => {
    const allow = [
      { rule: 'unreachable-action', reason: 'Kept.' },
      { rule: 'literal-arn', reason: 'One instance.' },
    ];
    expect(withConfig([issue()], { allow })).toEqual({ issues: [], unused: [allow[1]] });
  });
});
