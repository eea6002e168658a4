import {
  type Assumptions,
  hooksInEffect,
  isEventHook,
  JOURNEY_HOOKS,
  type Journey,
  parseInitiationMethod,
} from '../journey';
import { CHANNELS, type Json, type JsonObject } from '../language';
import { nearest } from '../language/nearest';
import { objectOf, own } from './own-value';

const POLICY_KEYS = ['rules'];
const RULE_KEYS = ['name', 'when', 'hooks'];
const CONDITION_KEYS = ['methods', 'channels', 'queues', 'attributes'];
const NAME_CHARACTERS = 100;
/** A flow, not a flow module and not a queue; or a placeholder for one. */
const FLOW_ARN = /^arn:[\w-]+:connect:\S+\/contact-flow\/\S+$|\$\{/;

const quote = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const one = (values: Iterable<string>): string[] => [...new Set(values)];

const notOneOf = (word: string, valid: readonly string[]): string => {
  const near = nearest(word, valid);
  return `${near === undefined ? '' : ` Did you mean ${near}?`} Valid: ${valid.join(', ')}.`;
};

const unknownKeys = (where: string, object: JsonObject, valid: readonly string[]): string[] =>
  Object.keys(object)
    .filter((key) => !valid.includes(key))
    .map((key) => `${where} has an unknown key ${quote(key)}.${notOneOf(key, valid)}`);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const upperCase = (value: unknown): string => parseInitiationMethod(value) ?? '';

/** A list of words that is there and not empty; `valid` closes the set. */
const listProblems = (where: string, value: Json | undefined, valid?: readonly string[]): string[] => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [`${where} is no list.`];
  if (value.length === 0) return [`${where} is empty, so the rule never applies; leave it out to mean "any".`];
  return value.flatMap((entry: Json) => {
    if (!isText(entry)) return [`${where} holds ${quote(entry)} where text belongs.`];
    if (valid === undefined || valid.includes(upperCase(entry))) return [];
    return [`${where} holds ${quote(entry)}.${notOneOf(entry, valid)}`];
  });
};

const attributeProblems = (where: string, value: Json | undefined): string[] => {
  if (value === undefined) return [];
  const attributes = objectOf(value);
  if (!attributes) return [`${where} is no object of attribute names and values.`];
  return Object.entries(attributes).flatMap(([key, wanted]) => {
    if (typeof wanted === 'string') return [];
    if (Array.isArray(wanted) && wanted.length > 0 && wanted.every((entry) => typeof entry === 'string')) return [];
    return [`${where}.${key} is ${quote(wanted)} where text or a list of texts belongs.`];
  });
};

const conditionProblems = (where: string, when: JsonObject, journeys: readonly Journey[]): string[] => [
  ...unknownKeys(where, when, CONDITION_KEYS),
  ...listProblems(`${where}.methods`, own(when, 'methods'), one(journeys.map(({ method }) => method))),
  ...listProblems(`${where}.channels`, own(when, 'channels'), CHANNELS),
  ...listProblems(`${where}.queues`, own(when, 'queues')),
  ...attributeProblems(`${where}.attributes`, own(when, 'attributes')),
];

const hookProblems = (where: string, hooks: JsonObject): string[] => {
  if (Object.keys(hooks).length === 0) return [`${where} is empty, so the rule decides nothing.`];
  return Object.entries(hooks).flatMap(([hook, flow]) => {
    if (!isEventHook(hook)) return [`${where} names ${quote(hook)}, which is no hook.${notOneOf(hook, JOURNEY_HOOKS)}`];
    if (!JOURNEY_HOOKS.includes(hook)) {
      return [
        `${where}.${hook} names no stage of a journey, so a rule cannot set it. Valid: ${JOURNEY_HOOKS.join(', ')}.`,
      ];
    }
    if (typeof flow === 'string' && FLOW_ARN.test(flow)) return [];
    return [`${where}.${hook} is ${quote(flow)}, which is no flow ARN (arn:aws:connect:…/contact-flow/…).`];
  });
};

const wordsOf = (value: Json | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value.map(upperCase) : undefined;

/** Hooks for which no contact that meets the condition ever runs a flow. */
const effectProblems = (
  where: string,
  { when = {}, hooks }: { when?: JsonObject; hooks: JsonObject },
  journeys: readonly Journey[],
  assumptions: Assumptions,
): string[] => {
  const methods = wordsOf(own(when, 'methods'));
  const channels = wordsOf(own(when, 'channels'));
  const onChannel = journeys.filter(({ channel }) => channels?.includes(channel) ?? true);
  const meant = onChannel.filter(({ method }) => methods?.includes(method) ?? true);
  const contacts = `${methods?.join(', ') ?? 'any method'} on ${channels?.join(', ') ?? 'any channel'}`;
  if (meant.length === 0) return [`${where} never applies: no contact starts by ${contacts}.`];
  const works = (hook: string) => (row: Journey) =>
    (hooksInEffect(row, journeys, assumptions) as readonly string[]).includes(hook);
  return Object.keys(hooks)
    .filter((hook) => !meant.some(works(hook)))
    .map((hook) => {
      const byMethod = one(onChannel.filter(works(hook)).map(({ method }) => method));
      const elsewhere =
        byMethod.length > 0 ? byMethod : one(journeys.filter(works(hook)).map(({ channel }) => channel));
      return `${where}.hooks.${hook} never takes effect for ${contacts}; it does for ${elsewhere.join(', ')}.`;
    });
};

const ruleProblems = (
  where: string,
  rule: JsonObject | undefined,
  journeys: readonly Journey[],
  assumptions: Assumptions,
): string[] => {
  if (!rule) return [`${where} is no object.`];
  const name = own(rule, 'name');
  const problems = unknownKeys(where, rule, RULE_KEYS);
  if (!isText(name) || name.includes(',') || name.length > NAME_CHARACTERS) {
    problems.push(`${where}.name must be text without commas, at most ${NAME_CHARACTERS} characters.`);
  }
  const when = own(rule, 'when') === undefined ? {} : objectOf(own(rule, 'when'));
  const hooks = objectOf(own(rule, 'hooks'));
  problems.push(...(when ? conditionProblems(`${where}.when`, when, journeys) : [`${where}.when is no object.`]));
  problems.push(...(hooks ? hookProblems(`${where}.hooks`, hooks) : [`${where}.hooks is no object of flow ARNs.`]));
  if (problems.length > 0 || !hooks) return problems;
  return effectProblems(where, { when, hooks }, journeys, assumptions);
};

const repeatedNames = (rules: readonly (JsonObject | undefined)[]): string[] => {
  const names = rules.flatMap((rule) => (rule && isText(own(rule, 'name')) ? [String(own(rule, 'name'))] : []));
  return one(names.filter((name, i) => names.indexOf(name) !== i)).map((name) => `Two rules are named ${quote(name)}.`);
};

/** Everything that is wrong with a policy, a sentence each: where, what, and what is valid. */
export const policyProblems = (
  input: unknown,
  journeys: readonly Journey[],
  assumptions: Assumptions,
): readonly string[] => {
  const policy = objectOf(input);
  const listed = policy && own(policy, 'rules');
  if (!policy || !Array.isArray(listed)) return ['The policy is no object with a list of rules: {"rules": [ … ]}.'];
  const rules = listed.map(objectOf);
  return [
    ...unknownKeys('The policy', policy, POLICY_KEYS),
    ...rules.flatMap((rule, i) => ruleProblems(`rules[${i}]`, rule, journeys, assumptions)),
    ...repeatedNames(rules),
  ];
};
