import { nearest } from '../language';
import { isObject } from './described-values';
import { listOf, quote } from './wording';

/** What may stand in a configuration. */
const KEYS = ['$schema', 'rules', 'allow', 'instanceArn', 'account'];
const ALLOWANCE_KEYS = ['rule', 'flow', 'action', 'reason'];
export const SETTINGS = ['off', 'error', 'warning', 'note'];

export const INSTANCE_ARN = /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9A-Za-z-]+$/;

export const ACCOUNT = /^\d{12}$/;

/** ` Did you mean "b"?`, where some word is near. */
const meant = (word: string, words: readonly string[]): string => {
  const near = nearest(word, words);
  return near === undefined ? '' : ` Did you mean ${quote(near)}?`;
};

const unknownKeys = (object: object, keys: readonly string[], where: string): readonly string[] =>
  Object.keys(object)
    .filter((key) => !keys.includes(key))
    .map(
      (key) =>
        `${where}: there is no setting ${quote(key)}.${meant(key, keys) || ` There are ${listOf(keys, 'and')}.`}`,
    );

const unknownRule = (rule: string, rules: readonly string[], where: string): string =>
  `${where}: there is no rule ${quote(rule)}.${meant(rule, rules) || ' "connect-flows explain --list" names them all.'}`;

function* ruleProblems(value: unknown, rules: readonly string[]): Generator<string> {
  if (value === undefined) return;
  if (!isObject(value)) {
    yield `rules: this has to be an object from rule to setting, e.g. { ${quote(rules[0])}: "off" }.`;
    return;
  }
  for (const [rule, setting] of Object.entries(value)) {
    if (!rules.includes(rule)) yield unknownRule(rule, rules, 'rules');
    if (typeof setting === 'string' && SETTINGS.includes(setting)) continue;
    yield `rules.${rule}: ${quote(setting)} is no setting. Write ${listOf(SETTINGS)}.`;
  }
}

function* allowanceProblems(value: unknown, rules: readonly string[], where: string): Generator<string> {
  if (!isObject(value)) {
    yield `${where}: this has to be an object with rule and reason, and flow and action where it is about one.`;
    return;
  }
  yield* unknownKeys(value, ALLOWANCE_KEYS, where);
  const { rule, flow, action, reason } = value;
  if (typeof rule !== 'string') yield `${where}.rule: this has to be the name of a rule.`;
  else if (!rules.includes(rule)) yield unknownRule(rule, rules, `${where}.rule`);
  for (const [key, text] of Object.entries({ flow, action })) {
    if (text !== undefined && typeof text !== 'string') yield `${where}.${key}: this has to be text.`;
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    yield `${where}.reason: say why this is allowed; whoever reads the flow later will ask.`;
  }
}

function* allowProblems(value: unknown, rules: readonly string[]): Generator<string> {
  if (value === undefined) return;
  if (!Array.isArray(value)) {
    yield 'allow: this has to be a list of { "rule", "flow", "action", "reason" }.';
    return;
  }
  for (const [i, entry] of value.entries()) yield* allowanceProblems(entry, rules, `allow[${i}]`);
}

function* ownerProblems({ instanceArn, account }: Record<string, unknown>): Generator<string> {
  if (instanceArn !== undefined && (typeof instanceArn !== 'string' || !INSTANCE_ARN.test(instanceArn))) {
    yield `instanceArn: ${quote(instanceArn)} is not the ARN of an instance, arn:aws:connect:<region>:<account>:instance/<id>.`;
  }
  if (account !== undefined && (typeof account !== 'string' || !ACCOUNT.test(account))) {
    yield `account: ${quote(account)} is no account. Write its twelve digits in double quotes.`;
  }
}

/** What is wrong with a configuration, a sentence each that starts with the place. */
export const configProblems = (value: unknown, rules: readonly string[]): readonly string[] => {
  if (!isObject(value)) return ['The configuration has to be an object, e.g. { "rules": {} }.'];
  return [
    ...unknownKeys(value, KEYS, 'the configuration'),
    ...ruleProblems(value.rules, rules),
    ...allowProblems(value.allow, rules),
    ...ownerProblems(value),
  ];
};
