import type { FlowDocument, WireAction } from '../../language';
import { check, checkSet, type FlowInSet, type Issue, type Rule, SET_RULES, type SetRule } from '../../validate';
import { type Block, code, heading, text } from '../page/block';

/** The flows of an example, and what the rule finds in them. */
interface Example {
  readonly flows: readonly { readonly title: string; readonly document: FlowDocument }[];
  readonly found: readonly Issue[];
}

type AnyRule = Rule | SetRule;

const isSetRule = (rule: AnyRule): rule is SetRule => (SET_RULES as readonly AnyRule[]).includes(rule);

const flowExample = (rule: Rule, document: FlowDocument): Example => {
  const { context = {} } = rule.examples;
  // What is off until someone turns it on would show nothing.
  const rules = rule.off ? { [rule.name]: rule.severity } : undefined;
  const { type, channel } = context;
  const title = [type, channel === undefined ? undefined : `on ${channel}`].filter(Boolean).join(' ');
  return { flows: [{ title, document }], found: check(document, { rules, ...context }) };
};

const titleOf = ({ name, type, arn }: FlowInSet): string =>
  `“${name}”, ${type}${arn === undefined ? '' : `, id \`${arn.split('/').at(-1)}\``}`;

const setExample = ({ examples }: SetRule, which: 'failing' | 'passing'): Example => {
  const { flows, context } = examples[which];
  return {
    flows: flows.map((flow) => ({ title: titleOf(flow), document: flow.document })),
    found: checkSet(flows, context),
  };
};

const exampleOf = (rule: AnyRule, which: 'failing' | 'passing'): Example =>
  isSetRule(rule) ? setExample(rule, which) : flowExample(rule, rule.examples[which]);

/** Longer texts and lists are cut; what is too long shows that in its finding. */
const LONGEST_TEXT = 160;
const MOST_ACTIONS = 8;

const cut = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;

const actionLines = (actions: readonly WireAction[]): readonly string[] => {
  const lines = actions.map((action) => `    ${JSON.stringify(action, cut)}`);
  return lines.length <= MOST_ACTIONS
    ? lines
    : [...lines.slice(0, 2), `    … ${lines.length - 3} more`, ...lines.slice(-1)];
};

/** The document, an action a line. */
const shown = ({ Actions: actions, ...rest }: FlowDocument): string =>
  `${JSON.stringify(rest, cut).slice(0, -1)},\n  "Actions": [\n${actionLines(actions).join(',\n')}\n  ]\n}`;

const exampleBlocks = (rule: AnyRule, which: 'failing' | 'passing'): readonly Block[] => {
  const { flows, found } = exampleOf(rule, which);
  const issue = found.find((each) => each.rule === rule.name);
  return [
    text(which === 'failing' ? '**Fails:**' : '**Passes:**'),
    ...flows.flatMap(({ title, document }) => [...(title === '' ? [] : [text(title)]), code('json', shown(document))]),
    ...(issue === undefined || which === 'passing' ? [] : [text(`${issue.what} ${issue.why} ${issue.fix}`)]),
  ];
};

const MEANINGS = {
  error: 'Connect refuses it, or it can never work',
  warning: 'a page forbids it, or it surprises callers',
  note: 'advice',
} as const;

/** What a rule finds, and why; with a flow that fails and one that passes. */
export const ruleEntry = (rule: AnyRule): readonly Block[] => {
  const { name, severity, evidence, summary } = rule;
  const off = !isSetRule(rule) && rule.off ? '; off until a configuration turns it on' : '';
  return [
    heading(2, name),
    text(`${summary} *(${severity}: ${MEANINGS[severity]}; ${evidence}${off})*`),
    ...(rule.examples === undefined ? [] : [...exampleBlocks(rule, 'failing'), ...exampleBlocks(rule, 'passing')]),
  ];
};
